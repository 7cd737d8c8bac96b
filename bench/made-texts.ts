import type { IndexBead } from '#dist/core/align/evaluate.js';

export interface MadeTexts {
  readonly source: string[];
  readonly target: string[];
  readonly gold: IndexBead[];
}

export interface MadeTextOptions {
  /** How many different words are drawn from. */
  readonly words?: number;
  /** Words of the shortest sentence, and how many more the longest has. */
  readonly length?: readonly [shortest: number, spread: number];
  /** Share of sentences that stand on one side alone. */
  readonly gaps?: number;
}

/** A text of invented words and its word-for-word translation, the same every time. */
export function madeTexts(
  size: number,
  {
    words = Math.round(40 * Math.sqrt(size * 12)),
    length: [shortest, spread] = [6, 20],
    gaps = 0.03,
  }: MadeTextOptions = {},
): MadeTexts {
  const random = generator(42);
  const word = (id: number, seed: number) => {
    const letters = generator(id * 7919 + seed);
    return Array.from({ length: 3 + (id % 6) }, () => 'abcdefghijklmnoprstuvz'[Math.floor(letters() * 22)]).join('');
  };
  // Word frequencies follow Zipf's law roughly: a power of a uniform number.
  const sentence = () =>
    Array.from({ length: shortest + Math.floor(random() * spread) }, () => Math.floor(words * random() ** 3));
  const source: string[] = [];
  const target: string[] = [];
  const gold: IndexBead[] = [];
  const write = (ids: readonly number[], seed: number) => `${ids.map((id) => word(id, seed)).join(' ')}.`;
  for (let k = 0; k < size; k++) {
    const ids = sentence();
    const chance = random();
    const [from, to] = [source.length, target.length];
    const cut = Math.ceil(ids.length / 2);
    const parts = [ids.slice(0, cut), ids.slice(cut)];
    if (chance < gaps / 2) source.push(write(ids, 1));
    else if (chance < gaps) target.push(write(ids, 2));
    else if (chance < gaps + 0.04) {
      source.push(write(ids, 1));
      target.push(...parts.map((part) => write(part, 2)));
    } else if (chance < gaps + 0.08) {
      source.push(...parts.map((part) => write(part, 1)));
      target.push(write(ids, 2));
    } else {
      source.push(write(ids, 1));
      target.push(write(ids.toReversed(), 2));
    }
    gold.push([source.slice(from).map((_, x) => from + x), target.slice(to).map((_, x) => to + x)]);
  }
  return { source, target, gold };
}

/** A linear congruential generator (Numerical Recipes' constants): reproducible, good enough for made text. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
