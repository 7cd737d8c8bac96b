import type { MessagePort } from 'node:worker_threads';
import { alignAll } from '../../core/align/align.ts';
import type { Alignment, IndexBead } from '../../core/align/alignment.ts';
import { type BeadExplanation, explainBead } from '../../core/align/explain/explain.ts';
import type { Embeddings } from '../../core/align/model/embeddings.ts';
import { type Lexicon, mergedLexicon } from '../../core/align/model/lexicon.ts';
import { PARAMETERS, QUICK } from '../../core/align/parameters.ts';
import { loadLanguagePacks } from '../../intake/language-packs.ts';
import { loadSeedLexicons } from '../../intake/seed-lexicon.ts';
import type { Knowledge } from './knowledge.ts';

/** One side of a text pair as a worker thread gets it. */
export interface JobSide {
  readonly language: string;
  readonly segments: readonly string[];
  readonly paragraphs: readonly number[];
  readonly embeddings?: Embeddings | undefined;
}

interface Job {
  readonly source: JobSide;
  readonly target: JobSide;
  readonly memory: Knowledge['memory'];
  readonly lexicon: Lexicon;
}

/** A bead of an alignment that a worker thread is asked to explain. */
export interface ExplanationJob extends Job {
  readonly beads: readonly IndexBead[];
  readonly at: number;
}

/** What a worker thread is asked to align. */
export interface AlignmentJob extends Job {
  /** Beads that stand already; nothing is aligned across them. */
  readonly fixed?: readonly IndexBead[];
  /** Whether somebody waits for it: a long text is then aligned a little less well in half the time. */
  readonly quick?: boolean;
  /** Where progress from 0 to 1 is told, if anybody listens. */
  readonly progress?: MessagePort;
}

const packs = loadLanguagePacks();
const seedFor = loadSeedLexicons();

/** Runs in a thread of its own, so that pages are answered while a long text is aligned. */
export default function run(job: AlignmentJob): Alignment {
  const { source, target, ...known } = prepared(job);
  const long = source.segments.length + target.segments.length > LONG;
  const [alignment] = alignAll([{ source, target, fixed: job.fixed ?? [] }], {
    ...known,
    parameters: job.quick && long ? QUICK : PARAMETERS,
    onProgress: (done) => job.progress?.postMessage(done),
  });
  job.progress?.close();
  return alignment!;
}

/** Segments of both sides from which on the time is felt. */
const LONG = 200;

export function explain(job: ExplanationJob): BeadExplanation {
  const { source, target, ...known } = prepared(job);
  return explainBead(source, target, job.beads, job.at, known);
}

function prepared({ source, target, memory, lexicon }: Job) {
  const [from, to] = [packs(source.language), packs(target.language)];
  return {
    source: { ...source, pack: from },
    target: { ...target, pack: to },
    memory,
    lexicon: mergedLexicon([seedFor(from, to), lexicon]),
  };
}
