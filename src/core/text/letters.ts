const LETTER = /[\p{L}\p{N}]/u;

/** For each of the first 65,536 characters whether it is a letter or a digit; made when it is first asked for. */
let table: Uint8Array | null = null;

function letterTable(): Uint8Array {
  return Uint8Array.from({ length: 0x10000 }, (_, point) => (LETTER.test(String.fromCharCode(point)) ? 1 : 0));
}

/**
 * How many letters and digits (Unicode's \p{L} and \p{N}) a text has. What is
 * read of a file is held against the file by them, since they are what must not get lost.
 */
export function countLetters(text: string): number {
  table ??= letterTable();
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0xd800 || unit > 0xdbff) count += table[unit]!;
    else if (LETTER.test(String.fromCodePoint(text.codePointAt(i)!))) count += 1;
  }
  return count;
}

/** The letters of a file, and what became of them. */
export interface LetterBalance {
  /** Letters of the file's texts, counted before anything is made of them. */
  readonly read: number;
  /** Those that are stored. */
  readonly kept: number;
  /** Those of what a finding names as left out. */
  readonly named: number;
}

/** How many letters of a file are neither stored nor named as left out. */
export function missingLetters({ read, kept, named }: LetterBalance): number {
  return Math.max(0, read - kept - named);
}
