import { insertMany } from './insert-many.ts';
import type { Db } from './open-store.ts';

/** A word and one of its translations; the weight says how likely it is, up to 1. */
export interface LexiconEntry {
  readonly source: string;
  readonly target: string;
  readonly weight: number;
}

/** Adds entries for a language pair; one that is there already gets the new weight. */
export async function insertLexicon(db: Db, from: string, to: string, entries: readonly LexiconEntry[]): Promise<void> {
  const rows = entries.map((entry) => ({ source_language: from, target_language: to, ...entry }));
  await insertMany(rows, (some) =>
    db
      .insertInto('lexicon_entry')
      .values(some)
      .onConflict((conflict) => conflict.doUpdateSet(({ ref }) => ({ weight: ref('excluded.weight') })))
      .execute(),
  );
}

/** The entries of a language pair in both directions, read from source to target. */
export async function lexiconEntries(db: Db, from: string, to: string): Promise<LexiconEntry[]> {
  const columns = ['source', 'target', 'weight'] as const;
  const pair = (a: string, b: string) =>
    db.selectFrom('lexicon_entry').select(columns).where('source_language', '=', a).where('target_language', '=', b);
  const there = await pair(from, to).execute();
  const back = from === to ? [] : await pair(to, from).execute();
  return [...there, ...back.map(({ source, target, weight }) => ({ source: target, target: source, weight }))];
}

/** The entries of all language pairs, each with its languages. */
export async function allLexiconEntries(db: Db): Promise<(LexiconEntry & { from: string; to: string })[]> {
  return db
    .selectFrom('lexicon_entry')
    .select(['source_language as from', 'target_language as to', 'source', 'target', 'weight'])
    .execute();
}
