/**
 * An inline code of a file: markup of the original document within a sentence.
 * In a segment's text it stands as one character of Unicode's supplementary
 * private use areas, so that it moves, splits and joins with the words around it.
 */
export interface InlineCode {
  /** Whether it opens a stretch, closes one, or stands alone. */
  readonly kind: 'open' | 'close' | 'alone';
  /** The element it was, such as "bpt" or "pc". */
  readonly element: string;
  /** What opens and what closes a stretch have the same; empty where the file gives none. */
  readonly pair: string;
  /** The original markup, as text; empty where the file does not say. */
  readonly data: string;
  /** What else the element says. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** Codes by the character that stands for each. */
export type InlineCodes = ReadonlyMap<string, InlineCode>;

export const NO_INLINE_CODES: InlineCodes = new Map();

/** The characters that may stand for codes. */
export const CODE = /[\u{f0000}-\u{ffffd}\u{100000}-\u{10fffd}]/gu;

/**
 * The last four characters of the second area stand for bold and italics of articles, in every bitext alike
 * (`formatting.ts`); no code of a file is given them.
 */
export const FIRST_FORMATTING = 0x10fffa;

/** Gives codes their characters; the same code has the same one. */
export interface CodeBook {
  readonly codes: InlineCodes;
  /** The character of a code, or null where there are none left. */
  charFor(code: InlineCode): string | null;
}

export function createCodeBook(): CodeBook {
  const codes = new Map<string, InlineCode>();
  const chars = new Map<string, string>();
  // Fonts of pictures use the first of the two areas, hardly anybody the second.
  let next = 0x100000;
  return {
    codes,
    charFor(code) {
      const key = JSON.stringify([code.kind, code.element, code.pair, code.data, code.attributes]);
      const known = chars.get(key);
      if (known) return known;
      if (next === FIRST_FORMATTING) next = 0xf0000;
      if (next === 0xffffe) return null;
      const char = String.fromCodePoint(next);
      next += 1;
      chars.set(key, char);
      codes.set(char, code);
      return char;
    },
  };
}

/** The characters of texts that may stand for codes, each once. */
export function codePointsIn(texts: Iterable<string>): number[] {
  const points = new Set<number>();
  for (const text of texts) for (const [char] of text.matchAll(CODE)) points.add(char.codePointAt(0)!);
  return [...points];
}

/** A text cut at its codes: text and codes in turn. */
export function partsAtCodes(text: string, codes: InlineCodes): (string | InlineCode)[] {
  if (codes.size === 0) return text ? [text] : [];
  const parts: (string | InlineCode)[] = [];
  let at = 0;
  for (const found of text.matchAll(CODE)) {
    const code = codes.get(found[0]);
    if (!code) continue;
    if (found.index > at) parts.push(text.slice(at, found.index));
    parts.push(code);
    at = found.index + found[0].length;
  }
  if (at < text.length) parts.push(text.slice(at));
  return parts;
}

/** A text without its codes, as people and aligners read it. */
export function withoutCodes(text: string, codes: InlineCodes): string {
  return codes.size === 0 ? text : text.replace(CODE, (char) => (codes.has(char) ? '' : char));
}

/** A code in a text, with the number of its stretch there: what opens and what closes one have the same. */
export interface PlacedCode {
  readonly code: InlineCode;
  /** From 1. */
  readonly number: number;
  /** Whether its other half stands in the text, too. */
  readonly paired: boolean;
}

/** Text and codes in turn, the codes paired: by what the file says, else as brackets are. */
export function pairedParts(text: string, codes: InlineCodes): (string | PlacedCode)[] {
  const parts = partsAtCodes(text, codes);
  const partners = new Map<number, number>();
  const open: number[] = [];
  parts.forEach((part, i) => {
    if (typeof part === 'string') return;
    if (part.kind === 'open') open.push(i);
    if (part.kind !== 'close') return;
    const at = open.findLastIndex((k) => {
      const first = parts[k] as InlineCode;
      return first.pair === part.pair && closes(first, part);
    });
    if (at < 0) return;
    const [first] = open.splice(at, 1);
    partners.set(first!, i);
    partners.set(i, first!);
  });
  const numbers = new Map<number, number>();
  let last = 0;
  return parts.map((part, i) => {
    if (typeof part === 'string') return part;
    const partner = partners.get(i);
    const number = (partner === undefined ? undefined : numbers.get(partner)) ?? ++last;
    numbers.set(i, number);
    return { code: part, number, paired: partner !== undefined };
  });
}

const PAIRS: Readonly<Record<string, string>> = { bpt: 'ept', bx: 'ex', sc: 'ec' };

function closes(first: InlineCode, second: InlineCode): boolean {
  return (PAIRS[first.element] ?? first.element) === second.element;
}

/** Whether a text is more than white space and codes. */
export function hasText(text: string, codes: InlineCodes): boolean {
  return NOT_CODE.test(text) || withoutCodes(text, codes).trim() !== '';
}

/** What nearly every text has: a character that is neither white space nor one that may stand for a code. */
const NOT_CODE = /[^\s\u{f0000}-\u{10ffff}]/u;
