import type { Lesson, PagePair } from './learned-pages.ts';
import type { MadePage } from './made-page.ts';
import { sequenceOf, sequencesOfPair } from './sequences.ts';
import { type Learned, type Sequence, type Training, trainChain } from './train-chain.ts';

/** What is learned from, looked through once. */
export interface Prepared {
  readonly single: readonly Lesson<Sequence>[];
  readonly paired: readonly Lesson<Sequence>[];
}

/** Looks through all pages once. The judgement that pairs go in with is of a model that has seen no page in the page's language. */
export function prepared(
  single: readonly Lesson<MadePage>[],
  pairs: readonly Lesson<PagePair>[],
  options: Training,
): Prepared {
  const sequences = single.map(({ pages, weight, origins }) => ({
    pages: { ...sequenceOf(pages), weight },
    weight,
    origins,
  }));
  const languages = [...new Set(single.map(({ pages }) => pages.language))].sort();
  const isFirst = (language: string) => languages.indexOf(language) % 2 === 0;
  const [byFirst, bySecond] = [true, false].map((first) =>
    trainChain(
      sequences.flatMap(({ pages }, i) => (isFirst(single[i]!.pages.language) === first ? [pages] : [])),
      options,
    ),
  );
  const modelFor = (language: string) => (isFirst(language) ? bySecond! : byFirst!);
  return {
    single: sequences,
    paired: pairs.flatMap(({ pages, weight, origins }) =>
      sequencesOfPair(pages, modelFor).map((sequence) => ({ pages: { ...sequence, weight }, weight, origins })),
    ),
  };
}

/** Both models, learned from all but what copied pairs of some names have a part in. */
export function learnModels(
  { single, paired }: Prepared,
  options: Training,
  without: ReadonlySet<string> = new Set(),
): { single: Learned; paired: Learned } {
  const kept = (lessons: readonly Lesson<Sequence>[]) =>
    lessons.flatMap(({ pages, origins }) => (origins.some((name) => without.has(name)) ? [] : [pages]));
  return { single: trainChain(kept(single), options), paired: trainChain(kept(paired), options) };
}
