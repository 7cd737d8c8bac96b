import type { Db } from './open-store.ts';

/** Rows of one statement; well below SQLite's limit on parameters. */
const CHUNK = 500;

/** The vectors that are stored for texts, by the texts' hashes; those not there are left out. */
export async function storedVectors(
  db: Db,
  model: string,
  hashes: readonly string[],
): Promise<Map<string, Float32Array>> {
  const found = new Map<string, Float32Array>();
  for (let at = 0; at < hashes.length; at += CHUNK) {
    const rows = await db
      .selectFrom('embedding')
      .select(['hash', 'vector'])
      .where('model', '=', model)
      .where('hash', 'in', hashes.slice(at, at + CHUNK))
      .execute();
    for (const { hash, vector } of rows) found.set(hash, floatsIn(vector));
  }
  return found;
}

/** Keeps vectors; one that is there already stays. */
export async function storeVectors(db: Db, model: string, vectors: ReadonlyMap<string, Float32Array>): Promise<void> {
  const rows = [...vectors].map(([hash, vector]) => ({
    model,
    hash,
    vector: Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength),
  }));
  for (let at = 0; at < rows.length; at += CHUNK) {
    await db
      .insertInto('embedding')
      .values(rows.slice(at, at + CHUNK))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** A copy, since a buffer that SQLite gives need not begin where a float may. */
function floatsIn(bytes: Uint8Array): Float32Array {
  return new Float32Array(bytes.slice().buffer);
}
