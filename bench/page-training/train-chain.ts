import type { LineSize } from '#dist/core/text/page/line-shape.js';
import {
  chainOf,
  FIRST_STATES,
  FOLLOWING_STATES,
  LAST_STATES,
  LINE_STATES,
  type PageModel,
} from '#dist/core/text/page/page-model.js';

/** A page as the chain learns from it: features of each line, and its state as a number. */
export interface Sequence {
  readonly features: readonly (readonly string[])[];
  readonly states: readonly number[];
  readonly sizes: readonly LineSize[];
  /** How often it counts; once by default. */
  readonly weight?: number;
  /** What another model says of each line's states, to which this one adds. */
  readonly base?: readonly (readonly number[])[];
}

/** A model, and what the other one's word counts in it. */
export type Learned = PageModel & { readonly scale: number };

export interface Training {
  readonly rounds: number;
  /** Strength of the pull towards 0. */
  readonly pull: number;
  readonly rate: number;
  /** Features seen in fewer pages are left out. */
  readonly rarest: number;
}

const STATES = LINE_STATES.length;

/**
 * Learns the weights of the chain: the largest conditional likelihood of the
 * states less the squares of the weights, by steps along the gradient over all pages (Adam).
 */
export function trainChain(all: readonly Sequence[], { rounds, pull, rate, rarest }: Training): Learned {
  const sequences = all.filter(({ states }) => isPossible(states));
  const names = frequent(sequences, rarest);
  const index = new Map(names.map((name, k) => [name, k]));
  const data = sequences.map(({ features, states, base = null, weight = 1 }) => ({
    states,
    base,
    weight,
    lines: features.map((line) => line.flatMap((name) => index.get(name) ?? [])),
  }));
  const offset = names.length * STATES;
  const scaleAt = offset + STATES * STATES + STATES;
  const size = scaleAt + 1;
  const weights = new Float64Array(size);
  weights[scaleAt] = 1;
  const [first, second] = [new Float64Array(size), new Float64Array(size)];
  const modelOf = (): Pick<PageModel, 'start' | 'transitions'> => ({
    transitions: LINE_STATES.map((_, f) => LINE_STATES.map((_, t) => weights[offset + f * STATES + t]!)),
    start: LINE_STATES.map((_, s) => weights[offset + STATES * STATES + s]!),
  });
  for (let round = 1; round <= rounds; round++) {
    const gradient = new Float64Array(size);
    const lattice = latticeOf(modelOf());
    let likelihood = 0;
    for (const page of data) likelihood += addPage(page, weights, gradient, offset, lattice);
    for (let k = 0; k < size; k++) {
      const g = gradient[k]! - pull * (k === scaleAt ? weights[k]! - 1 : weights[k]!);
      first[k] = 0.9 * first[k]! + 0.1 * g;
      second[k] = 0.999 * second[k]! + 0.001 * g * g;
      const step = first[k]! / (1 - 0.9 ** round) / (Math.sqrt(second[k]! / (1 - 0.999 ** round)) + 1e-8);
      weights[k]! += rate * (1 - round / (rounds * 1.1)) * step;
    }
    if (round % 20 === 0) console.error(`round ${round}: ${(likelihood / data.length).toFixed(4)} a page`);
  }
  const rounded = (value: number) => Math.round(value * 1000) / 1000;
  const { start, transitions } = modelOf();
  return {
    scale: rounded(weights[scaleAt]!),
    start: start.map(rounded),
    transitions: transitions.map((row) => row.map(rounded)),
    features: Object.fromEntries(
      names
        .map((name, k) => [name, Array.from({ length: STATES }, (_, s) => rounded(weights[k * STATES + s]!))] as const)
        .filter(([, row]) => row.some((weight) => Math.abs(weight) >= 0.01)),
    ),
  };
}

/** Lines that the program joins may bring states together that no chain has. */
function isPossible(states: readonly number[]): boolean {
  const names = states.map((s) => LINE_STATES[s]!);
  return (
    names.length > 0 &&
    FIRST_STATES.includes(names[0]!) &&
    LAST_STATES.includes(names.at(-1)!) &&
    names.every((name, i) => i === 0 || FOLLOWING_STATES[names[i - 1]!].includes(name))
  );
}

function frequent(sequences: readonly Sequence[], rarest: number): string[] {
  const counts = new Map<string, number>();
  for (const { features } of sequences) {
    for (const name of new Set(features.flat())) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].flatMap(([name, count]) => (count >= rarest ? [name] : [])).sort();
}

/** Start, transitions and ends as flat lists, and the steps that can be. */
interface Lattice {
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly steps: readonly (readonly [from: number, to: number])[];
  readonly worth: Float64Array;
}

