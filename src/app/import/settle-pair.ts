import { sortPair } from '../../core/align/pages/sort-pair.ts';
import type { Side } from '../../core/bitext/bitext.ts';
import type { Languages } from '../desk.ts';
import type { IntakeTools, PairToSort, SortedPair, TextToSort } from '../intake-tools.ts';
import { work } from '../jobs/work.ts';
import { type PreparedArticle, titleOf } from './article-intake.ts';

/** A text that is settled, with its translation: one that is fresh, or one whose blocks stand. */
export type Settled = Pick<PreparedArticle, 'title' | 'text' | 'language' | 'blocks' | 'styles' | 'unsorted'>;

/**
 * Says again what the blocks of two articles are, now that each is beside its
 * translation. A side that a person has looked through stays as it is.
 */
export async function settlePair<Source extends Settled, Target extends Settled>(
  { source, target }: { readonly source: Source; readonly target: Target },
  languages: Languages,
  { sortPair: beside }: IntakeTools = {},
  signal?: AbortSignal,
): Promise<{ source: Source; target: Target }> {
  if (!source.unsorted && !target.unsorted) return { source, target };
  const pair = { source: toSort(source), target: toSort(target) };
  const short = source.text.length + target.text.length <= SMALL_PAIR_LENGTH;
  const blocks = beside && !short ? await beside(pair, signal) : sorted(pair, languages);
  const settled = <T extends Settled>(article: T, side: Side): T => ({
    ...article,
    blocks: blocks[side],
    unsorted: undefined,
    title: article.unsorted ? titleOf(article.text, blocks[side]) : article.title,
  });
  return { source: settled(source, 'source'), target: settled(target, 'target') };
}

/** Texts of no more letters together take some milliseconds. */
const SMALL_PAIR_LENGTH = 4000;

/** The same beside the server's thread: the texts are aligned for it. */
export const sortPages = work<PairToSort, SortedPair>(
  'say what the blocks of two articles are',
  { room: 'reading' },
  async (desk, pair) => sorted(pair, desk),
);

function sorted({ source, target }: PairToSort, { packs, seeds }: Languages): SortedPair {
  const [from, to] = [packs(source.language), packs(target.language)];
  return sortPair({ ...source, pack: from }, { ...target, pack: to }, seeds(from, to));
}

function toSort({ text, language, blocks, unsorted }: Settled): TextToSort {
  return unsorted ? { text, language, ...unsorted } : { text, language, blocks: [], known: new Map(), decided: blocks };
}
