import type { Bead, BeadStatus, Bitext, Segment, Side } from './bitext.ts';
import type { Flag } from './flag.ts';

/**
 * A change of a bitext: a plain value that can be stored, sent and undone.
 * Each edit names what it expects to find and what it puts in its place, so
 * that its inverse is the same edit read backwards, and so that it applies
 * wherever its expectation still holds, whatever else has changed.
 *
 * - `beads`: a run of beads gives way to another over the same segments.
 * - `segments`: a run of segments on one side gives way to another (text,
 *   split, join), with the beads that hold them.
 * - `texts`: segments of one side get other words; they may stand far apart.
 * - `marks`: status and note of beads change.
 */
export type Edit = BeadsEdit | SegmentsEdit | TextsEdit | MarksEdit;

export interface BeadsEdit {
  readonly type: 'beads';
  readonly expect: readonly Bead[];
  readonly put: readonly Bead[];
}

export interface SegmentsEdit {
  readonly type: 'segments';
  readonly side: Side;
  readonly expect: readonly Segment[];
  readonly put: readonly Segment[];
  readonly beads: { readonly expect: readonly Bead[]; readonly put: readonly Bead[] };
}

export interface TextsEdit {
  readonly type: 'texts';
  readonly side: Side;
  readonly texts: readonly { readonly segment: number; readonly from: string; readonly to: string }[];
  /** The beads that hold them; those that were confirmed are open afterwards. */
  readonly marks: MarksEdit['marks'];
}

export interface Mark {
  readonly status: BeadStatus;
  readonly note: string;
  readonly flag?: Flag;
  readonly assumed?: true;
}

export interface MarksEdit {
  readonly type: 'marks';
  readonly marks: readonly { readonly bead: number; readonly from: Mark; readonly to: Mark }[];
}

/** The bitext after the edit, or null where the edit's expectation no longer holds. Never half applied. */
export function applyEdit(bitext: Bitext, edit: Edit): Bitext | null {
  switch (edit.type) {
    case 'beads':
      return replaceBeads(bitext, edit.expect, edit.put);
    case 'segments':
      return replaceSegments(bitext, edit);
    case 'texts': {
      const marked = mark(bitext, edit);
      return marked && changeTexts(marked, edit);
    }
    case 'marks':
      return mark(bitext, edit);
  }
}

/** The edit that takes `edit` back. */
export function invertEdit(edit: Edit): Edit {
  switch (edit.type) {
    case 'beads':
      return { type: 'beads', expect: edit.put, put: edit.expect };
    case 'segments':
      return {
        type: 'segments',
        side: edit.side,
        expect: edit.put,
        put: edit.expect,
        beads: { expect: edit.beads.put, put: edit.beads.expect },
      };
    case 'texts':
      return {
        ...edit,
        texts: edit.texts.map(({ segment, from, to }) => ({ segment, from: to, to: from })),
        marks: invertMarks(edit.marks),
      };
    case 'marks':
      return { type: 'marks', marks: invertMarks(edit.marks) };
  }
}

/** Ids of the beads that an edit must find, in order. */
export function beadsExpected(edit: Edit): number[] {
  switch (edit.type) {
    case 'beads':
      return edit.expect.map((bead) => bead.id);
    case 'segments':
      return edit.beads.expect.map((bead) => bead.id);
    case 'texts':
    case 'marks':
      return edit.marks.map((mark) => mark.bead);
  }
}

function replaceBeads(bitext: Bitext, expect: readonly Bead[], put: readonly Bead[]): Bitext | null {
  const at = findRun(bitext.beads, expect, sameBead);
  if (at < 0) return null;
  return { ...bitext, beads: spliced(bitext.beads, at, expect.length, put), nextId: nextIdAfter(bitext, put) };
}

function replaceSegments(bitext: Bitext, edit: SegmentsEdit): Bitext | null {
  const at = findRun(bitext[edit.side], edit.expect, sameSegment);
  if (at < 0) return null;
  const segments = spliced(bitext[edit.side], at, edit.expect.length, edit.put);
  const replaced = replaceBeads(bitext, edit.beads.expect, edit.beads.put);
  return replaced && { ...replaced, [edit.side]: segments, nextId: nextIdAfter(replaced, edit.put) };
}

/** `toSpliced` takes what is put in as arguments, of which there can be too many. */
function spliced<T>(all: readonly T[], at: number, count: number, put: readonly T[]): T[] {
  return [...all.slice(0, at), ...put, ...all.slice(at + count)];
}

function changeTexts(bitext: Bitext, { side, texts }: TextsEdit): Bitext | null {
  const changes = new Map(texts.map((change) => [change.segment, change]));
  let found = 0;
  const segments = bitext[side].map((segment) => {
    const change = changes.get(segment.id);
    if (change?.from !== segment.text) return segment;
    found += 1;
    return { ...segment, text: change.to };
  });
  return found === changes.size ? { ...bitext, [side]: segments } : null;
}

function invertMarks(marks: MarksEdit['marks']): MarksEdit['marks'] {
  return marks.map(({ bead, from, to }) => ({ bead, from: to, to: from }));
}

function mark(bitext: Bitext, edit: Pick<MarksEdit, 'marks'>): Bitext | null {
  const marks = new Map(edit.marks.map((mark) => [mark.bead, mark]));
  let found = 0;
  const beads = bitext.beads.map((bead) => {
    const mark = marks.get(bead.id);
    if (!mark || bead.status !== mark.from.status || bead.note !== mark.from.note) return bead;
    found += 1;
    const { flag: _, assumed: __, ...rest } = bead;
    return { ...rest, ...mark.to };
  });
  return found === marks.size ? { ...bitext, beads } : null;
}

function findRun<T extends { id: number }>(
  all: readonly T[],
  run: readonly T[],
  same: (a: T, b: T) => boolean,
): number {
  const at = all.findIndex((item) => item.id === run[0]?.id);
  return run.every((item, i) => {
    const there = all[at + i];
    return there !== undefined && same(there, item);
  })
    ? at
    : -1;
}

function sameBead(a: Bead, b: Bead): boolean {
  return (
    a.id === b.id &&
    a.status === b.status &&
    a.note === b.note &&
    a.source.join() === b.source.join() &&
    a.target.join() === b.target.join()
  );
}

function sameSegment(a: Segment, b: Segment): boolean {
  return a.id === b.id && a.text === b.text;
}

function nextIdAfter(bitext: Bitext, put: readonly { id: number }[]): number {
  return put.reduce((next, { id }) => Math.max(next, id + 1), bitext.nextId);
}
