/** The largest file that is read, in bytes; pages say it and refuse more. */
export { LARGEST_FILE } from '../intake/read-file.ts';
