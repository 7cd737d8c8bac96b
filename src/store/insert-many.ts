/** The most parameters of one statement: well below SQLite's 32,766, beyond which preparing costs more than it saves. */
const MAX_PARAMETERS = 10_000;

/**
 * Inserts any number of rows, as many with a statement as its parameters allow.
 * @param rows all with the columns of the first
 * @param insert inserts some of them with one statement
 */
export async function insertMany<T extends object>(
  rows: readonly T[],
  insert: (some: T[]) => Promise<unknown>,
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).length || 1;
  const size = Math.max(1, Math.floor(MAX_PARAMETERS / columns));
  for (let at = 0; at < rows.length; at += size) await insert(rows.slice(at, at + size));
}
