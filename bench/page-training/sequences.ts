import { type PageSide, pairEvidence } from '#dist/core/align/pages/settle-pages.js';
import { creditFinder } from '#dist/core/text/page/credits.js';
import { judgeLines, pageLines, worthOf } from '#dist/core/text/page/judge-page.js';
import { seenPage } from '#dist/core/text/page/page-features.js';
import { LINE_STATES } from '#dist/core/text/page/page-model.js';
import { splitParagraphs } from '#dist/core/text/paragraphs.js';
import { loadLanguagePacks } from '#dist/intake/language-packs.js';
import { loadSeedLexicons } from '#dist/intake/seed-lexicon.js';
import type { MadePage } from './made-page.ts';
import type { Learned, Sequence } from './train-chain.ts';

const packs = loadLanguagePacks();
const seedFor = loadSeedLexicons();

export const shared = packs('en').shared;

/** Finds credits in lines of a language. */
export const creditsIn = (language: string) => creditFinder(packs(language).creditMarks);

const blocksOf = (text: string) =>
  splitParagraphs(text, shared).map((span) => ({ ...span, role: 'paragraph' as const }));

/** A page by itself, as the chain learns from it. */
export function sequenceOf(page: MadePage): Sequence {
  const blocks = blocksOf(page.text);
  return { ...seenPage(pageLines(page.text, blocks, packs(page.language))), states: statesOf(page, blocks) };
}

/**
 * Two pages beside each other, as the second chain learns from them; none where one says nothing of the other.
 * @param modelFor the model of single pages by whose judgement a language's pages go in
 */
export function sequencesOfPair(
  pair: { readonly source: MadePage; readonly target: MadePage },
  modelFor: (language: string) => Learned,
): Sequence[] {
  const [source, target] = [sideOf(pair.source, modelFor), sideOf(pair.target, modelFor)];
  const evidence = pairEvidence(source.side, target.side, seedFor(source.side.pack, target.side.pack));
  if (!evidence) return [];
  return [
    { ...source, ...evidence.source, base: source.side.worth, sizes: source.side.sizes },
    { ...target, ...evidence.target, base: target.side.worth, sizes: target.side.sizes },
  ].map(({ features, states, base, sizes }) => ({ features, states, base, sizes }));
}

function sideOf(page: MadePage, modelFor: (language: string) => Learned): { side: PageSide; states: number[] } {
  const blocks = blocksOf(page.text);
  const pack = packs(page.language);
  const seen = seenPage(pageLines(page.text, blocks, pack));
  const model = modelFor(page.language);
  const worth = worthOf(seen.features, model);
  return {
    side: { text: page.text, blocks, pack, ...seen, worth, judged: judgeLines(worth, seen.sizes, model) },
    states: statesOf(page, blocks),
  };
}

/** The states of a page's lines as the program finds them: one that it joins with others has the state of the first. */
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
