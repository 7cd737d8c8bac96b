import { TAKEN } from './tokens.ts';

/** Something that a translation keeps as it is: an address, a telephone number, a handle. */
export interface Literal {
  readonly kind: 'url' | 'email' | 'phone' | 'handle' | 'version';
  readonly text: string;
  /** As two of them are compared. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

const KINDS: readonly (readonly [Literal['kind'], RegExp])[] = [
  ['email', /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu],
  [
    'url',
    /(?:https?:\/\/|www\.)[^\s\p{Script=Han}<>"«»“”，。；）)]+|(?<![\w@.-])(?:[a-z0-9-]+\.)+(?:com|org|net|int|gov|edu|info|eu|fr|de|es|it|uk|ru|cn|ch|be|ca)(?:\/[^\s\p{Script=Han}<>"«»“”，。；）)]*)?(?![\w])/giu,
  ],
  ['phone', /(?<![\w.,])(?:\+|00|\(|0)\d[\d ().\u00a0\u202f/-]{5,}\d(?![\w])/gu],
  ['version', /(?<![\w.,])\d+(?:\.\d+){2,3}(?![\w]|[.,]\d)/gu],
  ['handle', /(?<![\w@])@\w{2,}/gu],
];

/** The literals of a text in their order. */
export function literalsIn(text: string): Literal[] {
  if (!MAYBE.test(text)) return [];
  const found: Literal[] = [];
  for (const [kind, pattern] of KINDS) {
    for (const match of text.matchAll(pattern)) {
      const literal = match[0].replace(/[.,;:!?'’]+$/u, '');
      const [start, end] = [match.index, match.index + literal.length];
      if (kind === 'phone' && (literal.match(/\d/gu) ?? []).length < 8) continue;
      if (DATE.test(literal) || (kind === 'version' && /^\d{1,3}(?:\.\d{3})+$/u.test(literal))) continue;
      if (found.some((other) => start < other.end && end > other.start)) continue;
      found.push({ kind, text: literal, key: keyOf(kind, literal), start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

const DATE = /^\(?\d{1,2}[./-]\d{1,2}[./-](?:\d{2}|\d{4})$/u;
const MAYBE = /@|:\/\/|www\.|\w\.\p{L}{2}|[+0(]\d|\d\.\d+\.\d/iu;

function keyOf(kind: Literal['kind'], text: string): string {
  // The trunk's 0 goes where the country's number is put before it.
  if (kind === 'phone') return text.replace(/\D/gu, '').slice(-8);
  return text
    .toLowerCase()
    .replace(/^https?:\/\//u, '')
    .replace(/^www\./u, '')
    .replace(/\/$/u, '');
}

/** A text in which some spans are taken, so that nothing else is read there. */
export function withTaken(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  return spans.reduce(
    (rest, { start, end }) => rest.slice(0, start) + TAKEN.repeat(end - start) + rest.slice(end),
    text,
  );
}
