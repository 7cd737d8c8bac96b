import type { SharedWords } from '#dist/core/text/language-pack.js';
import { shapeOf } from '#dist/core/text/page/line-shape.js';
import type { LineState } from '#dist/core/text/page/page-model.js';
import { splitParagraphs } from '#dist/core/text/paragraphs.js';
import { type CopiedPair, copiedPairs } from '../copied-pages.ts';
import type { MadePage } from './made-page.ts';
import type { Story, StoryLine } from './page-data.ts';
import type { Random } from './random.ts';

/** A page that was copied, with what each of its lines is and whether a blank line stands before it. */
export interface CopiedPage extends MadePage {
  readonly name: string;
  readonly lines: readonly CopiedLine[];
}

interface CopiedLine {
  readonly text: string;
  readonly state: LineState;
  readonly apart: boolean;
}

const BLIND = new URL('../../../bench/data/blind/pages/', import.meta.url);

/** Pages that may be learned from: the halves of the blind sets that may be looked at. */
export function copiedPages(shared: SharedWords): { readonly source: CopiedPage; readonly target: CopiedPage }[] {
  return ['work', 'work-2', 'work-3', 'work-4'].flatMap((set) =>
    copiedPairs(new URL(`${set}/`, BLIND)).map((pair) => ({
      source: labelled(pair, 's', shared),
      target: labelled(pair, 't', shared),
    })),
  );
}

function labelled(pair: CopiedPair, side: 's' | 't', shared: SharedWords): CopiedPage {
  const text = side === 's' ? pair.source : pair.target;
  const gold = pair.gold.flatMap((bead) => bead[side]).map(plain);
  const aside = new Set([...pair.furniture, ...pair.signatures].map(plain));
  const parts = [...aside].filter((line) => line.length > 3);
  const spans = splitParagraphs(text, shared);
  const isGold = spans.map(({ start, end }) => {
    const line = plain(text.slice(start, end));
    if (aside.has(line)) return false;
    return gold.some((sentence) => line.includes(sentence) || (line.length > 3 && sentence.includes(line)));
  });
  const isAside = spans.map(({ start, end }, i) => {
    const line = plain(text.slice(start, end));
    return !isGold[i] && (aside.has(line) || parts.some((part) => line.includes(part)));
  });
  const title = plain(side === 's' ? pair.titles.source : pair.titles.target);
  const named = spans.findIndex(({ start, end }, i) => isGold[i] && plain(text.slice(start, end)).includes(title));
  const headline = title !== '' && named >= 0 ? named : isGold.indexOf(true);
  const last = isGold.lastIndexOf(true);
  const full = spans.findIndex(({ start, end }, i) => i > headline && isGold[i] && isFull(text.slice(start, end)));
  const lastMeta = isAside.lastIndexOf(true, full < 0 ? headline : full);
  let inText = false;
  const lines = spans.map(({ start, end }, i): CopiedLine => {
    const state = ((): LineState => {
      if (i < headline) return 'before';
      if (i === headline) return 'headline';
      if (i > last) return 'after';
      if (isAside[i]) return inText ? 'inner' : 'meta';
      const isFirst = i === headline + 1;
      if (!inText && (i < lastMeta || isFirst) && (!isFull(text.slice(start, end)) || (isFirst && isAside[i + 1])))
        return 'dek';
      inText = true;
      return 'text';
    })();
    const before = text.slice(spans[i - 1]?.end ?? 0, start);
    return { text: text.slice(start, end), state, apart: (before.match(/\n/gu)?.length ?? 0) > 1 };
  });
  return { name: pair.name.split('.')[0]!, language: side === 's' ? pair.from : pair.to, text, lines };
}

function isFull(line: string): boolean {
  return shapeOf(line).size === 'full';
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '');
}

/** The story of a copied page, for other pages to be made of. */
export function storyOf({ name, language, lines }: CopiedPage): Story {
  const inside = lines.filter(({ state }) => state === 'headline' || state === 'dek' || state === 'text');
  return {
    name,
    language,
    lines: inside.map(({ text, state }): StoryLine => {
      if (state === 'headline' || state === 'dek') return { kind: state, text };
      const { size } = shapeOf(text);
      return { kind: size === 'short' || size === 'tiny' ? 'heading' : 'paragraph', text };
    }),
  };
}

type CreditFinder = (line: string) => number;

/** Another story in the place of a copied page's own, with all that stands around it. */
export function refilled(page: CopiedPage, story: Story, creditIn: CreditFinder, random: Random): MadePage {
  const own = page.lines.filter(({ state }) => state === 'text').length;
  const body = story.lines.filter(({ kind }) => kind !== 'headline' && kind !== 'dek');
  const headline = story.lines.find(({ kind }) => kind === 'headline');
  const deks = story.lines.filter(({ kind }) => kind === 'dek');
  // A sentence of the story stands in for what is said under a picture.
  const captions = body
    .map(({ text }) => (/^.{25,150}?[.!?。](?=\s|$|\p{Lo})/u.exec(text)?.[0] ?? '').trim())
    .filter(Boolean)
    .toReversed();
  let [seen, put] = [0, 0];
  const wide = random.chance(0.75);
  const drafts: CopiedLine[] = [];
  const putUpTo = (count: number) => {
    for (; put < count; put++) drafts.push({ text: body[put]!.text, state: 'text', apart: wide });
  };
  for (const line of page.lines) {
    if (line.state === 'headline') drafts.push({ ...line, text: headline?.text ?? line.text });
    else if (line.state === 'dek') {
      const credit = creditIn(line.text);
      const caption = credit > 0 ? captions.shift() : undefined;
      const dek = credit > 0 ? caption && `${caption} ${line.text.slice(credit)}` : deks.shift()?.text;
      if (dek) drafts.push({ ...line, text: dek });
    } else if (line.state === 'text') {
      seen += 1;
      putUpTo(Math.round((seen / own) * body.length));
    } else drafts.push(line);
  }
  let text = '';
  for (const { text: line, apart } of drafts) text += (text === '' ? '' : apart ? '\n\n' : '\n') + line;
  const last = drafts.findLastIndex(({ state }) => state === 'text');
  const lines = drafts.map((line, i) =>
    i > last && line.state === 'inner' ? { ...line, state: 'after' as const } : line,
  );
  return { language: page.language, text, lines };
}
