import type { Bead, Bitext } from './bitext.ts';
import type { Edit, Mark } from './edit.ts';

/** Who flagged a row and when (ISO 8601, UTC). It goes with the flag: whoever changes the row otherwise, or undoes that, leaves it. */
export interface Flag {
  readonly by: string;
  readonly at: string;
}

/**
 * An edit with the flags that it sets signed. A row that was flagged before with the same note keeps its flag; one that is
 * no longer flagged loses it. The inverse of the edit holds what was before, so that undo restores the first flag.
 * @param before the bitext, or the part of one, that the edit was planned on
 */
export function withFlags(edit: Edit, before: Bitext, flag: Flag): Edit {
  switch (edit.type) {
    case 'beads':
      return { ...edit, put: signed(edit.put, edit.expect, flag) };
    case 'segments':
      return { ...edit, beads: { ...edit.beads, put: signed(edit.beads.put, edit.beads.expect, flag) } };
    case 'texts':
    case 'marks': {
      const own = new Map(before.beads.map((bead) => [bead.id, bead.flag]));
      return {
        ...edit,
        marks: edit.marks.map(({ bead, from, to }) => {
          const was = flagged(from, own.get(bead));
          return { bead, from: was, to: flagged(to, flagFor(to, was, flag)) };
        }),
      };
    }
  }
}

/** The same with this flag in place of any other, or none where it is not flagged. */
function flagged<T extends Mark>(marked: T, flag: Flag | undefined): T {
  const { flag: _, ...rest } = marked;
  return (flag && marked.status === 'flagged' ? { ...rest, flag } : rest) as T;
}

function flagFor(to: Mark, from: Mark | undefined, flag: Flag): Flag {
  return from?.status === 'flagged' && from.note === to.note ? (from.flag ?? flag) : flag;
}

function signed(put: readonly Bead[], expect: readonly Bead[], flag: Flag): Bead[] {
  const before = new Map(expect.map((bead) => [bead.id, bead]));
  // Rows that are merged or cut are flagged because one of those they come from was.
  const first = expect.find(({ status }) => status === 'flagged');
  return put.map((bead) => {
    const from = before.get(bead.id);
    return flagged(bead, from?.status === 'flagged' ? flagFor(bead, from, flag) : (first?.flag ?? flag));
  });
}
