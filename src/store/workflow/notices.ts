import { sql } from 'kysely';
import type { NoticeKind } from '../../core/workflow/notice.ts';
import { inList } from '../in-list.ts';
import type { Db } from '../open-store.ts';

/** Something that an account is to be told. */
export interface NewNotice {
  readonly account: string;
  readonly kind: NoticeKind;
  readonly bitext: number;
  /** Of which it tells; null where it is of the translation. */
  readonly comment: number | null;
  /** The account that has done it. */
  readonly sender: string;
}

/** Keeps it, unless the same is there and not read yet. */
export async function insertNotice(
  db: Db,
  { account, kind, bitext, comment, sender }: NewNotice,
  at: string,
): Promise<void> {
  await sql`INSERT INTO notice (account_id, kind, bitext_id, comment_id, sender, at)
    SELECT ${account}, ${kind}, ${bitext}, ${comment}, ${sender}, ${at} WHERE NOT EXISTS (
      SELECT 1 FROM notice WHERE account_id = ${account} AND read_at = '' AND kind = ${kind}
        AND bitext_id = ${bitext} AND comment_id IS ${comment})`.execute(db);
}

/** A notice with what it is about, as it is now. */
export interface StoredNotice {
  readonly id: number;
  readonly kind: NoticeKind;
  readonly bitext: number;
  readonly title: string;
  /** The words of the comment; empty where it is of none. */
  readonly text: string;
  /** The row on which the comment is; null where it is of none. */
  readonly bead: number | null;
  /** The name of who has done it. */
  readonly name: string;
  readonly at: string;
  readonly isRead: boolean;
}

/** The notices of an account, the last first, from the one before `before` on (0: the very last). */
export async function noticesOf(
  db: Db,
  account: string,
  { before, limit, unread }: { readonly before: number; readonly limit: number; readonly unread: boolean },
): Promise<StoredNotice[]> {
  return readNotices(
    db,
    sql`notice.account_id = ${account} ${before > 0 ? sql`AND notice.id < ${before}` : sql``}
      ${unread ? sql`AND notice.read_at = ''` : sql``} ORDER BY notice.id DESC LIMIT ${limit}`,
  );
}

/** Marks notices of an account as read; all of them where none are named. */
export async function markRead(db: Db, account: string, notices: readonly number[] | 'all', at: string): Promise<void> {
  let query = db.updateTable('notice').set({ read_at: at }).where('account_id', '=', account).where('read_at', '=', '');
  if (notices !== 'all') query = query.where('id', 'in', inList(notices));
  await query.execute();
}

/** Notices as they are read. @param wanted what stands behind WHERE */
export async function readNotices(db: Db, wanted: ReturnType<typeof sql>): Promise<StoredNotice[]> {
  const { rows } = await sql<Omit<StoredNotice, 'isRead'> & { isRead: number }>`SELECT notice.id, notice.kind,
      notice.bitext_id AS bitext, bitext.title, coalesce(comment.text, '') AS text, bead_segment.bead_id AS bead,
      coalesce(person.name, '') AS name, notice.at, notice.read_at <> '' AS isRead
    FROM notice JOIN bitext ON bitext.id = notice.bitext_id
      LEFT JOIN person ON person.id = notice.sender
      LEFT JOIN comment ON comment.id = notice.comment_id
      LEFT JOIN bead_segment ON bead_segment.bitext_id = comment.bitext_id AND bead_segment.side = comment.side
        AND bead_segment.segment_id = comment.segment_id
    WHERE ${wanted}`.execute(db);
  return rows.map((row) => ({ ...row, isRead: row.isRead === 1 }));
}
