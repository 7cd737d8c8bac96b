import { type Bead, type Bitext, layoutKey, type Segment, SIDES } from './bitext.ts';

/**
 * The beads of a bitext that do not say what they said before, or are new: their words have changed, or what stands face to face.
 * What both states share is compared by identity, so that a change of 200,000 statuses costs no more than going through them.
 */
export function rewordedBeads(before: Bitext, after: Bitext): number[] {
  const was = new Map(before.beads.map((bead) => [bead.id, bead]));
  const changed = {
    source: changedTexts(before.source, after.source),
    target: changedTexts(before.target, after.target),
  };
  const isReworded = (bead: Bead) =>
    !isLaidOutAs(bead, was.get(bead.id)) || SIDES.some((side) => bead[side].some((id) => changed[side].has(id)));
  return after.beads.filter(isReworded).map(({ id }) => id);
}

function isLaidOutAs(bead: Bead, old: Bead | undefined): boolean {
  if (!old) return false;
  return (bead.source === old.source && bead.target === old.target) || layoutKey(bead) === layoutKey(old);
}

/** The segments whose text is not what it was. */
function changedTexts(before: readonly Segment[], after: readonly Segment[]): ReadonlySet<number> {
  if (before === after) return new Set();
  const was = new Map(before.map(({ id, text }) => [id, text]));
  return new Set(after.filter(({ id, text }) => was.get(id) !== text).map(({ id }) => id));
}
