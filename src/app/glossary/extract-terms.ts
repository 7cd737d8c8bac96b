import type { Candidate } from '../../core/glossary/candidates.ts';
import { alignPairs, type SegmentedPair } from '../align/align-pair.ts';
import type { Languages } from '../desk.ts';
import { bitextCandidates } from './bitext-candidates.ts';

/** Proposes glossary entries from two texts that translate each other, best first. */
export function extractTerms(pair: SegmentedPair, languages: Languages): Candidate[] {
  const [aligned] = alignPairs([pair], languages);
  return aligned ? bitextCandidates(aligned.bitext, languages) : [];
}
