import type { Side } from '../../bitext/bitext.ts';

/** Texts of fewer letters have too little to tell a language or a proportion by. */
export const MIN_TEXT_LENGTH = 40;
/** How many deviations from the usual proportion of lengths are suspicious. */
const ODD_DEVIATIONS = 4.5;

type Texts = Readonly<Record<Side, string>>;

/** The usual logarithm of target to source length, and its spread. */
interface Proportion {
  readonly middle: number;
  readonly spread: number;
}

/** Which rows of a memory are far longer or shorter than their other side, for what is usual in it. */
export interface OddLengths {
  /**
   * Notes a row of two sides.
   * @param texts by which is measured what is usual
   * @param plain the same without white space around, by which the row is judged
   */
  note(bead: number, texts: Texts, plain: Texts): void;
  /** Notes a row that is only measured. */
  measure(texts: Texts): void;
  /** Of the rows noted those that are odd, in order. */
  beads(): number[];
}

/** What is usual is known at the end, by median and quartiles; of each row a number is kept until then. */
export function oddLengths(): OddLengths {
  const measured: number[] = [];
  const beads: number[] = [];
  const logs: number[] = [];
  const measure = ({ source, target }: Texts) => {
    if (source.length >= MIN_TEXT_LENGTH && target.length > 0) measured.push(Math.log(target.length / source.length));
  };
  return {
    measure,
    note(bead, texts, { source, target }) {
      measure(texts);
      if (Math.max(source.length, target.length) < MIN_TEXT_LENGTH) return;
      beads.push(bead);
      logs.push(Math.log(target.length / source.length));
    },
    beads() {
      const { middle, spread } = usual(measured);
      return beads.filter((_, i) => Math.abs(logs[i]! - middle) > ODD_DEVIATIONS * spread);
    },
  };
}

function usual(logs: readonly number[]): Proportion {
  if (logs.length < 20) return { middle: 0, spread: 0.35 };
  const sorted = Float64Array.from(logs).sort();
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]!;
  return { middle: at(0.5), spread: Math.max(0.15, (at(0.75) - at(0.25)) / 1.35) };
}
