import { writeFileSync } from 'node:fs';
import { type PageSide, pairEvidence } from '#dist/core/align/pages/settle-pages.js';
import { judgeLines, pageLines, worthOf } from '#dist/core/text/page/judge-page.js';
import { seenPage } from '#dist/core/text/page/page-features.js';
import { LINE_STATES, OUTSIDE_STATES } from '#dist/core/text/page/page-model.js';
import { splitParagraphs } from '#dist/core/text/paragraphs.js';
import { loadLanguagePacks } from '#dist/intake/language-packs.js';
import { loadSeedLexicons } from '#dist/intake/seed-lexicon.js';
import type { MadePage } from './made-page.ts';
import { madePages, madePairs } from './made-pages.ts';
import { stories } from './page-data.ts';
import { type Learned, type Sequence, trainChain } from './train-chain.ts';

// `npm run train:pages` makes pages of stories and furniture (bench/data/pages), learns from them how the
// lines of a page are told apart, by itself and beside its translation, and writes data/page-models.json.

const packs = loadLanguagePacks();
const seedFor = loadSeedLexicons();
const [singles = 1600, pairs = 700, rounds = 90, pull = 2, pullPaired = 2] = process.argv.slice(2, 7).map(Number);
/** Names of stories that nothing is learned from. */
const without = process.argv[7]?.split(',') ?? [];
const learnedFrom = stories().filter(({ name }) => !without.includes(name));
const HELD = 8;

const blocksOf = (text: string) =>
  splitParagraphs(text, packs('en').shared).map((span) => ({ ...span, role: 'paragraph' as const }));

/** The states of a made page's lines as the program finds them: one that it joins with others has the state of the first. */
function statesOf({ text, lines }: MadePage, blocks: readonly { start: number }[]): number[] {
  let [at, next] = [0, 0];
  return blocks.map(({ start }) => {
    while (next < lines.length - 1) {
      const { text: line } = lines[next]!;
      const place = text.indexOf(line, at);
      if (place + line.length > start) break;
      at = place + line.length;
      next += 1;
    }
    return LINE_STATES.indexOf(lines[next]!.state);
  });
}

function sequenceOf(page: MadePage): Sequence {
  const blocks = blocksOf(page.text);
  return {
    ...seenPage(pageLines(page.text, blocks, packs(page.language))),
    states: statesOf(page, blocks),
  };
}

function report(name: string, sequences: readonly Sequence[], model: Learned): void {
  let [all, lost, kept] = [0, 0, 0];
  for (const { features, states, base, sizes } of sequences) {
    const own = worthOf(features, model);
    const worth = base ? own.map((line, i) => line.map((value, s) => value + model.scale * base[i]![s]!)) : own;
    judgeLines(worth, sizes, model).forEach(({ outside }, i) => {
      const truth = OUTSIDE_STATES.has(LINE_STATES[states[i]!]!);
      all += 1;
      if (truth && outside < 0.5) kept += 1;
      if (!truth && outside >= 0.5) lost += 1;
    });
  }
  console.error(`${name}: ${all} lines held back, ${lost} of the text lost, ${kept} of the furniture kept`);
}

const options = { rounds, pull, rate: 0.12, rarest: 8 };
const made = madePages(singles, 17, learnedFrom);
const sequences = made.map(sequenceOf);
const single = trainChain(
  sequences.filter((_, i) => i % HELD !== 0),
  options,
);
report(
  'single',
  sequences.filter((_, i) => i % HELD === 0),
  single,
);

// What the first judgement is worth on pages that it was not learned from: each half of the languages by the other.
const languages = [...new Set(made.map(({ language }) => language))].sort();
const isFirst = (language: string) => languages.indexOf(language) % 2 === 0;
const halves = [true, false].map((first) =>
  trainChain(
    sequences.filter((_, i) => isFirst(made[i]!.language) !== first),
    options,
  ),
);

function sideOf(page: MadePage): { side: PageSide; states: number[] } {
  const blocks = blocksOf(page.text);
  const pack = packs(page.language);
  const seen = seenPage(pageLines(page.text, blocks, pack));
  const model = halves[isFirst(page.language) ? 0 : 1]!;
  const worth = worthOf(seen.features, model);
  return {
    side: { text: page.text, blocks, pack, ...seen, worth, judged: judgeLines(worth, seen.sizes, model) },
    states: statesOf(page, blocks),
  };
}

const paired = madePairs(pairs, 29, learnedFrom).flatMap((pair): Sequence[] => {
  const [source, target] = [sideOf(pair.source), sideOf(pair.target)];
  const evidence = pairEvidence(source.side, target.side, seedFor(source.side.pack, target.side.pack));
  if (!evidence) return [];
  return [
    { ...source, ...evidence.source, base: source.side.worth, sizes: source.side.sizes },
    { ...target, ...evidence.target, base: target.side.worth, sizes: target.side.sizes },
  ];
});
const both = trainChain(
  paired.filter((_, i) => i % (2 * HELD) > 1),
  { ...options, pull: pullPaired },
);
report(
  'paired',
  paired.filter((_, i) => i % (2 * HELD) <= 1),
  both,
);
writeFileSync(
  new URL('../../../data/page-models.json', import.meta.url),
  `${JSON.stringify({ single, paired: both })}\n`,
);
