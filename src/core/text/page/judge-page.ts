import type { RawBlock } from '../blocks.ts';
import type { LanguagePack } from '../language-pack.ts';
import { marginals } from './chain.ts';
import { creditFinder } from './credits.ts';
import { markGroups } from './line-groups.ts';
import type { LineSize } from './line-shape.ts';
import { monthsOf } from './months.ts';
import { type PageLine, type SeenPage, seenPage } from './page-features.ts';
import { chainOf, LINE_STATES, type LineState, OUTSIDE_STATES, type PageModel } from './page-model.ts';
import { comparable, phrasesOf } from './phrases.ts';

/** What a line of a page probably is. */
export interface Judgement {
  /** The likeliest state. */
  readonly state: LineState;
  /** The probability that it does not belong to the article. */
  readonly outside: number;
  /** Whether it surely has a counterpart in a translation. */
  readonly paired?: boolean;
  readonly size: LineSize;
}

/**
 * From which probability lines are left out, by their form. A line of the article left out is the worse fault,
 * and what looks like a paragraph or a sentence is most often one.
 */
const LEFT_OUT_FROM: Readonly<Record<LineSize, number>> = {
  full: 0.98,
  sentence: 0.985,
  words: 0.95,
  long: 0.97,
  middle: 0.95,
  short: 0.9,
  tiny: 0.8,
};

/** Whether a line should be left out of the article. */
export function isLeftOut({ outside, size }: Judgement): boolean {
  return outside >= LEFT_OUT_FROM[size];
}

/** The lines of a page with what can be seen of each, and what each probably is. */
export interface JudgedPage extends SeenPage {
  readonly judged: readonly Judgement[];
  /** What each line's own look is worth for each state. */
  readonly worth: readonly (readonly number[])[];
}

/** Judges the lines of a page by the chain that was learned from pages, all lines together. */
export function judgePage(text: string, blocks: readonly RawBlock[], pack: LanguagePack): JudgedPage {
  const seen = seenPage(pageLines(text, blocks, pack));
  const model = pack.pageModels?.single;
  if (!model) return { ...seen, worth: [], judged: seen.sizes.map((size) => ({ state: 'text', outside: 0, size })) };
  const worth = worthOf(seen.features, model);
  return {
    ...seen,
    worth,
    judged: sparingCleanTexts(withGroups(withTitle(judgeLines(worth, seen.sizes, model), seen), seen), seen),
  };
}

/**
 * A line with a label, "Present: …", is no headline where another follows it, as in minutes and forms: the title is the first
 * line above them, unless something tells that it is furniture.
 */
function withTitle(judged: readonly Judgement[], { features }: Pick<SeenPage, 'features'>): Judgement[] {
  const at = judged.findIndex(({ state }) => state === 'headline');
  const isLabelled = (i: number) => features[i]?.includes('label') ?? false;
  if (at < 1 || at > MAX_FORM_HEAD || !isLabelled(at) || !isLabelled(at + 1)) return [...judged];
  if (features.slice(0, at).some((own) => own.some((feature) => FURNITURE.test(feature)))) return [...judged];
  return judged.map((judgement, i) =>
    i > at
      ? judgement
      : { ...judgement, state: i === 0 ? 'headline' : 'text', outside: Math.min(judgement.outside, 0.5) },
  );
}

/** So many lines stand above the labels of a form at most. */
const MAX_FORM_HEAD = 3;
const FURNITURE =
  /^(?:phrase:.*|credit:.*|address|handle|tag|rights|crumbs|manyBars|manyGaps|pointer|links:(?:all|many)|repeated:.*)$/u;

/** So few lines left out do not make a page: a letter, a poem or minutes have some that look like labels. */
const MAX_CLEAN_LINES = 5;

/** What says of a line, whatever stands around it, that it is furniture: known phrases, credits, dates, addresses, lists of links. */
const TELLING =
  /^(?:phrase:.*|credit:.*|below:.*|month|date|time|address|handle|tag|rights|crumbs|manyBars|manyGaps|glued|pointer|links:(?:all|many)|repeated:.*)$/u;

/**
 * Where hardly anything is left out of a text, and not several labels of a word or two, it is no page that was copied, and
 * only what surely is furniture goes.
 */