function latticeOf(model: Pick<PageModel, 'start' | 'transitions'>): Lattice {
  const { start, transitions, end } = chainOf(model);
  const steps = transitions.flatMap((row, f) =>
    row.flatMap((value, t) => (value === -Infinity ? [] : [[f, t] as const])),
  );
  return {
    start: Float64Array.from(start),
    end: Float64Array.from(end),
    steps,
    worth: Float64Array.from(steps, ([f, t]) => transitions[f]![t]!),
  };
}

interface Page {
  readonly lines: readonly (readonly number[])[];
  readonly states: readonly number[];
  readonly base: readonly (readonly number[])[] | null;
  readonly weight: number;
}

/**
 * Adds a page's part of the gradient: what is there less what the model expects.
 * Each place is scaled by its largest value, so that nothing runs out of range.
 * @returns the logarithm of the probability of the page's states
 */
function addPage(
  { lines, states, base, weight }: Page,
  weights: Float64Array,
  gradient: Float64Array,
  offset: number,
  { start, end, steps, worth }: Lattice,
): number {
  const n = lines.length;
  const emission = new Float64Array(n * STATES);
  const [forward, backward] = [new Float64Array(n * STATES), new Float64Array(n * STATES)];
  const scales = new Float64Array(n);
  const scaleAt = weights.length - 1;
  let score = 0;
  lines.forEach((line, i) => {
    if (base) for (let s = 0; s < STATES; s++) emission[i * STATES + s]! += weights[scaleAt]! * base[i]![s]!;
    for (const k of line) for (let s = 0; s < STATES; s++) emission[i * STATES + s]! += weights[k * STATES + s]!;
    score += emission[i * STATES + states[i]!]!;
    const most = Math.max(...emission.subarray(i * STATES, (i + 1) * STATES));
    scales[i] = most;
    for (let s = 0; s < STATES; s++) emission[i * STATES + s] = Math.exp(emission[i * STATES + s]! - most);
  });
  const factor = worth.map((value) => Math.exp(value));
  let total = 0;
  for (let i = 0; i < n; i++) {
    const at = i * STATES;
    if (i === 0) for (let s = 0; s < STATES; s++) forward[s] = Math.exp(start[s]!) * emission[s]!;
    else {
      for (let e = 0; e < steps.length; e++) {
        const [f, t] = steps[e]!;
        forward[at + t]! += forward[at - STATES + f]! * factor[e]!;
      }
      for (let s = 0; s < STATES; s++) forward[at + s]! *= emission[at + s]!;
    }
    let sum = 0;
    for (let s = 0; s < STATES; s++) sum += forward[at + s]!;
    for (let s = 0; s < STATES; s++) forward[at + s]! /= sum;
    total += scales[i]! + Math.log(sum);
    scales[i] = sum;
  }
  let last = 0;
  for (let s = 0; s < STATES; s++) last += forward[(n - 1) * STATES + s]! * Math.exp(end[s]!);
  total += Math.log(last);
  for (let s = 0; s < STATES; s++) backward[(n - 1) * STATES + s] = Math.exp(end[s]!) / last;
  for (let i = n - 2; i >= 0; i--) {
    const at = i * STATES;
    for (let e = 0; e < steps.length; e++) {
      const [f, t] = steps[e]!;
      backward[at + f]! += (factor[e]! * emission[at + STATES + t]! * backward[at + STATES + t]!) / scales[i + 1]!;
    }
  }
  const transition = (f: number, t: number) => offset + f * STATES + t;
  for (let i = 0; i < n; i++) {
    const at = i * STATES;
    for (let s = 0; s < STATES; s++) {
      const error = weight * ((states[i] === s ? 1 : 0) - forward[at + s]! * backward[at + s]!);
      if (Math.abs(error) > 1e-9) for (const k of lines[i]!) gradient[k * STATES + s]! += error;
      if (base) gradient[scaleAt]! += error * base[i]![s]!;
      if (i === 0) gradient[offset + STATES * STATES + s]! += error;
    }
    if (i === 0) {
      score += start[states[0]!]!;
      continue;
    }
    gradient[transition(states[i - 1]!, states[i]!)]! += weight;
    for (let e = 0; e < steps.length; e++) {
      const [f, t] = steps[e]!;
      const both = forward[at - STATES + f]! * factor[e]! * emission[at + t]! * backward[at + t]!;
      gradient[transition(f, t)]! -= (weight * both) / scales[i]!;
      if (f === states[i - 1] && t === states[i]) score += worth[e]!;
    }
  }
  return weight * (score - total);
}
