import { type CopiedPage, copiedPages, refilled, storyOf } from './copied-page.ts';
import type { MadePage } from './made-page.ts';
import { madePages, madePairs } from './made-pages.ts';
import { type Story, stories } from './page-data.ts';
import { randomFrom } from './random.ts';
import { creditsIn, shared } from './sequences.ts';

/** Pages that are learned from, one or two of one story, with how often they count and which copied pages they are made of. */
export interface Lesson<Pages> {
  readonly pages: Pages;
  readonly weight: number;
  /** Names of copied pairs that a part of it comes from. */
  readonly origins: readonly string[];
}

export interface PagePair {
  readonly source: MadePage;
  readonly target: MadePage;
}

/** How many pages of each kind are made, and how often a copied one counts. */
export interface LessonCounts {
  readonly made: number;
  readonly refilled: number;
  readonly weight: number;
}

/** Single pages to learn from: made ones, copied ones, and copied ones with another story in them. */
export function singleLessons({ made, refilled: count, weight }: LessonCounts): Lesson<MadePage>[] {
  const copied = copiedPages(shared).flatMap(({ source, target }) => [source, target]);
  const random = randomFrom(41);
  const all = [...stories(), ...copied.map(storyOf)];
  return [
    ...madePages(made, 17).map((pages) => ({ pages, weight: 1, origins: [] })),
    ...copied.map((pages) => ({ pages, weight, origins: [pages.name] })),
    ...Array.from({ length: count }, () => {
      const page = random.pick(copied);
      const story = random.pick(all.filter(({ language, name }) => language === page.language && name !== page.name));
      return {
        pages: refilled(page, story, creditsIn(page.language), random),
        weight: 1,
        origins: [page.name, story.name],
      };
    }),
  ];
}

/** Pairs of pages to learn from, of the same kinds. */
export function pairLessons({ made, refilled: count, weight }: LessonCounts): Lesson<PagePair>[] {
  const copied = copiedPages(shared);
  const random = randomFrom(43);
  const versions = new Map<string, Story[]>();
  for (const story of [...stories(), ...copied.flatMap(({ source, target }) => [storyOf(source), storyOf(target)])])
    versions.set(story.name, [...(versions.get(story.name) ?? []), story]);
  const storiesFor = ({ source, target }: { source: CopiedPage; target: CopiedPage }) =>
    [...versions].flatMap(([name, own]) => {
      const [from, to] = [source, target].map((page) => own.find(({ language }) => language === page.language));
      return from && to && name !== source.name ? [{ name, from, to }] : [];
    });
  return [
    ...madePairs(made, 29).map((pages) => ({ pages, weight: 1, origins: [] })),
    ...copied.map((pages) => ({ pages, weight, origins: [pages.source.name] })),
    ...Array.from({ length: count }, () => {
      const pair = random.pick(copied);
      const found = storiesFor(pair);
      if (found.length === 0) return null;
      const { name, from, to } = random.pick(found);
      const pages = {
        source: refilled(pair.source, from, creditsIn(from.language), random),
        target: refilled(pair.target, to, creditsIn(to.language), random),
      };
      return { pages, weight: 1, origins: [pair.source.name, name] };
    }).filter((lesson) => lesson !== null),
  ];
}
