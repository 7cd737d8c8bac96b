import { type RawBuilder, sql } from 'kysely';

/**
 * A list of any length for `IN`: one text in JSON, where a parameter for each value would
 * come to SQLite's limit of 32,766. The statement is the same for every length, and so stays prepared.
 */
export function inList<T extends string | number>(values: readonly T[]): RawBuilder<T> {
  return sql<T>`(SELECT value FROM json_each(${JSON.stringify(values)}))`;
}
