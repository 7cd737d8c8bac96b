import type { Cue } from '../../../core/align/cues.ts';

/**
 * Subtitles of live captions without what each shows once more: they roll up line
 * by line, or grow word by word. Only where most of a file is so, since people do say things twice.
 */
export function withoutRepeats(cues: readonly Cue[]): { cues: readonly Cue[]; repeated: string } {
  let [rolling, following] = [0, 0];
  for (let i = 1; i < cues.length; i++) {
    const [before, cue] = [cues[i - 1]!, cues[i]!];
    if (!follows(before, cue)) continue;
    following += 1;
    if (grows(before, cue) || linesShownAgain(before, cue) > 0) rolling += 1;
  }
  if (rolling === 0 || rolling < following * MIN_ROLLING_SHARE) return { cues, repeated: '' };
  const kept: Cue[] = [];
  const repeated: string[] = [];
  for (const [i, cue] of cues.entries()) {
    const before = cues[i - 1];
    const last = kept.at(-1);
    if (!before || !last || !follows(before, cue)) kept.push(cue);
    else if (grows(before, cue)) {
      repeated.push(before.text);
      const spoken = last.text.endsWith(before.text) ? last.text.slice(0, last.text.length - before.text.length) : '';
      kept[kept.length - 1] = { start: last.start, end: cue.end, text: spoken + cue.text };
    } else {
      const again = linesShownAgain(before, cue);
      const lines = cue.text.split('\n');
      repeated.push(...lines.slice(0, again));
      const rest = lines.slice(again).join('\n');
      if (rest) kept.push({ ...cue, text: rest });
      else kept[kept.length - 1] = { ...last, end: cue.end };
    }
  }
  return { cues: kept, repeated: repeated.join('\n') };
}

/** The share of subtitles that must show what stood before, for a file to be one of rolling captions. */
const MIN_ROLLING_SHARE = 0.4;
/** How many ms may lie between a caption and the one that replaces it. */
const MAX_GAP_MS = 250;

function follows(before: Cue, cue: Cue): boolean {
  return cue.start - before.end <= MAX_GAP_MS;
}

function grows(before: Cue, cue: Cue): boolean {
  return (
    cue.text.length > before.text.length &&
    cue.text.startsWith(before.text) &&
    /\s/u.test(cue.text.charAt(before.text.length)) &&
    !cue.text.slice(before.text.length).startsWith('\n')
  );
}

/** How many lines at the head of a subtitle are those at the foot of the one before. */
function linesShownAgain(before: Cue, cue: Cue): number {
  const [old, now] = [before.text.split('\n'), cue.text.split('\n')];
  for (let count = Math.min(old.length, now.length); count > 0; count--) {
    if (old.slice(-count).join('\n') === now.slice(0, count).join('\n')) return count;
  }
  return 0;
}
