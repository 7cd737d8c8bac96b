/** One side of a text pair as numbers: what the search and the lexicon work on. */
export interface SideTokens {
  /** How many segments. */
  readonly size: number;
  /** Distinct tokens; a type is an index into this list. */
  readonly types: readonly string[];
  /** How often each type stands in the side. */
  readonly counts: Int32Array;
  /** Types of all tokens, segment after segment. */
  readonly tokens: Int32Array;
  /** Segment i holds `tokens[offsets[i] .. offsets[i + 1])`. */
  readonly offsets: Int32Array;
  /** Segment lengths in characters, without spaces, as running sums: `chars[i + 1] - chars[i]`. */
  readonly chars: Float64Array;
}

/**
 * Numbers the tokens of a side.
 * @param segments the tokens of each segment
 * @param lengths each segment's length in characters
 */
export function indexTokens(segments: readonly (readonly string[])[], lengths: readonly number[]): SideTokens {
  const ids = new Map<string, number>();
  const types: string[] = [];
  const offsets = new Int32Array(segments.length + 1);
  const total = segments.reduce((sum, tokens) => sum + tokens.length, 0);
  const tokens = new Int32Array(total);
  let at = 0;
  segments.forEach((segment, i) => {
    for (const token of segment) {
      let id = ids.get(token);
      if (id === undefined) {
        id = types.length;
        ids.set(token, id);
        types.push(token);
      }
      tokens[at++] = id;
    }
    offsets[i + 1] = at;
  });
  const counts = new Int32Array(types.length);
  for (const token of tokens) counts[token] = counts[token]! + 1;
  const chars = new Float64Array(segments.length + 1);
  lengths.forEach((length, i) => {
    chars[i + 1] = chars[i]! + length;
  });
  return { size: segments.length, types, counts, tokens, offsets, chars };
}
