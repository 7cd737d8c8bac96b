import type { Chain } from './chain.ts';

/**
 * What a line of a page can be, in the order in which a page has them: what
 * stands before the headline, the headline, a deck, what stands between it and
 * the text, the text, what stands within it, and what comes behind it.
 */
export const LINE_STATES = ['before', 'headline', 'dek', 'meta', 'text', 'inner', 'after'] as const;
export type LineState = (typeof LINE_STATES)[number];

/** States of lines that do not belong to the article. */
export const OUTSIDE_STATES: ReadonlySet<LineState> = new Set(['before', 'meta', 'inner', 'after']);

/** What may follow what. Nothing of the article comes after its end. */
export const FOLLOWING_STATES: Readonly<Record<LineState, readonly LineState[]>> = {
  before: ['before', 'headline'],
  headline: ['headline', 'dek', 'meta', 'text', 'after'],
  dek: ['dek', 'meta', 'text', 'after'],
  meta: ['meta', 'dek', 'text'],
  text: ['text', 'inner', 'after'],
  inner: ['inner', 'text'],
  after: ['after'],
};

/** What a text may begin and end with: it need have no headline and no furniture. */
export const FIRST_STATES: readonly LineState[] = ['before', 'headline', 'dek', 'meta', 'text'];
export const LAST_STATES: readonly LineState[] = ['headline', 'dek', 'text', 'after'];

/**
 * Weights of a linear chain over the lines of a page, learned by
 * `npm run train:pages` from the pages in `bench/data/pages`; numbers in the order of `LINE_STATES`.
 */
export interface PageModel {
  readonly start: readonly number[];
  readonly transitions: readonly (readonly number[])[];
  /** What each feature of a line is worth for each state. */
  readonly features: Readonly<Record<string, readonly number[]>>;
}

/** The models that ship with the program, `data/page-models.json`. */
export interface PageModels {
  /** For a page on its own. */
  readonly single: PageModel;
  /** For a page beside its translation: what the first model says of a line counts `scale`, and what the other page says is added. */
  readonly paired: PageModel & { readonly scale: number };
}

/** The chain of a model, with what cannot be ruled out. */
export function chainOf({ start, transitions }: Pick<PageModel, 'start' | 'transitions'>): Chain {
  return {
    start: LINE_STATES.map((state, s) => (FIRST_STATES.includes(state) ? start[s]! : -Infinity)),
    transitions: LINE_STATES.map((from, f) =>
      LINE_STATES.map((to, t) => (FOLLOWING_STATES[from].includes(to) ? transitions[f]![t]! : -Infinity)),
    ),
    end: LINE_STATES.map((state) => (LAST_STATES.includes(state) ? 0 : -Infinity)),
  };
}
