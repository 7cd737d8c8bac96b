import type { MessagePort } from 'node:worker_threads';
import { align } from '../core/align/align.ts';
import type { Alignment } from '../core/align/alignment.ts';
import { type Lexicon, mergedLexicon } from '../core/align/lexicon.ts';
import { loadLanguagePacks } from '../intake/language-packs.ts';
import { loadSeedLexicons } from '../intake/seed-lexicon.ts';
import type { Knowledge } from './knowledge.ts';

interface JobSide {
  readonly language: string;
  readonly segments: readonly string[];
  readonly paragraphs: readonly number[];
}

/** What a worker thread is asked to align. */
export interface AlignmentJob {
  readonly source: JobSide;
  readonly target: JobSide;
  readonly memory: Knowledge['memory'];
  readonly lexicon: Lexicon;
  /** Where progress from 0 to 1 is told, if anybody listens. */
  readonly progress?: MessagePort;
}

const packs = loadLanguagePacks();
const seedFor = loadSeedLexicons();

/** Runs in a thread of its own, so that pages are answered while a long text is aligned. */
export default function run({ source, target, memory, lexicon, progress }: AlignmentJob): Alignment {
  const [from, to] = [packs(source.language), packs(target.language)];
  const alignment = align(
    { ...source, pack: from },
    { ...target, pack: to },
    { lexicon: mergedLexicon([seedFor(from, to), lexicon]), memory, onProgress: (done) => progress?.postMessage(done) },
  );
  progress?.close();
  return alignment;
}
