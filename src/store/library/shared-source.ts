import type { AlignedSentence } from '../../core/bitext/from-alignment.ts';
import { plainText } from '../../core/bitext/inline/plain-text.ts';
import type { Db } from '../open-store.ts';

/**
 * The source segments of another translation of the very same text, as they stand after its review: of the one that
 * was changed last. Empty where there is none.
 */
export async function sharedSource(
  db: Db,
  { id, sourceRevision }: { readonly id: number; readonly sourceRevision: number },
): Promise<AlignedSentence[]> {
  const other = await db
    .selectFrom('bitext')
    .select('id')
    .where('source_revision_id', '=', sourceRevision)
    .where('id', '<>', id)
    .where('state', '=', 'ready')
    .where('archived_at', 'is', null)
    .orderBy('updated_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!other) return [];
  const segments = await db
    .selectFrom('segment')
    .select(['text', 'paragraph', 'kind'])
    .where('bitext_id', '=', other.id)
    .where('side', '=', 'source')
    .orderBy('position')
    .execute();
  return segments.map(({ text, ...segment }) => ({ ...segment, text: plainText(text), coded: text }));
}
