import type { EmbeddedSegment } from './embeddings.ts';

/** One side of a text pair as numbers: what the search and the lexicon work on. */
export interface SideTokens {
  /** How many segments. */
  readonly size: number;
  /** Distinct tokens; a type is an index into this list. */
  readonly types: readonly string[];
  /** How many tokens the text has from which frequencies are taken. */
  readonly total: number;
  /** How often each type stands in that text. */
  readonly counts: Int32Array;
  /** Distinct types of each segment, segment after segment. */
  readonly tokens: Int32Array;
  /** How often each of them stands in its segment. */
  readonly repeats: Int32Array;
  /** Segment i holds `tokens[offsets[i] .. offsets[i + 1])`. */
  readonly offsets: Int32Array;
  /** Segment lengths in tokens, as running sums: `words[i + 1] - words[i]`. */
  readonly words: Int32Array;
  /** Segment lengths in characters, without spaces, as running sums: `chars[i + 1] - chars[i]`. */
  readonly chars: Float64Array;
  /** Each segment's meaning; null where there are no embeddings. */
  readonly embedded: readonly EmbeddedSegment[] | null;
}

/**
 * Numbers the tokens of a side.
 * @param segments the tokens of each segment
 * @param lengths each segment's length in characters
 * @param embedded each segment's meaning, if it is known of all
 */
export function indexTokens(
  segments: readonly (readonly string[])[],
  lengths: readonly number[],
  embedded: readonly EmbeddedSegment[] | null = null,
): SideTokens {
  const ids = new Map<string, number>();
  const offsets = new Int32Array(segments.length + 1);
  const words = new Int32Array(segments.length + 1);
  const chars = new Float64Array(segments.length + 1);
  const tokens: number[] = [];
  const repeats: number[] = [];
  const counts: number[] = [];
  segments.forEach((segment, i) => {
    const bag = new Map<number, number>();
    for (const token of segment) {
      let id = ids.get(token);
      if (id === undefined) {
        id = ids.size;
        ids.set(token, id);
      }
      bag.set(id, (bag.get(id) ?? 0) + 1);
    }
    for (const [id, count] of bag) {
      tokens.push(id);
      repeats.push(count);
      counts[id] = (counts[id] ?? 0) + count;
    }
    offsets[i + 1] = tokens.length;
    words[i + 1] = words[i]! + segment.length;
    chars[i + 1] = chars[i]! + (lengths[i] ?? 0);
  });
  return {
    size: segments.length,
    total: words[segments.length]!,
    types: [...ids.keys()],
    counts: Int32Array.from(counts),
    tokens: Int32Array.from(tokens),
    repeats: Int32Array.from(repeats),
    offsets,
    words,
    chars,
    embedded,
  };
}

/** Some segments of a side, as a side of its own; frequencies stay those of the whole. */
export function subset(side: SideTokens, segments: readonly number[]): SideTokens {
  const tokens: number[] = [];
  const repeats: number[] = [];
  const offsets = new Int32Array(segments.length + 1);
  const words = new Int32Array(segments.length + 1);
  const chars = new Float64Array(segments.length + 1);
  segments.forEach((segment, k) => {
    for (let at = side.offsets[segment]!; at < side.offsets[segment + 1]!; at++) {
      tokens.push(side.tokens[at]!);
      repeats.push(side.repeats[at]!);
    }
    offsets[k + 1] = tokens.length;
    words[k + 1] = words[k]! + side.words[segment + 1]! - side.words[segment]!;
    chars[k + 1] = chars[k]! + side.chars[segment + 1]! - side.chars[segment]!;
  });
  return {
    ...side,
    size: segments.length,
    tokens: Int32Array.from(tokens),
    repeats: Int32Array.from(repeats),
    offsets,
    words,
    chars,
    embedded: side.embedded && segments.map((segment) => side.embedded![segment]!),
  };
}
