import { type Candidate, candidates } from '../../core/glossary/candidates.ts';
import type { PackFor } from '../../core/text/language-pack.ts';
import { loadSeedLexicons } from '../../intake/seed-lexicon.ts';
import { alignPairs, type SegmentedPair } from '../align/align-pair.ts';
import { generalConcepts } from './starter-glossary.ts';

/** Proposes glossary entries from two texts that translate each other, best first. */
export function extractTerms(pair: SegmentedPair, packs: PackFor): Candidate[] {
  const [aligned] = alignPairs([pair], packs);
  if (!aligned) return [];
  const { bitext } = aligned;
  const [from, to] = [packs(pair.source.language), packs(pair.target.language)];
  const numbers = (segments: readonly { id: number }[]) => new Map(segments.map(({ id }, i) => [id, i]));
  const [sources, targets] = [numbers(bitext.source), numbers(bitext.target)];
  return candidates(
    { segments: bitext.source.map(({ text }) => text), pack: from },
    { segments: bitext.target.map(({ text }) => text), pack: to },
    bitext.beads.map((bead) => ({
      source: bead.source.map((id) => sources.get(id)!),
      target: bead.target.map((id) => targets.get(id)!),
    })),
    {
      lexicon: loadSeedLexicons()(from, to),
      known: generalConcepts(),
    },
  );
}
