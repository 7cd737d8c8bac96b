import type { Side } from '../../core/bitext/bitext.ts';
import { Problem } from '../../core/problem.ts';
import { namesOf, setName } from '../../store/people.ts';
import { beadsHolding } from '../../store/review/bead-places.ts';
import { deleteComment, insertComment } from '../../store/review/comments.ts';
import { type App, headOf } from '../app.ts';

/** A comment as it is sent. */
export interface NewComment {
  readonly side: Side;
  readonly segment: number;
  readonly author: string;
  readonly text: string;
}

/**
 * Says something of a row, by one of its segments.
 * @returns the bead that holds the segment
 * @throws Problem `bad-request` without words, `conflict` where the segment is gone
 */
export async function addComment(app: App, id: number, { side, segment, author, text }: NewComment): Promise<number> {
  await headOf(app, id);
  const clean = text.trim();
  if (!clean) throw new Problem('bad-request', 'The comment is empty.', '', 'Write what the others should know.');
  return app.store.transaction(async (tx) => {
    const [bead] = await beadsHolding(tx, id, side, [segment]);
    if (bead === undefined) {
      throw new Problem('conflict', 'This segment is gone.', '', 'Look at the rows as they are now.');
    }
    await insertComment(tx, id, { side, segment, author, at: app.now(), text: clean });
    return bead;
  });
}

/**
 * Takes back a comment of one's own.
 * @throws Problem `not-found` where there is none by this author
 */
export async function removeComment(app: App, id: number, comment: number, author: string): Promise<void> {
  if (!(await deleteComment(app.store.db, id, comment, author))) {
    throw new Problem('not-found', 'There is no such comment of yours.', '', 'Only who wrote a comment can delete it.');
  }
}

/** The name that others see beside what one does; empty where none was given. */
export async function nameOf(app: App, author: string): Promise<string> {
  return (await namesOf(app.store.db)).get(author) ?? '';
}

export async function giveName(app: App, author: string, name: string): Promise<void> {
  await setName(app.store.db, author, name.trim(), app.now());
}
