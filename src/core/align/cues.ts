/** A subtitle: when it is shown, in ms, and what it says. */
export interface Cue {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Subtitles of two languages that are shown together, by their places from 0. */
export interface PairedCues {
  readonly source: readonly number[];
  readonly target: readonly number[];
  /** How far their times are the same, from 0 to 1; 0 where one side has none. */
  readonly overlap: number;
}

/**
 * Pairs the subtitles of two languages by their times: those go together that
 * share half the time of the shorter one. Both lists are in the order of time.
 */
export function pairCues(source: readonly Cue[], target: readonly Cue[]): PairedCues[] {
  const pairs: PairedCues[] = [];
  let [i, j] = [0, 0];
  while (i < source.length || j < target.length) {
    const sources: number[] = [];
    const targets: number[] = [];
    const isSourceFirst = j >= target.length || (i < source.length && source[i]!.start <= target[j]!.start);
    if (isSourceFirst) sources.push(i++);
    else targets.push(j++);
    for (;;) {
      const nextTarget = target[j];
      const nextSource = source[i];
      if (nextTarget && sources.some((k) => areTogether(source[k]!, nextTarget))) targets.push(j++);
      else if (nextSource && targets.some((k) => areTogether(nextSource, target[k]!))) sources.push(i++);
      else break;
    }
    pairs.push({
      source: sources,
      target: targets,
      overlap: overlapOf(
        sources.map((k) => source[k]!),
        targets.map((k) => target[k]!),
      ),
    });
  }
  return pairs;
}

function areTogether(a: Cue, b: Cue): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared > 0 && 2 * shared >= Math.min(a.end - a.start, b.end - b.start);
}

function overlapOf(source: readonly Cue[], target: readonly Cue[]): number {
  const [first, last, other, otherLast] = [source[0], source.at(-1), target[0], target.at(-1)];
  if (!first || !last || !other || !otherLast) return 0;
  const shared = Math.min(last.end, otherLast.end) - Math.max(first.start, other.start);
  const all = Math.max(last.end, otherLast.end) - Math.min(first.start, other.start);
  return all > 0 ? Math.max(0, shared / all) : 0;
}

/** The time of a subtitle as SubRip writes it. */
export function cueTime(start: number, end: number): string {
  return `${clock(start)} --> ${clock(end)}`;
}

function clock(ms: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)},${String(ms % 1000).padStart(3, '0')}`;
}
