import type { UserBreakRule } from '../core/text/user-rules.ts';
import { insertMany } from './insert-many.ts';
import type { Db } from './open-store.ts';

/** A rule with its number and where it comes from: "by hand", or the file it was read from. */
export interface StoredBreakRule extends UserBreakRule {
  readonly id: number;
  readonly origin: string;
}

/** All of people's own rules, in the order in which they are tried. */
export async function allBreakRules(db: Db): Promise<StoredBreakRule[]> {
  const rows = await db.selectFrom('break_rule').selectAll().orderBy('position').orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    language: row.language,
    breaks: row.breaks === 1,
    before: row.before_break,
    after: row.after_break,
    origin: row.origin,
  }));
}

/** Puts rules before or behind those that are there; their own order is kept. */
export async function insertBreakRules(
  db: Db,
  rules: readonly Omit<StoredBreakRule, 'id'>[],
  where: 'first' | 'last',
): Promise<void> {
  const ends = await db
    .selectFrom('break_rule')
    .select(({ fn }) => [fn.min('position').as('first'), fn.max('position').as('last')])
    .executeTakeFirst();
  const start = where === 'first' ? (ends?.first ?? 0) - rules.length : (ends?.last ?? 0) + 1;
  const rows = rules.map((rule, k) => ({
    position: start + k,
    language: rule.language,
    breaks: rule.breaks ? 1 : 0,
    before_break: rule.before,
    after_break: rule.after,
    origin: rule.origin,
  }));
  await insertMany(rows, (some) => db.insertInto('break_rule').values(some).execute());
}

/** Deletes one rule, or all of one origin. Returns how many went. */
export async function deleteBreakRules(db: Db, which: { id: number } | { origin: string }): Promise<number> {
  const query = db.deleteFrom('break_rule');
  const result = await ('id' in which
    ? query.where('id', '=', which.id)
    : query.where('origin', '=', which.origin)
  ).executeTakeFirst();
  return Number(result.numDeletedRows);
}
