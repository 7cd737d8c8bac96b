import type { LineState } from '#dist/core/text/page/page-model.js';
import { byline, place } from './names.ts';
import type { Furniture, Story, StoryLine } from './page-data.ts';
import type { Random } from './random.ts';

/** A page made of a story and furniture, with what each of its lines is. */
export interface MadePage {
  readonly language: string;
  readonly text: string;
  /** In order; a line that the program joins to the one before is none of them. */
  readonly lines: readonly { readonly text: string; readonly state: LineState }[];
}

interface Draft {
  readonly text: string;
  readonly state: LineState;
  /** Whether it stands close to the line before. */
  readonly close: boolean;
}

/** How much of everything a page has. */
export interface Fullness {
  /** Whether there is furniture at all. */
  readonly bare: boolean;
  /** Where something stands between its lines, from 0, the beginning, to 1; by default anywhere. */
  readonly breaks?: readonly number[];
  /** Share of its paragraphs that are left out. */
  readonly drop: number;
  /** Sentences of the story that come again as a deck or under a picture, each by the number of its line. */
  readonly again: readonly { readonly kind: 'dek' | 'caption'; readonly line: number }[];
  /** Headings that stand between its paragraphs, by where: from 0, the beginning, to 1. */
  readonly headings: readonly { readonly at: number; readonly text: string }[];
}

/** Makes a page of a story: furniture of the language at the places where pages have it, in ever other order and number. */
export function madePage(
  story: Story,
  own: Furniture,
  foreign: Furniture,
  random: Random,
  { bare, headings, again, drop, breaks }: Fullness,
): MadePage {
  const groups = (section: string, most: number) =>
    random.some((random.chance(0.06) ? foreign : own)[section] ?? [], random.upTo(most));
  const drafts: Draft[] = [];
  const put = (state: LineState, lines: readonly string[], close = false) => {
    const loose = random.chance(0.3);
    lines.forEach((line, k) => {
      drafts.push({ text: line.replace(/^~/u, ''), state, close: k === 0 ? close : !loose });
    });
  };
  const furnish = (state: LineState, section: string, most: number) => {
    if (bare) return;
    for (const group of groups(section, most)) put(state, group, random.chance(0.5));
  };
  const lines = varied([...story.lines, ...repeated(story.lines, again)], headings, drop, random);
  const credits = (bare && random.chance(0.7) ? [] : own['credit'])?.map(([line = '{}']) => line) ?? [];
  const body = lines.filter(({ kind }) => kind !== 'headline' && kind !== 'dek');
  const captions = body.filter(({ kind }) => kind === 'caption');
  const texts = body.filter(({ kind }) => kind !== 'caption');
  const headline = lines.find(({ kind }) => kind === 'headline');
  const withHeadline = headline && !random.chance(0.06);
  if (withHeadline && random.chance(0.8)) {
    const shuffled = random.some(['top', 'top', 'top', 'crumb'], 1 + random.upTo(3));
    for (const section of shuffled) furnish('before', section, 2);
    if (random.chance(0.6)) furnish('before', 'crumb', 1);
    if (random.chance(0.5)) furnish('before', 'kicker', 1);
    if (random.chance(0.15)) furnish('before', 'side', 1);
    if (random.chance(0.1)) furnish('before', 'after', 1);
  }
  if (withHeadline) {
    if (random.chance(0.12) && !bare) put('before', [headline.text.slice(0, 60)]);
    put('headline', [headline.text]);
  }
  const dek = lines.filter(({ kind }) => kind === 'dek');
  const early = random.chance(0.6);
  const putDek = () => {
    for (const { text } of dek) put(withHeadline ? 'dek' : 'text', [text], random.chance(0.3));
  };
  if (early) putDek();
  if (withHeadline || !early) {
    for (const section of random.some(['meta', 'meta', 'side', 'side', 'kicker'], random.upTo(4))) {
      furnish('meta', section, section === 'meta' ? 2 : 1);
    }
    if (random.chance(0.15)) furnish('meta', 'inner', 1);
    if (!bare && random.chance(0.35)) put('meta', [byline(story.language, random)], random.chance(0.5));
  }
  if (!early) putDek();
  if (!bare && withHeadline && random.chance(0.06)) put('meta', [place(random)]);
  const places = new Map<number, StoryLine[]>();
  for (const caption of captions) {
    const at = random.chance(0.6) ? 0 : random.upTo(texts.length - 1);
    places.set(at, [...(places.get(at) ?? []), caption]);
  }
  const putCaptions = (at: number) => {
    for (const { text } of places.get(at) ?? []) {
      put('text', [credits.length > 0 && random.chance(0.8) ? random.pick(credits).replace('{}', text) : text]);
    }
  };
  const between = Math.max(0, texts.length - 1);
  const anywhere = random.some(
    Array.from({ length: between }, (_, k) => k + 1),
    bare ? 0 : random.upTo(Math.min(5, between)),
  );
  const breakAt = new Set(breaks ? breaks.map((at) => 1 + Math.floor(at * between)) : anywhere);
  if (!bare && random.chance(0.25)) breakAt.add(0);
  texts.forEach((line, i) => {
    putCaptions(i);
    if (breakAt.has(i) && drafts.some(({ state }) => state === 'text')) {
      furnish(
        'inner',
        random.chance(0.85) ? 'inner' : random.pick(['side', 'after', 'inner']),
        random.chance(0.8) ? 1 : 2,
      );
    }
    const bullet = line.kind === 'item' ? random.pick(['- ', '• ', '– ', '', '1. ', '· ']) : '';
    put('text', [bullet + line.text], line.kind === 'item');
    if (!bare && random.chance(PULL_QUOTE_CHANCE)) put('inner', pullQuote(texts, story.language, random));
  });
  if (!bare && random.chance(0.85)) {
    furnish('after', 'end', 4);
    if (random.chance(0.12)) put('after', [byline(story.language, random)]);
    if (random.chance(0.3)) furnish('after', 'side', 2);
    if (random.chance(0.75)) furnish('after', 'after', 7);
    if (random.chance(0.2)) furnish('after', 'inner', 2);
    if (random.chance(0.5)) furnish('after', 'foot', 3);
    if (random.chance(0.1)) furnish('after', 'top', 1);
  }
  return laidOut(settled(drafts), story.language, random);
}

