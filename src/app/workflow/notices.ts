import { mentionedIn } from '../../core/workflow/mentions.ts';
import type { Workflow } from '../../core/workflow/workflow.ts';
import { findAccount, listAccounts } from '../../store/accounts/accounts.ts';
import type { Db } from '../../store/open-store.ts';
import { threadAuthors } from '../../store/review/comments.ts';
import { insertNotice, markRead, noticesOf, type StoredNotice } from '../../store/workflow/notices.ts';
import type { Desk } from '../desk.ts';

export type { StoredNotice };

/** The notices of an account, the last first. */
export function listNotices(
  { store }: Pick<Desk, 'store'>,
  account: string,
  wanted: Parameters<typeof noticesOf>[2],
): Promise<StoredNotice[]> {
  return noticesOf(store.db, account, wanted);
}

/** Marks some of one's notices as read, or all. */
export function readNotices(
  { store, now }: Pick<Desk, 'store' | 'now'>,
  account: string,
  notices: readonly number[] | 'all',
): Promise<void> {
  return markRead(store.db, account, notices, now());
}

/** A comment that was just written. */
interface Written {
  readonly bitext: number;
  readonly comment: number;
  readonly author: string;
  readonly text: string;
  readonly at: string;
}

/**
 * Tells whom a comment mentions, and who has written in its thread before; never who writes, and each once. In the transaction of
 * the comment.
 * @param thread the comment that it answers; null where it begins one
 */
export async function noticeComment(
  tx: Db,
  { bitext, comment, author, text, at }: Written,
  thread: number | null,
): Promise<void> {
  const people = (await listAccounts(tx)).filter(({ id, isDisabled }) => id !== author && !isDisabled);
  if (people.length === 0) return;
  const mentioned = mentionedIn(text, people).map(({ id }) => id);
  const wrote = new Set(thread === null ? [] : await threadAuthors(tx, thread));
  const replied = people.map(({ id }) => id).filter((id) => wrote.has(id) && !mentioned.includes(id));
  for (const [kind, accounts] of [
    ['mention', mentioned],
    ['reply', replied],
  ] as const) {
    for (const account of accounts) await insertNotice(tx, { account, kind, bitext, comment, sender: author }, at);
  }
}

/** Tells the translator and the reviser of a translation what has become theirs to do. In the transaction of the change. */
export async function noticeWork(
  tx: Db,
  bitext: number,
  { before, after, sender, at }: { before: Workflow; after: Workflow; sender: string; at: string },
): Promise<void> {
  const tell = async (account: string, kind: 'assigned' | 'review' | 'returned') => {
    if (account === '' || account === sender || ((await findAccount(tx, account))?.isDisabled ?? true)) return;
    await insertNotice(tx, { account, kind, bitext, comment: null, sender }, at);
  };
  const isTranslated = after.state === 'new' || after.state === 'assigned';
  if (isTranslated && after.translator !== before.translator) await tell(after.translator, 'assigned');
  else if (isTranslated && ['review', 'reviewed'].includes(before.state)) await tell(after.translator, 'returned');
  const isRevised = after.state === 'review';
  if (isRevised && (after.reviser !== before.reviser || before.state !== 'review')) await tell(after.reviser, 'review');
}
