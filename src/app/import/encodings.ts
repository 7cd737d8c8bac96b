/** Whether a text can be read by an encoding of this name, for commands and forms. */
export { knows as isEncoding } from '../../intake/decode.ts';
