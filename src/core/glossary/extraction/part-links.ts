import type { WordLink } from '../../align/explain/explain-links.ts';
import { overlap } from './phrases.ts';
import type { Part, SpanWord } from './span-words.ts';

/** The words of both sides of a bead, and how strongly their parts are linked. */
export interface LinkedBead {
  readonly source: BeadSide;
  readonly target: BeadSide;
  /** From 0 to 1, by the number of the source part and that of the target part. */
  readonly link: (source: number, target: number) => number;
}

export interface BeadSide {
  readonly words: readonly SpanWord[];
  /** The parts of all words that are not small, and of each word which are its own: from, to (exclusive). */
  readonly parts: readonly Part[];
  readonly partsOf: readonly (readonly [from: number, to: number])[];
  /** The strongest link of each part. */
  readonly strongest: Float32Array;
}

/** A head that both sides have, and a link that is known, count more than one that was learned. */
const SHARED = 1;
const KNOWN = 0.9;
const LEARNED = 0.8;

/** Links the parts of a bead's words: by the meanings that both have, and by the links of words. */
export function linkedBead(
  sourceWords: readonly SpanWord[],
  targetWords: readonly SpanWord[],
  links: readonly WordLink[],
): LinkedBead {
  const [source, target] = withDemonyms(sourceWords, targetWords, links);
  const [left, right] = [partsIn(source), partsIn(target)];
  const width = right.parts.length;
  const table = new Float32Array(left.parts.length * width);
  left.parts.forEach(({ meanings }, s) => {
    if (meanings.size === 0) return;
    right.parts.forEach((other, t) => {
      for (const meaning of meanings) if (other.meanings.has(meaning)) table[s * width + t] = SHARED;
    });
  });
  for (const { source: from, target: to, kind, strength } of links) {
    const value = kind === 'learned' ? Math.min(LEARNED, strength) : KNOWN;
    for (const s of touched(source, left, from)) {
      for (const t of touched(target, right, to)) {
        table[s * width + t] = Math.max(table[s * width + t]!, value);
      }
    }
  }
  for (let s = 0; s < left.parts.length; s += 1) {
    for (let t = 0; t < width; t += 1) {
      const value = table[s * width + t]!;
      left.strongest[s] = Math.max(left.strongest[s]!, value);
      right.strongest[t] = Math.max(right.strongest[t]!, value);
    }
  }
  return { source: left, target: right, link: (s, t) => table[s * width + t]! };
}

/**
 * The words of both sides, those marked that seem to be made of a country's name: two words spelt alike, of which nothing
 * is known and only one has a capital, such as "Marivian" and "marivien".
 */
function withDemonyms(source: readonly SpanWord[], target: readonly SpanWord[], links: readonly WordLink[]) {
  const [left, right] = [[...source], [...target]];
  for (const link of links) {
    if (link.kind !== 'alike') continue;
    const s = source.findIndex((word) => overlap(word, link.source));
    const t = target.findIndex((word) => overlap(word, link.target));
    const [a, b] = [source[s], target[t]];
    if (!a || !b || !isUnknown(a) || !isUnknown(b) || a.capital === b.capital) continue;
    left[s] = asCountry(a);
    right[t] = asCountry(b);
  }
  return [left, right] as const;
}

function isUnknown({ parts, raw }: SpanWord): boolean {
  return parts.length === 1 && parts[0]!.meanings.size === 0 && /[\p{Lu}\p{Ll}]/u.test(raw);
}

function asCountry(word: SpanWord): SpanWord {
  return { ...word, country: true, parts: word.parts.map((part) => ({ ...part, country: true })) };
}

function partsIn(words: readonly SpanWord[]): BeadSide {
  const parts: Part[] = [];
  const partsOf = words.map((word): [number, number] => {
    const from = parts.length;
    if (!word.small) parts.push(...word.parts);
    return [from, parts.length];
  });
  return { words, parts, partsOf, strongest: new Float32Array(parts.length) };
}

/** The parts that a link of words touches; of a compound those of which nothing is known, if there are any. */
function touched(
  words: readonly SpanWord[],
  { parts, partsOf }: BeadSide,
  span: { readonly segment: number; readonly start: number; readonly end: number },
): number[] {
  return words.flatMap((word, i) => {
    if (!overlap(word, span)) return [];
    const [from, to] = partsOf[i]!;
    const all = Array.from({ length: to - from }, (_, k) => from + k);
    if (all.length < 2) return all;
    const open = all.filter((part) => parts[part]!.meanings.size === 0);
    return open.length > 0 ? open : all;
  });
}