export function sparingCleanTexts(judged: readonly Judgement[], { features }: Pick<SeenPage, 'features'>): Judgement[] {
  const leftOut = judged.filter(isLeftOut);
  const labels = leftOut.filter(({ size }) => size === 'tiny').length;
  const isClean = leftOut.length <= MAX_CLEAN_LINES && labels <= 1;
  return judged.map((judgement, i) =>
    isClean && isLeftOut(judgement) && !features[i]!.some((feature) => TELLING.test(feature))
      ? { ...judgement, outside: 0.5 }
      : judgement,
  );
}

/**
 * What is known of lines by those that they stand with, without a blank line between: a line above or within the text that ends
 * with a credit, or stands below one, is what is said under a picture, and more is asked of it to be left out; lines below
 * a label of the page that end as no sentence are links to other stories.
 */
export function withGroups(
  judged: readonly Judgement[],
  { marks, sizes }: Pick<SeenPage, 'marks' | 'sizes'>,
): Judgement[] {
  return judged.map((judgement, i) => {
    if (marks[i]!.includes('below:label')) return { ...judgement, outside: Math.max(judgement.outside, SURE) };
    const isCredited = marks[i]!.includes('credit:tail') || marks[i]!.includes('below:credit');
    const isCaption = isCredited && CAPTION_SIZES.has(sizes[i]!);
    const isWithin = judgement.state !== 'before' && judgement.state !== 'after';
    return isCaption && isWithin ? { ...judgement, outside: Math.min(judgement.outside, 0.5) } : judgement;
  });
}

const SURE = 0.99;
const CAPTION_SIZES: ReadonlySet<LineSize> = new Set(['full', 'sentence', 'long', 'middle']);

/** The likeliest states of lines, from what each line is worth for each state. */
export function judgeLines(
  worth: readonly (readonly number[])[],
  sizes: readonly LineSize[],
  model: Pick<PageModel, 'start' | 'transitions'>,
): Judgement[] {
  return marginals(worth, chainOf(model)).states.map((states, i): Judgement => {
    const best = states.indexOf(Math.max(...states));
    return {
      state: LINE_STATES[best] ?? 'text',
      outside: states.reduce((sum, p, s) => sum + (OUTSIDE_STATES.has(LINE_STATES[s]!) ? p : 0), 0),
      size: sizes[i]!,
    };
  });
}

/** What the features of each line are worth for each state, summed up. */
export function worthOf(features: readonly (readonly string[])[], { features: weights }: PageModel): number[][] {
  return features.map((line) => {
    const sums = LINE_STATES.map(() => 0);
    for (const feature of line) {
      weights[feature]?.forEach((weight, s) => {
        sums[s] = sums[s]! + weight;
      });
    }
    return sums;
  });
}

/** The lines of a page as they are judged, with what the language's pack knows of each. */
export function pageLines(text: string, blocks: readonly RawBlock[], pack: LanguagePack): PageLine[] {
  const phrases = phrasesOf(pack);
  const creditIn = creditFinder(pack.creditMarks);
  const monthNames = monthsOf(pack)?.pattern;
  const lines = blocks.map(({ start, end, role, links }, i): PageLine => {
    const raw = text.slice(start, end);
    const before = text.slice(blocks[i - 1]?.end ?? 0, start);
    const short = raw.length <= MAX_MARKED_LENGTH;
    const words = short ? comparable(raw) : '';
    const credit = creditIn(raw);
    const marks = [
      ...(short
        ? (Object.keys(phrases) as (keyof typeof phrases)[])
            .filter((kind) => phrases[kind](words))
            .map((kind) => `phrase:${kind}`)
        : []),
      ...(credit === 0 ? ['credit:whole'] : credit > 0 ? ['credit:tail'] : []),
      ...(short && monthNames?.test(raw) ? ['month'] : []),
      ...(short && NAMES.test(raw.trim()) ? ['name'] : []),
    ];
    return { text: raw, role, links, marks, apart: (before.match(/\n/gu)?.length ?? 0) > 1 };
  });
  return markGroups(lines);
}

/** Phrases and dates are looked for in lines up to this length. */
const MAX_MARKED_LENGTH = 300;

/** Nothing but one or two names, in scripts that have capitals. */
const NAME = "(?:\\p{Lu}[\\p{L}\\p{M}’']*\\.?(?:[\\s-]+|$)){2,4}";
const NAMES = new RegExp(`^${NAME}(?:(?:&|\\p{Ll}{1,3})\\s${NAME})?$`, 'u');