/** How often a sentence of the text is printed once more behind one of its paragraphs, as a quotation that catches the eye. */
const PULL_QUOTE_CHANCE = 0.02;

function pullQuote(texts: readonly StoryLine[], language: string, random: Random): string[] {
  const sentences = texts
    .flatMap(({ text }) => text.split(SENTENCE_BORDER))
    .map((sentence) => sentence.trim().replace(/^["“«„「‘]|["”»“」’]$/gu, ''))
    .filter(({ length }) => length > 15 && length < 160);
  if (sentences.length === 0) return [];
  const sentence = random.pick(sentences);
  const [open, close] = QUOTATION_MARKS[language] ?? ['“', '”'];
  switch (random.upTo(4)) {
    case 0:
      return [sentence.toUpperCase()];
    case 1:
      return [sentence];
    case 2:
      return [`${open}${sentence}${close}`, byline(language, random)];
    default:
      return [`${open}${sentence}${close}`];
  }
}

const SENTENCE_BORDER = /(?<=[.!?] )(?=\p{Lu})|(?<=。)/u;

const QUOTATION_MARKS: Readonly<Record<string, readonly [open: string, close: string]>> = {
  fr: ['« ', ' »'],
  de: ['„', '“'],
  ru: ['«', '»'],
  es: ['«', '»'],
  ar: ['«', '»'],
  pl: ['„', '”'],
  nl: ['‘', '’'],
  ja: ['「', '」'],
};

function repeated(lines: readonly StoryLine[], again: Fullness['again']): StoryLine[] {
  return again.flatMap(({ kind, line }) => {
    const paragraphs = lines.filter((one) => one.kind === 'paragraph');
    const [sentence = ''] = (paragraphs[line]?.text ?? '').split(SENTENCE_BORDER);
    const text = kind === 'dek' && line % 2 === 0 ? sentence.trim().replace(/[.。।]$/u, '') : sentence.trim();
    return text.length > 15 && text.length < 180 ? [{ kind, text }] : [];
  });
}

/** Parts of a story left out, paragraphs cut, headings put in, so that no two pages have the same one. */
function varied(
  lines: readonly StoryLine[],
  headings: Fullness['headings'],
  drop: number,
  random: Random,
): StoryLine[] {
  const without = new Set<StoryLine['kind']>();
  if (random.chance(0.25)) without.add('heading');
  if (random.chance(0.4)) without.add('dek');
  if (random.chance(0.3)) without.add('caption');
  const cut = random.chance(0.25);
  const large = random.chance(0.15);
  return lines.flatMap((line, i): StoryLine[] => {
    const { kind, text } = line;
    if (without.has(kind)) return [];
    const above = kind !== 'paragraph' ? [] : headings.filter(({ at }) => Math.floor(at * lines.length) === i);
    const put = above.map(
      (heading): StoryLine => ({ kind: 'heading', text: large ? heading.text.toUpperCase() : heading.text }),
    );
    if (kind === 'heading' && large) return [{ kind, text: text.toUpperCase() }];
    if (kind === 'paragraph' && random.chance(drop)) return put;
    if (kind === 'paragraph' && cut) {
      const parts = text.split(SENTENCE_BORDER);
      return [...put, ...parts.map((part): StoryLine => ({ kind, text: part.trim() }))];
    }
    return [...put, line];
  });
}

/** What stands behind the last line of the text is after it; what stands before the first, without a headline, is before. */
function settled(drafts: readonly Draft[]): Draft[] {
  const isText = ({ state }: Draft) => state === 'text' || state === 'dek' || state === 'headline';
  const last = drafts.findLastIndex(isText);
  const headline = drafts.findIndex(({ state }) => state === 'headline');
  const first = drafts.findIndex(({ state }) => state === 'text');
  return drafts.map((draft, i): Draft => {
    if (isText(draft)) return draft;
    if (i > last) return { ...draft, state: 'after' };
    if (i < headline) return { ...draft, state: 'before' };
    return { ...draft, state: i < first || first < 0 ? 'meta' : 'inner' };
  });
}

function laidOut(drafts: readonly Draft[], language: string, random: Random): MadePage {
  const style = random.pick(['wide', 'wide', 'wide', 'tight', 'all', 'mixed'] as const);
  const indent = /^(?:zh|ja)$/u.test(language) && random.chance(0.4) ? '　　' : '';
  let text = '';
  const lines = drafts.map(({ text: line, state, close }, i) => {
    const apart =
      style === 'all' || (style === 'wide' && !close) || (style === 'mixed' && random.chance(0.5) && !close);
    if (i > 0) text += apart ? '\n\n' : '\n';
    const whole = (state === 'text' ? indent : '') + line;
    text += whole;
    return { text: whole.trim(), state };
  });
  return { language, text, lines };
}
