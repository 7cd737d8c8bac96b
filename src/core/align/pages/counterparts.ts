import { align } from '../align.ts';
import type { AlignedBead, AlignSide } from '../alignment.ts';
import { type Associations, associations } from '../model/associations.ts';
import { cognates } from '../model/cognates.ts';
import { readCorpus } from '../model/corpus.ts';
import { knownAssociations, type Lexicon } from '../model/lexicon.ts';
import type { SideTokens } from '../model/side-tokens.ts';
import { PARAMETERS, type Parameters, QUICK_PARAMETERS } from '../parameters.ts';

/** What speaks for a segment's having a counterpart on the other side. */
export interface Counterpart {
  /** Segments on the other side in its bead; none where it has no counterpart. */
  readonly mates: readonly number[];
  /** The probability of its bead. */
  readonly confidence: number;
  /** Words of its bead that are linked for another reason than that they stand in it: numbers, names, the lexicon. */
  readonly links: number;
}

export interface Counterparts {
  readonly source: readonly Counterpart[];
  readonly target: readonly Counterpart[];
  /** How far the texts translate each other, from 0 to 1; null where they are too short to tell. */
  readonly parallelism: number | null;
}

/** Aligns two texts a first time and says of each segment what speaks for its counterpart. */
export function counterpartsOf(source: AlignSide, target: AlignSide, lexicon: Lexicon): Counterparts {
  const { beads, parallelism } = align(source, target, { lexicon, parameters: PAGE_PARAMETERS });
  const corpus = readCorpus([{ source, target }], []);
  const known = [
    ...cognates(corpus.source, corpus.target, PARAMETERS.cognate),
    ...knownAssociations(lexicon, corpus.source, corpus.target, PARAMETERS.seed.strength),
  ];
  const table = associations(corpus.source.types.length, corpus.target.types.length, known);
  const none: Counterpart = { mates: [], confidence: 0, links: 0 };
  const found = { source: source.segments.map(() => none), target: target.segments.map(() => none) };
  for (const bead of beads) {
    const links =
      bead.source.length > 0 && bead.target.length > 0 ? linksIn(bead, corpus.source, corpus.target, table) : 0;
    for (const i of bead.source) found.source[i] = { mates: bead.target, confidence: bead.confidence, links };
    for (const j of bead.target) found.target[j] = { mates: bead.source, confidence: bead.confidence, links };
  }
  return { ...found, parallelism };
}

/** What stands around a text has no counterpart: on pages, gaps are no sign of a free translation, and its lines share words by chance that would join them. */
const PAGE_PARAMETERS: Parameters = {
  ...QUICK_PARAMETERS,
  free: { ...QUICK_PARAMETERS.free, from: 1 },
  seams: { ...QUICK_PARAMETERS.seams, weight: 0 },
};

/** Weaker links count as chance. */
const MIN_LINK_STRENGTH = 0.25;

/** How many different words of a bead go together, each counted once; marks do not count. */
function linksIn(bead: AlignedBead, source: SideTokens, target: SideTokens, table: Associations): number {
  const targets = typesIn(target, bead.target);
  const taken = new Set<number>();
  for (const s of typesIn(source, bead.source)) {
    for (let e = table.rows[s]!; e < table.rows[s + 1]!; e++) {
      const t = table.target[e]!;
      const strength = Math.max(table.forward[e]!, table.backward[e]!);
      if (!targets.has(t) || taken.has(t) || strength < MIN_LINK_STRENGTH || target.types[t]!.startsWith('!')) continue;
      taken.add(t);
      break;
    }
  }
  return taken.size;
}

function typesIn({ tokens, offsets }: SideTokens, segments: readonly number[]): Set<number> {
  return new Set(segments.flatMap((i) => [...tokens.subarray(offsets[i]!, offsets[i + 1]!)]));
}
