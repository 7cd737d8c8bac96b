import { CODE } from '../../core/bitext/inline/codes.ts';
import { plainText } from '../../core/bitext/inline/plain-text.ts';
import { countLetters } from '../../core/text/letters.ts';

/** What of a file is not kept, by what it is called there, with how often it stands in it. */
export type LeftOutParts = ReadonlyMap<string, number>;

/** Keeps account of what of a file is not kept, so that it can be named: counted, not one by one. */
export interface LeftOut {
  /** Something is not kept: an element, an attribute, a value. */
  note(what: string): void;
  /** Text is settled though no row has it: it belongs to what was noted, was made use of, or stands in the file twice. */
  settle(text: string): void;
  /** A text of the file without the characters that stand for inline codes here, which are noted by their numbers. */
  withoutCodes(text: string): string;
  /** Text stands where the format has none: it is noted and settled, unless it is white space. */
  noteText(text: string): void;
  parts(): LeftOutParts;
  /** Letters of the texts that were settled. */
  letters(): number;
}

/** A file that names more things was made to fill the memory, or is not what it seems. */
const MAX_NAMES = 200;
const MAX_NAME_LENGTH = 80;
const OTHERS = '…';

export function createLeftOut(): LeftOut {
  const parts = new Map<string, number>();
  let letters = 0;
  function note(what: string): void {
    const name = what.slice(0, MAX_NAME_LENGTH);
    const own = parts.has(name) || parts.size < MAX_NAMES ? name : OTHERS;
    parts.set(own, (parts.get(own) ?? 0) + 1);
  }
  function settle(text: string): void {
    letters += countLetters(text);
  }
  return {
    note,
    settle,
    withoutCodes(text) {
      const plain = plainText(text);
      if (plain.length < text.length) for (const [char] of text.matchAll(CODE)) note(codePoint(char));
      return plain;
    },
    noteText(text) {
      if (text.trim() === '') return;
      note('text between elements');
      settle(text);
    },
    parts: () => parts,
    letters: () => letters,
  };
}

function codePoint(char: string): string {
  return `U+${char.codePointAt(0)!.toString(16).toUpperCase()}`;
}
