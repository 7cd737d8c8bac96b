import type { Bitext } from '../../core/bitext/bitext.ts';
import { indexBeads } from '../../core/bitext/index-beads.ts';
import { plainText } from '../../core/bitext/inline/plain-text.ts';
import { type Candidate, candidates } from '../../core/glossary/candidates.ts';
import type { Languages } from '../desk.ts';
import { generalConcepts } from './starter-glossary.ts';

/** Entries that a glossary might have, as a bitext shows them, best first. */
export function bitextCandidates(bitext: Bitext, { packs, seeds }: Languages): Candidate[] {
  const [from, to] = [packs(bitext.sourceLanguage), packs(bitext.targetLanguage)];
  return candidates(
    { segments: bitext.source.map(({ text }) => plainText(text)), pack: from },
    { segments: bitext.target.map(({ text }) => plainText(text)), pack: to },
    indexBeads(bitext),
    { lexicon: seeds(from, to), known: generalConcepts() },
  );
}
