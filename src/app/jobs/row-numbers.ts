/** The numbers of rows, from 1, by their beads, while a long text is gone through. */
export interface RowNumbers {
  /** Gives a bead the next number where it has none yet. */
  add(bead: number): void;
  of(bead: number): number;
  /** How many beads have one. */
  count(): number;
}

/** Four bytes for each number that a bead may have: the beads of a text are numbered from 1. */
export function rowNumbers(): RowNumbers {
  let numbers = new Uint32Array(1024);
  let count = 0;
  return {
    add(bead) {
      if (bead >= numbers.length) {
        const larger = new Uint32Array(2 * bead);
        larger.set(numbers);
        numbers = larger;
      }
      if (numbers[bead] !== 0) return;
      count += 1;
      numbers[bead] = count;
    },
    of: (bead) => numbers[bead]!,
    count: () => count,
  };
}
