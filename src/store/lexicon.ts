import { primarySubtag, sameLanguage } from '../core/text/language-tag.ts';
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

/** The entries of exactly these two languages in both directions, read from source to target. */
export async function lexiconEntries(db: Db, from: string, to: string): Promise<LexiconEntry[]> {
  const columns = ['source', 'target', 'weight'] as const;
  const pair = (a: string, b: string) =>
    db.selectFrom('lexicon_entry').select(columns).where('source_language', '=', a).where('target_language', '=', b);
  const there = await pair(from, to).execute();
  const back = from === to ? [] : await pair(to, from).execute();
  return [...there, ...back.map(({ source, target, weight }) => ({ source: target, target: source, weight }))];
}

/** An entry with the languages that it was imported for. */
export type TaggedEntry = LexiconEntry & { readonly from: string; readonly to: string };

/** The entries of two languages in whatever variety and direction. */
export async function entriesOfLanguages(db: Db, from: string, to: string): Promise<TaggedEntry[]> {
  const between = (a: string, b: string) =>
    taggedEntries(db)
      .where('source_language', '>=', primarySubtag(a))
      .where('source_language', '<', endOf(a))
      .where('target_language', '>=', primarySubtag(b))
      .where('target_language', '<', endOf(b))
      .execute();
  return [...(await between(from, to)), ...(sameLanguage(from, to) ? [] : await between(to, from))];
}

/** What comes behind all tags of a language: they go on with a hyphen, and a full stop comes next to it. */
function endOf(tag: string): string {
  return `${primarySubtag(tag)}.`;
}

/** The entries of all language pairs. */
export async function allLexiconEntries(db: Db): Promise<TaggedEntry[]> {
  return taggedEntries(db).execute();
}

function taggedEntries(db: Db) {
  return db
    .selectFrom('lexicon_entry')
    .select(['source_language as from', 'target_language as to', 'source', 'target', 'weight']);
}
