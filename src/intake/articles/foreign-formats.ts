import { type Message, msg } from '../../core/message.ts';

/** A kind of file that is no article. */
interface ForeignFormat {
  /** Its first bytes. */
  readonly magic: string;
  title(name: string): Message;
  readonly detail?: string;
}

/** The kind of a file that is no article, by its first bytes; undefined for all others. */
export function foreignFormat(bytes: Uint8Array): ForeignFormat | undefined {
  return FOREIGN_FORMATS.find(({ magic }) => startsWith(bytes, magic));
}

/** Whether a file begins with these bytes, each as a character. */
export function startsWith(bytes: Uint8Array, magic: string): boolean {
  return [...magic].every((char, i) => bytes[i] === char.charCodeAt(0));
}

const picture = (name: string) => msg('“{name}” is a picture.', { name });
const packed = (name: string) => msg('“{name}” is a packed file.', { name });
const program = (name: string) => msg('“{name}” is a program.', { name });

const FOREIGN_FORMATS: readonly ForeignFormat[] = [
  {
    magic: '\u00d0\u00cf\u0011\u00e0',
    title: (name) => msg('“{name}” is an old Word or Office file, or a password-protected one.', { name }),
    detail: 'Both are the same kind of file.',
  },
  { magic: '\u0089PNG', title: picture },
  { magic: '\u00ff\u00d8\u00ff', title: picture },
  { magic: 'GIF8', title: picture },
  { magic: 'RIFF', title: (name) => msg('“{name}” is a picture or a sound.', { name }) },
  { magic: '\u001f\u008b', title: packed },
  { magic: '7z\u00bc\u00af', title: packed },
  { magic: 'Rar!', title: packed },
  { magic: '\u007fELF', title: program },
  { magic: 'MZ\u0090', title: program },
  { magic: 'SQLite format 3', title: (name) => msg('“{name}” is a database.', { name }) },
];
