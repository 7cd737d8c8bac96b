/** Numbers that look random and are the same each time (mulberry32). */
export interface Random {
  /** From 0 to 1. */
  (): number;
  /** Whether something with this probability happens. */
  chance(probability: number): boolean;
  /** From 0 to `most`, both possible. */
  upTo(most: number): number;
  pick<T>(items: readonly T[]): T;
  /** Some of the items in any order. */
  some<T>(items: readonly T[], count: number): T[];
}

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const upTo = (most: number) => Math.floor(next() * (most + 1));
  return Object.assign(next, {
    chance: (probability: number) => next() < probability,
    upTo,
    pick: <T>(items: readonly T[]): T => items[upTo(items.length - 1)]!,
    some: <T>(items: readonly T[], count: number): T[] => {
      const rest = [...items];
      return Array.from({ length: Math.min(count, rest.length) }, () => rest.splice(upTo(rest.length - 1), 1)[0]!);
    },
  });
}
