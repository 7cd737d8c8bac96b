import type { AlignSide } from '../../align/alignment.ts';
import { onceFor } from '../../once-for.ts';
import type { LanguagePack } from '../../text/language-pack.ts';
import { UNSPACED_LETTERS } from '../../text/unspaced.ts';
import { namePatterns } from '../name-patterns.ts';
import { patternOf } from '../recognition/post-modifiers.ts';
import { wordsOf } from '../words/words.ts';
import { type HeadFinder, type HeadHit, headFinder } from './head-finder.ts';
import type { HeadKind, HeadWord } from './head-words.ts';
import { cutRun } from './unspaced-words.ts';

/** A part of a word that means something of its own; most words are one part. */
export interface Part {
  readonly start: number;
  readonly end: number;
  /** Of a country, which is no part of the name of a post that every country has. */
  readonly country: boolean;
  /** The meanings that it may have. */
  readonly meanings: ReadonlySet<number>;
}

const NO_WORDS: ReadonlySet<string> = new Set();

/** A word of a segment, as spans of words are made of it. */
export interface SpanWord {
  readonly segment: number;
  readonly start: number;
  readonly end: number;
  readonly raw: string;
  readonly capital: boolean;
  /** A word within names that has no counterpart of its own. */
  readonly small: boolean;
  /** A word that stands in no name. */
  readonly stop: boolean;
  /** A word that makes a former or acting post of one, which is no part of the post. */
  readonly modifier: boolean;
  /** A word for "and". */
  readonly and: boolean;
  /** The name of a country or what is made of it. */
  readonly country: boolean;
  /** What a post or body is for. */
  readonly field: boolean;
  /** Whether a comma stands between it and the word before. */
  readonly comma: boolean;
  /** Whether it is behind a word in the possessive: "Norland’s | Foreign Minister". */
  readonly possessed: boolean;
  /** Whether nothing but spaces, hyphens and apostrophes stand between it and the word before. */
  readonly adjoins: boolean;
  readonly parts: readonly Part[];
  /** The head that ends with this word, and how many words it has. */
  readonly head: { readonly word: HeadWord; readonly words: number } | null;
}

/** The words of a segment, with what is known of them as heads of names and titles. */
export function spanWords(side: AlignSide, segment: number): SpanWord[] {
  const text = side.segments[segment]!;
  const { pack } = side;
  const finder = headFinder(pack);
  const small = namePatterns(pack.shared.nameWords).small;
  const { stops, and } = pack.heads ?? { stops: NO_WORDS, and: NO_WORDS };
  const pieces = UNSPACED.test(text) ? unspacedPieces(text, pack, finder) : spacedPieces(text, pack, finder);
  return pieces.map((piece, i): SpanWord => {
    const plain = piece.raw.toLowerCase();
    const before = pieces[i - 1];
    const isSmall =
      !piece.head && (small.has(plain) || and.has(plain) || (piece.raw.length === 1 && !UNSPACED.test(piece.raw)));
    return {
      ...piece,
      segment,
      stop: (piece.head === null && stops.has(plain) && text[piece.end] !== '-') || /^\p{N}/u.test(piece.raw),
      modifier: piece.head === null && modifiersOf(pack).test(piece.raw),
      and: and.has(plain),
      comma: before !== undefined && /^,\s$/u.test(text.slice(before.end, piece.start)),
      possessed: before !== undefined && /^[’']s\s|^s[’']\s/u.test(text.slice(before.end, piece.start)),
      small: isSmall && !(piece.capital && piece.raw.length > 1 && i > 0 && /^\p{Lu}{2,}$/u.test(piece.raw)),
      adjoins: before !== undefined && adjoin(before.raw, text.slice(before.end, piece.start)),
    };
  });
}

const modifiersOf = onceFor(({ heads }: LanguagePack): RegExp => {
  const words = [...(heads?.formers ?? []), ...(heads?.interims ?? []), ...(heads?.leaving ?? [])];
  return new RegExp(`^(?:${patternOf(words.filter((word) => !/[\s.]/u.test(word)))})$`, 'iu');
});

