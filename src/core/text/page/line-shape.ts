import { textLength } from '../text-length.ts';

/** What a line looks like, whatever its language. */
export interface LineShape {
  /** Letters without spaces, those of dense scripts counted more than once. */
  readonly weight: number;
  /** Whether it ends as a sentence does. */
  readonly ended: boolean;
  /** How much of an article it is by its form alone. */
  readonly size: LineSize;
  /** What can be seen of it, as names of features. */
  readonly traits: readonly string[];
}

/** A paragraph, a sentence, a few words that end as one, and lines that do not, by length. */
export type LineSize = 'full' | 'sentence' | 'words' | 'long' | 'middle' | 'short' | 'tiny';

/** Where a line's length changes what it is likely to be, in Latin letters without spaces. */
const WEIGHTS = [3, 6, 10, 16, 25, 40, 60, 90, 140, 220] as const;
const FULL_LINE_LENGTH = 80;

const CLOSERS = '["\'”’»›」』）)\\]}】》*_\\s]*';
const SENTENCE_END = new RegExp(`(?:\\p{Sentence_Terminal}|…)${CLOSERS}$`, 'u');
const INNER_STOP = /\p{Sentence_Terminal}["'”’»」』）)]*(?:\s+(?=[^\p{Ll}])|(?=[\p{Lo}「『“]))/gu;

const LINE_ENDS: readonly (readonly [name: string, test: RegExp])[] = [
  ['dots', /(?:\.\.\.|…)\p{Pf}?\s*$/u],
  ['asks', new RegExp(`[?？؟]${CLOSERS}$`, 'u')],
  ['calls', new RegExp(`[!！]${CLOSERS}$`, 'u')],
  ['stop', SENTENCE_END],
  ['colon', /[:：]\s*$/u],
  ['comma', /[,;，；、،]\s*$/u],
  ['closed', /["'”’»」』）)\]】》]\s*$/u],
  ['digit', /\p{N}\s*$/u],
];

const LINE_BEGINNINGS: readonly (readonly [name: string, test: RegExp])[] = [
  ['upper', /^\p{Lu}/u],
  ['lower', /^\p{Ll}/u],
  ['other', /^\p{Lo}/u],
  ['digit', /^\p{N}/u],
  ['quote', /^["'“‘«„「『‹]/u],
  ['open', /^[([（【［]/u],
  ['dash', /^[-–—―]/u],
  ['bullet', /^[•●▪·*◆■◇]/u],
];

const TRAITS: readonly (readonly [name: string, test: RegExp])[] = [
  ['date', /\p{N}{1,4}[./-]\p{N}{1,2}[./-]\p{N}{2,4}|\p{N}{4}\s?[年년]\s?\p{N}{1,2}\s?[月월]/u],
  ['time', /(?:^|[^\p{N}.,])\p{N}{1,2}\s?[:h時时시]\s?\p{N}{2}(?!\p{N})|(?:^|\s)\p{N}{1,2}[.:]\p{N}{2}(?:$|\s)/u],
  ['year', /(?<!\p{N})(?:19|20)\p{N}{2}(?!\p{N})/u],
  ['crumbs', /\S\s*[›»>→]\s*\S|\S\s+[/•]\s+\S/u],
  ['bars', /\s[|·•｜]\s/u],
  ['manyBars', /(?:[|·•｜›»/>][^|·•｜›»/>]+){2,}/u],
  ['gaps', /\S(?:\t|\s{2,}|\u3000)\S/u],
  ['manyGaps', /(?:\S(?:\t|\s{2,}|\u3000)\S.*){2,}/u],
  ['address', /\b(?:https?:|www\.)|[\w.-]+@[\w-]+\.\w|\b[\w-]+\.(?:com|org|net|example)\b/iu],
  ['handle', /(?:^|\s|\()@\w/u],
  ['tag', /(?:^|\s)#[\p{L}\p{N}]/u],
  ['rights', /[©ⓒ®℗]|\(c\)\s?\p{N}{4}/iu],
  ['bracketed', /^[([（【［][^()[\]（）【】［］]*[)\]）】］]\s*$/u],
  ['bracketHead', /^[[【［][^\]】］]{1,16}[\]】］]/u],
  ['glued', /\p{Ll}{2}\p{Lu}\p{Ll}|\p{Ll}{2}\p{N}/u],
  ['numbered', /^\p{N}{1,2}(?:[.)、．]|\s)\s*\p{L}/u],
  ['label', /^[^\p{Sentence_Terminal}:：,]{2,28}\s?[:：]\s?\S/u],
  ['dashed', /\s[–—-]\s/u],
  ['quoted', /[“«„「『"].*[”»“」』"]/u],
  ['equals', /[=＝]/u],
  ['stars', /\*{2,}|\s\*$/u],
  ['slash', /\p{L}\s?[/／]\s?\p{L}/u],
  ['money', /[$€£¥₽₹%％]/u],
  ['pointer', /^[>»›→▶►⇒]|[>»›→▶►⇒]\s*$/u],
  ['ellipsis', /…|\.\.\./u],
];

/** Looks at one line; its white space at the ends does not count. */
export function shapeOf(raw: string): LineShape {
  const line = raw.trim();
  const weight = textLength(line);
  const ended = SENTENCE_END.test(line) && !/^\P{L}*$/u.test(line);
  const size = sizeOf(weight, ended);
  const traits = [
    `weight:${WEIGHTS.findIndex((most) => weight <= most)}`,
    `size:${size}`,
    `end:${LINE_ENDS.find(([, test]) => test.test(line))?.[0] ?? 'none'}`,
    `begin:${LINE_BEGINNINGS.find(([, test]) => test.test(line))?.[0] ?? 'none'}`,
    `stops:${Math.min(2, (line.slice(0, -1).match(INNER_STOP) ?? []).length)}`,
    `commas:${Math.min(2, (line.match(/[,،，、](?!\p{N})/gu) ?? []).length)}`,
    `digits:${digitsIn(line)}`,
    ...capitalsIn(line),
    ...(line.length > MAX_FURNITURE_LENGTH ? [] : TRAITS.filter(([, test]) => test.test(line)).map(([name]) => name)),
  ];
  return { weight, ended, size, traits };
}

/** In a longer line these traits say nothing, and cost time. */
const MAX_FURNITURE_LENGTH = 400;

function sizeOf(weight: number, ended: boolean): LineSize {
  if (ended) return weight >= FULL_LINE_LENGTH ? 'full' : weight >= 25 ? 'sentence' : 'words';
  return weight > 140
    ? 'full'
    : weight >= FULL_LINE_LENGTH
      ? 'long'
      : weight >= 30
        ? 'middle'
        : weight >= 10
          ? 'short'
          : 'tiny';
}

function digitsIn(line: string): string {
  const digits = line.match(/\p{N}/gu)?.length ?? 0;
  const letters = line.match(/\p{L}/gu)?.length ?? 0;
  if (digits === 0) return letters === 0 ? 'nothing' : 'none';
  if (letters === 0) return 'alone';
  return digits > letters ? 'most' : digits * 4 > letters ? 'many' : 'some';
}

/** How a line's words are written, in scripts that have capitals: all large, most with a capital, or as in a sentence. */
function capitalsIn(line: string): string[] {
  const words =
    (line.length > MAX_FURNITURE_LENGTH ? line.slice(0, MAX_FURNITURE_LENGTH) : line).match(
      /\p{L}[\p{L}\p{M}’'-]*/gu,
    ) ?? [];
  const cased = words.filter((word) => /^[\p{Lu}\p{Ll}]/u.test(word));
  const count = `words:${words.length <= 4 ? words.length : words.length <= 8 ? '5-8' : '9+'}`;
  if (cased.length * 2 < words.length || words.length === 0) return [`${count}:uncased`];
  const large = cased.filter((word) => word.length > 1 && !/\p{Ll}/u.test(word)).length;
  const begun = cased.filter((word) => /^\p{Lu}/u.test(word)).length;
  const style =
    large >= cased.length * 0.8
      ? 'large'
      : begun === cased.length
        ? 'all'
        : begun >= cased.length * 0.6
          ? 'most'
          : 'few';
  return [count, `capitals:${style}`];
}
