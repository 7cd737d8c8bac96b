import { inList } from './in-list.ts';
import { insertMany } from './insert-many.ts';
import type { Db } from './open-store.ts';

/** The vectors that are stored for texts, by the texts' hashes; those not there are left out. */
export async function storedVectors(
  db: Db,
  model: string,
  hashes: readonly string[],
): Promise<Map<string, Float32Array>> {
  const rows = await db
    .selectFrom('embedding')
    .select(['hash', 'vector'])
    .where('model', '=', model)
    .where('hash', 'in', inList(hashes))
    .execute();
  return new Map(rows.map(({ hash, vector }) => [hash, floatsIn(vector)]));
}

/** Keeps vectors; one that is there already stays. */
export async function storeVectors(db: Db, model: string, vectors: ReadonlyMap<string, Float32Array>): Promise<void> {
  const rows = [...vectors].map(([hash, vector]) => ({
    model,
    hash,
    vector: Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength),
  }));
  await insertMany(rows, (some) =>
    db
      .insertInto('embedding')
      .values(some)
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
}

/** A copy, since a buffer that SQLite gives need not begin where a float may. */
function floatsIn(bytes: Uint8Array): Float32Array {
  return new Float32Array(bytes.slice().buffer);
}
