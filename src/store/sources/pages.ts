import type { LanguageVersion } from '../../core/article.ts';
import type { Db } from '../open-store.ts';

/** A page that a source has named. */
export interface SourcePage {
  readonly id: number;
  readonly address: string;
  readonly stamp: string;
  readonly hash: string;
  readonly language: string;
  readonly title: string;
  readonly published: string;
  readonly versions: readonly LanguageVersion[];
  readonly text: string;
  readonly name: string;
  readonly charset: string;
  readonly article: number | null;
  readonly isRefused: boolean;
}

export type NewPage = Omit<SourcePage, 'id' | 'article' | 'isRefused'> & {
  readonly source: number;
  readonly bytes: Uint8Array;
};

const COLUMNS = [
  'id',
  'address',
  'stamp',
  'hash',
  'language',
  'title',
  'published',
  'versions',
  'text',
  'name',
  'charset',
  'article_id',
  'refused',
] as const;

export async function findPage(
  db: Db,
  by: 'id' | 'address' | 'hash',
  value: number | string,
): Promise<SourcePage | undefined> {
  const row = await db.selectFrom('source_page').select(COLUMNS).where(by, '=', value).executeTakeFirst();
  if (!row) return undefined;
  const { versions, article_id, refused, ...rest } = row;
  return {
    ...rest,
    versions: JSON.parse(versions) as LanguageVersion[],
    article: article_id,
    isRefused: refused === 1,
  };
}

/** Stores a page, or what it has become. Returns its number. */
export async function putPage(db: Db, { source, bytes, versions, ...page }: NewPage): Promise<number> {
  const values = { ...page, source_id: source, versions: JSON.stringify(versions), bytes: Buffer.from(bytes) };
  const { id } = await db
    .insertInto('source_page')
    .values(values)
    .onConflict((conflict) => conflict.column('address').doUpdateSet(values))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Notes that a page reads as before, whatever the source says of it. */
export async function setStamp(db: Db, id: number, stamp: string): Promise<void> {
  await db.updateTable('source_page').set({ stamp }).where('id', '=', id).execute();
}

/** Notes what has been decided of a page; what was fetched is needed no more. */
export async function settlePage(db: Db, id: number, made: number | null): Promise<void> {
  const decided = made === null ? { refused: 1 } : { article_id: made };
  await db
    .updateTable('source_page')
    .set({ ...decided, bytes: null, text: '' })
    .where('id', '=', id)
    .execute();
}

/** A page as it was fetched; null once somebody has decided. */
export async function bytesOfPage(db: Db, id: number): Promise<Uint8Array | null> {
  const row = await db.selectFrom('source_page').select('bytes').where('id', '=', id).executeTakeFirst();
  return row?.bytes ?? null;
}

/** The article that was taken from an address, by whatever way it came in. */
export async function articleFrom(db: Db, address: string): Promise<number | null> {
  const row = await db
    .selectFrom('article')
    .select('id')
    .where('url', '=', address)
    .where('memory', '=', 0)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row?.id ?? null;
}
