import type { Side } from '../../core/bitext/bitext.ts';
import { inList } from '../in-list.ts';
import type { Db } from '../open-store.ts';

/** What somebody says of a segment, for others to read. */
export interface StoredComment {
  readonly id: number;
  readonly side: Side;
  readonly segment: number;
  readonly author: string;
  /** The author's name as it is now; empty where none was given. */
  readonly name: string;
  readonly at: string;
  readonly text: string;
  /** The comment that begins its thread; null for one that begins one. */
  readonly replyTo: number | null;
  /** Who settled the thread that it begins, and when; null while it is open. */
  readonly resolved: { readonly author: string; readonly name: string; readonly at: string } | null;
}

export async function insertComment(
  db: Db,
  bitextId: number,
  { side, segment, author, at, text, replyTo, resolved }: Omit<StoredComment, 'id' | 'name'>,
): Promise<number> {
  const { id } = await db
    .insertInto('comment')
    .values({
      bitext_id: bitextId,
      side,
      segment_id: segment,
      author,
      at,
      text,
      reply_to: replyTo,
      resolved_by: resolved?.author ?? '',
      resolved_at: resolved?.at ?? '',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** How many segments are looked up one by one; for more, all comments of the bitext are read. */
const MAX_SINGLE_LOOKUPS = 1000;

/** Comments of a bitext, or on segments of a part of one, the oldest first. */
export async function commentsOf(
  db: Db,
  bitextId: number,
  part?: Readonly<Record<Side, readonly { readonly id: number }[]>>,
): Promise<StoredComment[]> {
  const ids = part ? [...part.source, ...part.target].map(({ id }) => id) : [];
  const rows = await db
    .selectFrom('comment')
    .leftJoin('person', 'person.id', 'comment.author')
    .leftJoin('person as settler', 'settler.id', 'comment.resolved_by')
    .select([
      'comment.id',
      'comment.side',
      'comment.segment_id as segment',
      'comment.author',
      'comment.at',
      'comment.text',
      'comment.reply_to as replyTo',
      'comment.resolved_by',
      'comment.resolved_at',
      'person.name',
      'settler.name as settler',
    ])
    .where('comment.bitext_id', '=', bitextId)
    // A segment of the other side may have the same number; whoever shows them goes by the side.
    .$if(part !== undefined && ids.length <= MAX_SINGLE_LOOKUPS, (query) =>
      query.where('comment.segment_id', 'in', inList(ids)),
    )
    .orderBy('comment.id')
    .execute();
  return rows.map(({ resolved_by, resolved_at, settler, ...row }) => ({
    ...row,
    name: row.name ?? '',
    resolved: resolved_at ? { author: resolved_by, name: settler ?? '', at: resolved_at } : null,
  }));
}

/** The beads of a bitext that hold a segment with a comment, or with a thread that is open or settled. */
export async function commentedBeads(
  db: Db,
  bitextId: number,
  threads: 'all' | 'open' | 'resolved' = 'all',
): Promise<Set<number>> {
  const rows = await db
    .selectFrom('comment')
    .innerJoin('bead_segment', (join) =>
      join
        .onRef('bead_segment.bitext_id', '=', 'comment.bitext_id')
        .onRef('bead_segment.side', '=', 'comment.side')
        .onRef('bead_segment.segment_id', '=', 'comment.segment_id'),
    )
    .select('bead_segment.bead_id as bead')
    .where('comment.bitext_id', '=', bitextId)
    .$if(threads !== 'all', (query) => query.where('comment.reply_to', 'is', null))
    .$if(threads === 'open', (query) => query.where('comment.resolved_at', '=', ''))
    .$if(threads === 'resolved', (query) => query.where('comment.resolved_at', '<>', ''))
    .execute();
  return new Set(rows.map(({ bead }) => bead));
}

/** The comment that begins the thread of another, by its number; undefined where that is not in the bitext. */
export async function threadOf(
  db: Db,
  bitextId: number,
  comment: number,
): Promise<{ id: number; side: Side; segment: number } | undefined> {
  const own = await db
    .selectFrom('comment')
    .select(['id', 'reply_to'])
    .where('bitext_id', '=', bitextId)
    .where('id', '=', comment)
    .executeTakeFirst();
  if (!own) return undefined;
  return db
    .selectFrom('comment')
    .select(['id', 'side', 'segment_id as segment'])
    .where('id', '=', own.reply_to ?? own.id)
    .executeTakeFirst();
}

/** Who has written in the thread that a comment begins. */
export async function threadAuthors(db: Db, thread: number): Promise<string[]> {
  const rows = await db
    .selectFrom('comment')
    .select('author')
    .distinct()
    .where((eb) => eb.or([eb('id', '=', thread), eb('reply_to', '=', thread)]))
    .execute();
  return rows.map(({ author }) => author);
}

/** Settles the thread that a comment begins, or opens it again. */
export async function setResolved(
  db: Db,
  thread: number,
  by: { readonly author: string; readonly at: string } | null,
): Promise<void> {
  await db
    .updateTable('comment')
    .set({ resolved_by: by?.author ?? '', resolved_at: by?.at ?? '' })
    .where('id', '=', thread)
    .execute();
}

/** Deletes a comment of this author; whether there was one. */
export async function deleteComment(db: Db, bitextId: number, id: number, author: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('comment')
    .where('bitext_id', '=', bitextId)
    .where('id', '=', id)
    .where('author', '=', author)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** Hangs the comments of segments that went on another of their side. */
export async function moveComments(
  db: Db,
  bitextId: number,
  { side, from, to }: { readonly side: Side; readonly from: readonly number[]; readonly to: number },
): Promise<void> {
  await db
    .updateTable('comment')
    .set({ segment_id: to })
    .where('bitext_id', '=', bitextId)
    .where('side', '=', side)
    .where('segment_id', 'in', inList(from))
    .execute();
}