const UNSPACED = new RegExp(`[${UNSPACED_LETTERS}]`, 'u');
/** What may stand between two words of one name. */
const BETWEEN = /^(?:[\s\u00a0\u202f\u00ad·-]|[’'ʼ]s?|\p{L}{1,2}[’'ʼ])*$/u;

/** Whether two words may stand in one name; a full stop is one of an abbreviation behind a short word in capitals: St. Petersburg. */
function adjoin(before: string, between: string): boolean {
  return BETWEEN.test(/^\p{Lu}\p{Ll}{0,2}$/u.test(before) ? between.replace(/^\./u, '') : between);
}

type Piece = Pick<SpanWord, 'start' | 'end' | 'raw' | 'capital' | 'parts' | 'head' | 'country' | 'field'>;

function spacedPieces(text: string, pack: LanguagePack, finder: HeadFinder): Piece[] {
  const words = wordsOf(text, pack);
  const hits = finder.find(text);
  const joined = (pack.grammar?.proclitics ?? []).length > 0;
  return words.map((word, i): Piece => {
    const { start, end, raw, capital } = word;
    // What is written together with a word stands before the hit.
    const hit = hits.find((one) => (joined ? one.start < end : one.start <= start) && one.end >= end);
    if (hit) {
      const head = hit.end === end && isHead(hit.word) ? { word: hit.word, words: wordsIn(words, i, hit) } : null;
      const country = hit.word.meanings.country !== undefined;
      const field = hit.word.meanings.field !== undefined;
      return {
        start,
        end,
        raw,
        capital,
        country,
        field,
        parts: [{ start, end, country, meanings: meaningsOf(hit.word) }],
        head,
      };
    }
    const parts = finder.compound(word);
    const plain = { start, end, raw, capital, country: false, field: false };
    if (!parts) return { ...plain, parts: [{ start, end, country: false, meanings: NONE }], head: null };
    return {
      ...plain,
      parts: parts.map((part) => ({
        start: start + part.start,
        end: start + part.end,
        country: false,
        meanings: part.word ? meaningsOf(part.word) : NONE,
      })),
      head: { word: parts.at(-1)!.word!, words: 1 },
    };
  });
}

function wordsIn(words: readonly { end: number }[], last: number, { start }: HeadHit): number {
  let first = last;
  while (first > 0 && words[first - 1]!.end > start) first -= 1;
  return last - first + 1;
}

function unspacedPieces(text: string, pack: LanguagePack, finder: HeadFinder): Piece[] {
  return [...text.matchAll(RUN)].flatMap(({ 0: run, index }): Piece[] => {
    const pieces = UNSPACED.test(run) ? cutRun(run, pack, finder.exact) : [run];
    let at = index;
    return pieces.map((raw): Piece => {
      const [start, end] = [at, at + raw.length];
      at = end;
      const word = finder.exact.get(raw.toLowerCase());
      const country = word?.meanings.country !== undefined;
      return {
        start,
        end,
        raw,
        capital: /^\p{Lu}/u.test(raw),
        country,
        field: word?.meanings.field !== undefined,
        parts: [{ start, end, country, meanings: word ? meaningsOf(word) : NONE }],
        head: word && isHead(word) ? { word, words: 1 } : null,
      };
    });
  });
}

const RUN = new RegExp(`[${UNSPACED_LETTERS}]+|(?:(?![${UNSPACED_LETTERS}])[\\p{L}\\p{M}\\p{N}])+`, 'gu');
const NONE: ReadonlySet<number> = new Set();

const HEAD_KINDS: readonly HeadKind[] = ['role', 'body', 'thing'];

function isHead({ meanings }: HeadWord): boolean {
  return HEAD_KINDS.some((kind) => meanings[kind]);
}

const meaningsOf = onceFor(({ meanings }: HeadWord): ReadonlySet<number> => new Set(Object.values(meanings).flat()));
