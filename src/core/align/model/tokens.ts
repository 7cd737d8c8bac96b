import anyAscii from 'any-ascii';
import { onceFor } from '../../once-for.ts';
import { folded } from '../../text/fold.ts';
import type { LanguagePack } from '../../text/language-pack.ts';
import { UNSPACED_LETTERS } from '../../text/unspaced.ts';

/** A token and where it stands in its text, in UTF-16 units. */
export interface LocatedToken {
  readonly token: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The tokens by which two languages are compared. A word is in lower case,
 * without diacritics, cut to its first letters, which does for a stem in most
 * languages. Numbers, months, weekdays and marks become tokens that are equal
 * in every language: "#2400000", "@m1", "@w2", "!?".
 */
export function alignmentTokens(text: string, pack: LanguagePack): string[] {
  return locatedTokens(text, pack).map(({ token }) => token);
}

/** The same tokens with their places in the text. */
export function locatedTokens(text: string, pack: LanguagePack): LocatedToken[] {
  const words = readNumbers(pack);
  const tokens: LocatedToken[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const [raw] = match;
    const mark = MARKS.get(raw);
    if (mark === undefined && SEGMENTED.test(raw)) {
      for (const word of segmentWords(raw, match.index, pack.language, words)) tokens.push(word);
      continue;
    }
    const token = mark ?? (/^\p{Nd}/u.test(raw) ? `#${plainNumber(raw)}` : wordToken(raw, words));
    if (token !== null) tokens.push({ token, start: match.index, end: match.index + raw.length });
  }
  return scaled(tokens, words);
}

/** Letters kept of a word; five was measured best of 4–6 on German–French. */
const STEM_LENGTH = 5;

const TOKEN =
  /\p{Nd}{1,3}(?: \p{Nd}{3})+(?!\p{Nd})|\p{Nd}+(?:[.,'’\u00a0\u202f\u066b\u066c]\p{Nd}+)*|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:[’'](?=\p{L}))?|[?!:;()«»“”"„–—…%؟？！：；（）「」《》]/gu;
const SEGMENTED = new RegExp(`[${UNSPACED_LETTERS}]`, 'u');

/** Marks that carry over in translation, each as one token for all its forms. */
const MARKS = new Map<string, string>(
  Object.entries({
    '!?': '?？؟',
    '!!': '!！',
    '!:': ':：',
    '!;': ';；',
    '!(': '(（',
    '!)': ')）',
    '!"': '«»“”"„「」《》',
    '!-': '–—',
    '!.': '…',
    '!%': '%',
  }).flatMap(([token, forms]) => [...forms].map((form): [string, string] => [form, token])),
);

/** What a pack says of single words. */
interface NumberWords {
  readonly fixed: ReadonlyMap<string, string>;
  readonly scales: ReadonlyMap<string, number>;
  readonly elisions: ReadonlySet<string>;
  readonly joinedArticle: RegExp;
  readonly stems: readonly (readonly [RegExp, string])[];
  /** The tokens of words that have been met. */
  readonly met: Map<string, string | null>;
}

const readNumbers = onceFor((pack: LanguagePack): NumberWords => {
  const fixed = new Map<string, string>();
  for (const [word, value] of Object.entries(pack.numbers)) fixed.set(folded(word), `#${value}`);
  pack.months.forEach((names, i) => {
    for (const name of names) fixed.set(folded(name), `@m${i + 1}`);
  });
  pack.weekdays.forEach((names, i) => {
    for (const name of names) fixed.set(folded(name), `@w${i + 1}`);
  });
  const scales = new Map(Object.entries(pack.scales).map(([word, value]) => [folded(word), value]));
  const joinedArticle = new RegExp(pack.shared.joinedArticles.join('|') || '(?!)', 'u');
  const stems = (pack.wordStems ?? []).map(([from, to]) => [new RegExp(from, 'u'), to] as const);
  return { fixed, scales, elisions: new Set(pack.elisions), joinedArticle, stems, met: new Map() };
});

/** Words whose tokens are kept, at most: most words of a text come again. */
const MAX_MET = 50_000;

/** Null for an elided article or preposition, which says nothing. */
function wordToken(raw: string, words: NumberWords): string | null {
  const met = words.met.get(raw);
  if (met !== undefined) return met;
  if (words.met.size >= MAX_MET) words.met.clear();
  const token = newWordToken(raw, words);
  words.met.set(raw, token);
  return token;
}

function newWordToken(raw: string, words: NumberWords): string | null {
  const elided = /^(.+)[’']$/u.exec(raw)?.[1];
  if (elided !== undefined && words.elisions.has(elided.toLowerCase())) return null;
  const word = folded(elided ?? raw);
  const fixed = words.fixed.get(word);
  if (fixed) return fixed;
  const scale = words.scales.get(word);
  return scale === undefined ? stem(word, words) : `*${scale}`;
}

function segmentWords(run: string, at: number, language: string, words: NumberWords): LocatedToken[] {
  const tokens: LocatedToken[] = [];
  for (const { segment, isWordLike, index } of segmenterFor(language).segment(run)) {
    const token = isWordLike ? wordToken(segment, words) : null;
    if (token !== null) tokens.push({ token, start: at + index, end: at + index + segment.length });
  }
  return tokens;
}

const segmenters = new Map<string, Intl.Segmenter>();

/** The segmenter of a language for words; of one that it does not know, another's for its script. */
export function segmenterFor(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    const locale = Intl.Segmenter.supportedLocalesOf([language]).length > 0 ? language : 'zh';
    segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
    segmenters.set(language, segmenter);
  }
  return segmenter;
}

/** "2,4" and "2.4" alike, "1 200" and "1,200" alike, in the digits of any script. */
function plainNumber(written: string): string {
  const raw = /[^\0-\x7f]/u.test(written)
    ? written.replace(OTHER_DIGIT, (digit) => String(digitValue(digit)))
    : written;
  // Arabic has marks of its own that leave no doubt.
  if (/[\u066b\u066c]/u.test(raw)) return String(Number(raw.replaceAll('\u066c', '').replace('\u066b', '.')));
  const parts = raw.split(/[ .,'’\u00a0\u202f]/u);
  const last = parts[parts.length - 1] ?? '';
  if (parts.length === 1) return String(Number(raw));
  const grouped = parts.slice(1).every((part) => part.length === 3) && (parts[0] ?? '').length <= 3 && parts[0] !== '0';
  return grouped ? parts.join('') : String(Number(`${parts.slice(0, -1).join('')}.${last}`));
}

const OTHER_DIGIT = /[^\P{Nd}0-9]/gu;

/** The value of a decimal digit: Unicode keeps the ten of a script together, beginning with zero. */
function digitValue(digit: string): number {
  let before = 0;
  for (let code = digit.codePointAt(0)! - 1; /^\p{Nd}$/u.test(String.fromCodePoint(code)); code--) before += 1;
  return before % 10;
}

/** Multiplies a number by the scale word behind it: "2.4 billion" → "#2400000000". */
function scaled(tokens: LocatedToken[], words: NumberWords): LocatedToken[] {
  if (words.scales.size === 0) return tokens;
  const out: LocatedToken[] = [];
  for (const located of tokens) {
    const { token, start, end } = located;
    const before = out[out.length - 1];
    if (!token.startsWith('*')) out.push(located);
    else if (before?.token.startsWith('#')) {
      const value = Number((Number(before.token.slice(1)) * Number(token.slice(1))).toPrecision(12));
      out[out.length - 1] = { token: `#${value}`, start: before.start, end };
    } else out.push({ token: `#${token.slice(1)}`, start, end });
  }
  return out;
}

function stem(word: string, { joinedArticle, stems }: NumberWords): string {
  let bare = word.replace(joinedArticle, '');
  for (const [from, to] of stems) bare = bare.replace(from, to);
  return bare.length > STEM_LENGTH ? bare.slice(0, STEM_LENGTH) : bare;
}

/** A word in Latin letters, for comparing across scripts. */
export function latinised(token: string): string {
  return /^[\0-\x7f]*$/.test(token)
    ? token
    : anyAscii(token)
        .toLowerCase()
        .replace(/[^a-z0-9]/g, '');
}
