import { msg } from '../message.ts';
import { Problem } from '../problem.ts';
import type { Flag } from './flag.ts';

export type Side = 'source' | 'target';
export const SIDES: readonly Side[] = ['source', 'target'];

/** What a block or segment is in its article. Boilerplate is stored with the revision and never aligned. */
export const SEGMENT_KINDS = [
  'headline',
  'dek',
  'byline',
  'dateline',
  'heading',
  'body',
  'quote',
  'list-item',
  'caption',
  'credit',
  'note',
  'boilerplate',
] as const;
export type SegmentKind = (typeof SEGMENT_KINDS)[number];

export const BEAD_STATUSES = ['proposed', 'confirmed', 'flagged', 'excluded'] as const;
export type BeadStatus = (typeof BEAD_STATUSES)[number];

/** A sentence, or a line that stands for one. `id` is unique within its bitext. */
export interface Segment {
  readonly id: number;
  readonly text: string;
  /** Number of the paragraph in its revision, from 0. */
  readonly paragraph: number;
  readonly kind: SegmentKind;
  /** White space between the segment before this one and this one, where a person has split them; else it is not known. */
  readonly joint?: string;
}

/**
 * The unit of alignment: 0–n source segments with 0–n target segments.
 * `confidence` is the probability that the bead is right, or null where a
 * person made the bead.
 */
export interface Bead {
  readonly id: number;
  readonly source: readonly number[];
  readonly target: readonly number[];
  readonly status: BeadStatus;
  readonly confidence: number | null;
  readonly note: string;
  /** Who flagged it and when, where it is flagged and that is known. */
  readonly flag?: Flag;
  /** It counts as confirmed since both sides have text and its file says nothing else; nobody has confirmed it. */
  readonly assumed?: true;
}

/**
 * Two texts face to face. Every segment lies in exactly one bead; beads follow
 * the source order, the target may cross. `nextId` is the first id that no
 * segment or bead of this bitext has ever had.
 */
export interface Bitext {
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  readonly source: readonly Segment[];
  readonly target: readonly Segment[];
  readonly beads: readonly Bead[];
  readonly nextId: number;
}

/** Reads the segments of a bitext's beads; made once, each look-up costs the same however long the text. */
function segmentReader(bitext: Bitext): (bead: Bead, side: Side) => Segment[] {
  const byId = {
    source: new Map(bitext.source.map((segment) => [segment.id, segment])),
    target: new Map(bitext.target.map((segment) => [segment.id, segment])),
  };
  return (bead, side) =>
    bead[side].map((id) => {
      const segment = byId[side].get(id);
      if (!segment)
        throw new Problem(
          'internal',
          msg('Bead {bead} names {side} segment {segment}, which does not exist.', {
            bead: String(bead.id),
            side,
            segment: String(id),
          }),
        );
      return segment;
    });
}

/** A bead's shape in the field's notation: "2-1". */
export function shapeOf(bead: Pick<Bead, 'source' | 'target'>): string {
  return `${bead.source.length}-${bead.target.length}`;
}

/**
 * The rule every bitext keeps: each segment in exactly one bead, no bead without
 * segments, source segments in order. Returns what is wrong, or null.
 */
export function faultIn(bitext: Bitext): string | null {
  for (const side of SIDES) {
    const seen = bitext.beads.flatMap((bead) => bead[side]);
    const unique = new Set(seen);
    if (unique.size !== seen.length) return `a ${side} segment lies in two beads`;
    if (seen.length !== bitext[side].length) return `a ${side} segment lies in no bead`;
    if (!bitext[side].every((segment) => unique.has(segment.id))) return `a bead names an unknown ${side} segment`;
  }
  if (bitext.beads.some((bead) => bead.source.length + bead.target.length === 0)) return 'a bead holds nothing';
  const order = bitext.beads.flatMap((bead) => bead.source);
  if (!bitext.source.every((segment, i) => segment.id === order[i])) return 'the beads do not follow the source';
  return null;
}

/** The language of a side. */
export function languageOf(bitext: Pick<Bitext, 'sourceLanguage' | 'targetLanguage'>, side: Side): string {
  return side === 'source' ? bitext.sourceLanguage : bitext.targetLanguage;
}

/** A bead with its segments: what a row of the review page shows. */
export interface Row {
  readonly bead: Bead;
  readonly segments: Readonly<Record<Side, readonly Segment[]>>;
}

/** The rows of some beads of a bitext, or of all. */
export function rowsOf(bitext: Bitext, beads: readonly Bead[] = bitext.beads): Row[] {
  const segmentsOf = segmentReader(bitext);
  return beads.map((bead) => ({
    bead,
    segments: { source: segmentsOf(bead, 'source'), target: segmentsOf(bead, 'target') },
  }));
}

/** What a bead holds, by side. */
export type Sides = Pick<Bead, Side>;

/** A bead made by a person, that nobody has confirmed yet. */
export function newBead(id: number, { source, target }: Sides): Bead {
  return { id, source, target, status: 'proposed', confidence: null, note: '' };
}

/** Which segments a bead holds, as a key: two layouts are the same where the keys of their beads are. */
export function layoutKey({ source, target }: Sides): string {
  return `${source.join(' ')}|${target.join(' ')}`;
}

/** The status of a row that has been changed: what was confirmed waits to be confirmed again. */
export function reopened(status: BeadStatus): BeadStatus {
  return status === 'confirmed' ? 'proposed' : status;
}

/** Whether a bead holds any segment. */
export function isFilled({ source, target }: Sides): boolean {
  return source.length + target.length > 0;
}
