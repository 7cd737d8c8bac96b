import { alignAll } from '../../core/align/align.ts';
import type { Alignment } from '../../core/align/alignment.ts';
import { type BeadExplanation, explainBead } from '../../core/align/explain/explain.ts';
import { mergedLexicon } from '../../core/align/model/lexicon.ts';
import { PARAMETERS, QUICK_PARAMETERS } from '../../core/align/parameters.ts';
import { loadLanguagePacks } from '../../intake/language-packs.ts';
import { loadSeedLexicons } from '../../intake/seed-lexicon.ts';
import type { AlignmentJob, ExplanationJob, Job } from '../alignment-job.ts';

const packs = loadLanguagePacks();
const seedFor = loadSeedLexicons();

/** Runs in a thread of its own, so that pages are answered while a long text is aligned. */
export default function run(job: AlignmentJob): Alignment {
  const { source, target, ...known } = prepared(job);
  const long = source.segments.length + target.segments.length > LONG_TEXT_SEGMENTS;
  const [alignment] = alignAll([{ source, target, fixed: job.fixed ?? [] }], {
    ...known,
    parameters: job.quick && long ? QUICK_PARAMETERS : PARAMETERS,
    onProgress: (done) => job.progress?.postMessage(done),
  });
  job.progress?.close();
  return alignment!;
}

/** Segments of both sides from which the time is noticeable. */
const LONG_TEXT_SEGMENTS = 200;

export function explain(job: ExplanationJob): BeadExplanation {
  const { source, target, ...known } = prepared(job);
  return explainBead({ source, target, beads: job.beads }, job.at, known);
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
