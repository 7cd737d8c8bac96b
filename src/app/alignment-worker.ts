import type { MessagePort } from 'node:worker_threads';
import { type AlignedBead, align } from '../core/align/align.ts';
import { loadLanguagePacks } from '../intake/language-packs.ts';

/** What a worker thread is asked to align. */
export interface AlignmentJob {
  readonly source: { readonly segments: readonly string[]; readonly language: string };
  readonly target: { readonly segments: readonly string[]; readonly language: string };
  /** Where progress from 0 to 1 is told, if anybody listens. */
  readonly progress?: MessagePort;
}

const packs = loadLanguagePacks();

/** Runs in a thread of its own, so that pages are answered while a long text is aligned. */
export default function run({ source, target, progress }: AlignmentJob): AlignedBead[] {
  const beads = align(
    { segments: source.segments, pack: packs(source.language) },
    { segments: target.segments, pack: packs(target.language) },
    { onProgress: (done) => progress?.postMessage(done) },
  );
  progress?.close();
  return beads;
}
