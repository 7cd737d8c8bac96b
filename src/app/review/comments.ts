import type { Side } from '../../core/bitext/bitext.ts';
import { Problem } from '../../core/problem.ts';
import type { Db } from '../../store/open-store.ts';
import { namesOf, setName } from '../../store/people.ts';
import { beadsHolding } from '../../store/review/bead-places.ts';
import {
  commentsOf,
  deleteComment,
  insertComment,
  type StoredComment,
  setResolved,
  threadOf,
} from '../../store/review/comments.ts';
import { type App, headOf } from '../app.ts';
import { noticeComment } from '../workflow/notices.ts';

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
  const clean = wordsIn(text);
  const holding = await app.store.transaction(async (tx) => {
    const [bead] = await beadsHolding(tx, id, side, [segment]);
    if (bead === undefined) {
      throw new Problem('conflict', 'This segment is gone.', '', 'Look at the rows as they are now.');
    }
    const at = app.now();
    const said = { side, segment, author, at, text: clean, replyTo: null, resolved: null };
    const comment = await insertComment(tx, id, said);
    await noticeComment(tx, { bitext: id, comment, author, text: clean, at }, null);
    return bead;
  });
  app.company.commented(id, holding);
  return holding;
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

/**
 * Answers a comment; a thread that was settled is open again.
 * @returns the bead that holds it
 * @throws Problem `bad-request` without words, `not-found` where the comment is gone
 */
export async function replyToComment(
  app: App,
  id: number,
  comment: number,
  { author, text }: Pick<NewComment, 'author' | 'text'>,
): Promise<number> {
  const clean = wordsIn(text);
  return inThread(app, id, comment, async (tx, thread) => {
    const said = { side: thread.side, segment: thread.segment, author, at: app.now(), text: clean };
    const written = await insertComment(tx, id, { ...said, replyTo: thread.id, resolved: null });
    await noticeComment(tx, { bitext: id, comment: written, author, text: clean, at: said.at }, thread.id);
    await setResolved(tx, thread.id, null);
  });
}

/**
 * Settles the thread of a comment, or opens it again.
 * @returns the bead that holds it
 * @throws Problem `not-found` where the comment is gone
 */
export async function resolveComment(
  app: App,
  id: number,
  comment: number,
  { author, resolved }: { readonly author: string; readonly resolved: boolean },
): Promise<number> {
  return inThread(app, id, comment, (tx, thread) =>
    setResolved(tx, thread.id, resolved ? { author, at: app.now() } : null),
  );
}

/** Does something to the thread of a comment, and tells those who look at the bitext. */
async function inThread(
  app: App,
  id: number,
  comment: number,
  work: (tx: Db, thread: NonNullable<Awaited<ReturnType<typeof threadOf>>>) => Promise<void>,
): Promise<number> {
  await headOf(app, id);
  const bead = await app.store.transaction(async (tx) => {
    const thread = await threadOf(tx, id, comment);
    const [holding] = thread ? await beadsHolding(tx, id, thread.side, [thread.segment]) : [];
    if (!thread || holding === undefined) {
      throw new Problem('not-found', 'This comment is gone.', '', 'Look at the rows as they are now.');
    }
    await work(tx, thread);
    return holding;
  });
  app.company.commented(id, bead);
  return bead;
}

function wordsIn(text: string): string {
  const clean = text.trim();
  if (!clean) throw new Problem('bad-request', 'The comment is empty.', '', 'Write what the others should know.');
  return clean;
}

/** A comment with what answers it. */
export interface CommentThread {
  readonly first: StoredComment;
  readonly replies: readonly StoredComment[];
}

/** The threads of a row's comments, the oldest first. */
export function threadsOf(comments: readonly StoredComment[]): CommentThread[] {
  const there = new Set(comments.map(({ id }) => id));
  const begins = ({ replyTo }: StoredComment) => replyTo === null || !there.has(replyTo);
  return comments
    .filter(begins)
    .map((first) => ({ first, replies: comments.filter(({ replyTo }) => replyTo === first.id) }));
}

/** The comments of a bitext, the oldest first. */
export async function listComments(app: App, id: number): Promise<StoredComment[]> {
  await headOf(app, id);
  return commentsOf(app.store.db, id);
}

/** The name that others see beside what one does; empty where none was given. */
export async function nameOf(app: App, author: string): Promise<string> {
  return (await namesOf(app.store.db)).get(author) ?? '';
}

export async function giveName(app: App, author: string, name: string): Promise<void> {
  await setName(app.store.db, author, name.trim(), app.now());
}
