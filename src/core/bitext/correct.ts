import { type Bead, type Bitext, isFilled, reopened, type Segment } from './bitext.ts';
import type { Edit, TextsEdit } from './edit.ts';
import { staleRow } from './stale-row.ts';

/** What becomes of the translation of a row. */
export interface Correction {
  readonly bead: number;
  /** Its segments, each a text; none where nothing of it is left. */
  readonly target: readonly string[];
  readonly note: string;
}

/**
 * Gives rows other translations, as one edit. Rows that were confirmed are open again. A segment keeps its number as long as its row has
 * as many; one that is new stands behind the last of its row, or of the rows above.
 */
export function correctRows(bitext: Bitext, corrections: readonly Correction[]): Edit {
  const wanted = new Map(corrections.map((correction) => [correction.bead, correction]));
  const corrected = bitext.beads.filter(({ id }) => wanted.has(id));
  const missing = corrections.find(({ bead }) => !corrected.some(({ id }) => id === bead));
  if (missing) throw staleRow();
  const isEven = corrected.every((bead) => bead.target.length === wanted.get(bead.id)!.target.length);
  return isEven ? changedTexts(bitext, corrected, wanted) : changedSegments(bitext, wanted);
}

type Wanted = ReadonlyMap<number, Correction>;

function changedTexts(bitext: Bitext, corrected: readonly Bead[], wanted: Wanted): TextsEdit {
  const texts = new Map(bitext.target.map(({ id, text }) => [id, text]));
  return {
    type: 'texts',
    side: 'target',
    texts: corrected.flatMap((bead) =>
      bead.target.flatMap((segment, i) => {
        const [from, to] = [texts.get(segment)!, wanted.get(bead.id)!.target[i]!];
        return from === to ? [] : [{ segment, from, to }];
      }),
    ),
    marks: corrected.map(({ id, status, note }) => ({
      bead: id,
      from: { status, note },
      to: { status: reopened(status), note: wanted.get(id)!.note },
    })),
  };
}

function changedSegments(bitext: Bitext, wanted: Wanted): Edit {
  const segments = new Map(bitext.target.map((segment) => [segment.id, segment]));
  /** Segments that stand behind another, or at the beginning. */
  const behind = new Map<number | null, Segment[]>();
  const kept = new Map<number, Segment | null>();
  let next = bitext.nextId;
  let above: number | null = null;
  const beads = bitext.beads.map((bead): Bead => {
    const correction = wanted.get(bead.id);
    const last: number | null = bead.target.at(-1) ?? above;
    const place = above;
    above = last;
    if (!correction) return bead;
    for (const [i, id] of bead.target.entries()) {
      const text = correction.target[i];
      kept.set(id, text === undefined ? null : { ...segments.get(id)!, text });
    }
    const pattern = segments.get(last ?? -1) ?? bitext.target[0];
    const more = correction.target.slice(bead.target.length).map((text): Segment => {
      const { paragraph = 0, kind = 'body' } = pattern ?? {};
      return { id: next++, text, paragraph, kind };
    });
    const anchor = bead.target.at(-1) ?? place;
    behind.set(anchor, [...(behind.get(anchor) ?? []), ...more]);
    const target = [...bead.target.slice(0, correction.target.length), ...more.map(({ id }) => id)];
    const { assumed: _, ...rest } = bead;
    return { ...rest, target, status: reopened(bead.status), note: correction.note };
  });
  const put = bitext.target.flatMap((segment) => {
    const now = kept.get(segment.id);
    return [...(now === null ? [] : [now ?? segment]), ...(behind.get(segment.id) ?? [])];
  });
  return {
    type: 'segments',
    side: 'target',
    expect: bitext.target,
    put: [...(behind.get(null) ?? []), ...put],
    beads: { expect: bitext.beads, put: beads.filter(isFilled) },
  };
}
