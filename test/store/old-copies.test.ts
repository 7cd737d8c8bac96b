import { join } from 'node:path';
import { Kysely, Migrator, SqliteDialect } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { App } from '../../src/app/app.ts';
import { addStarterGlossary } from '../../src/app/glossary/starter-glossary.ts';
import { restoreFrom } from '../../src/app/library/backup.ts';
import { dump } from '../../src/app/library/dump.ts';
import { loadDump } from '../../src/app/library/load-dump.ts';
import { editBitext } from '../../src/app/review/edit-bitext.ts';
import { undoEdit } from '../../src/app/review/undo-edit.ts';
import { DUMPED_TABLES } from '../../src/store/engine/dump.ts';
import { openSqlite, type SqliteConnection } from '../../src/store/engine/sqlite-driver.ts';
import { MIGRATIONS, migrationProvider } from '../../src/store/migrations/index.ts';
import { readBitext } from '../../src/store/review/bitext-rows.ts';
import { faultyBitexts } from '../../src/store/review/faults.ts';
import { importStory, openTestApp } from '../support/app.ts';
import { all } from '../support/chunks.ts';
import { newFolder } from '../support/stores.ts';

type Line = { readonly table: string; readonly row: Readonly<Record<string, unknown>> };

const by = () => ({ clientId: crypto.randomUUID(), author: 'ann' });

/** A library with everything that each version knows: a story that was edited, and a glossary; as lines of a dump. */
async function library(): Promise<{ readonly lines: readonly Line[]; readonly beads: unknown }> {
  const app = await openTestApp();
  const id = await importStory(app);
  await addStarterGlossary(app, 'ann');
  const { beads } = await readBitext(app.store.db, id);
  await editBitext(app, id, { ...by(), operation: { action: 'merge', bead: beads[0]!.id } });
  const lines = (await all(dump(app))).join('').split('\n').filter(Boolean);
  const state = await readBitext(app.store.db, id);
  await app.close();
  const rows = lines.slice(1, -1).map((line) => JSON.parse(line) as Line);
  return { lines: rows.filter(isKept), beads: state.beads };
}

/** Some concepts of the starter glossary are enough. */
function isKept({ table, row }: Line): boolean {
  const concepts = [table === 'concept' ? row['id'] : row['concept_id'], row['from_concept'], row['to_concept']];
  return concepts.every((id) => id === undefined || Number(id) <= CONCEPTS);
}

const CONCEPTS = 60;

/** The same library as a version of the program had it: without the tables and columns that came later. */
async function asOf(version: string, lines: readonly Line[]) {
  const file = join(newFolder(), 'old.sqlite');
  const sqlite = openSqlite(file);
  const db = new Kysely<never>({ dialect: new SqliteDialect({ database: openSqlite(file) }) });
  await new Migrator({ db, provider: migrationProvider(version) }).migrateToLatest();
  await db.destroy();
  sqlite.pragma('foreign_keys = ON');
  const kept: Line[] = [];
  sqlite.exec('BEGIN');
  for (const { table, row } of lines) {
    const columns = Object.keys(row).filter((name) => columnsOf(sqlite, table).includes(name));
    if (columns.length === 0) continue;
    const places = columns.map(() => '?').join();
    sqlite
      .prepare(`INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join()}) VALUES (${places})`)
      .run(columns.map((name) => row[name]));
    kept.push({ table, row: Object.fromEntries(columns.map((name) => [name, row[name]])) });
  }
  sqlite.exec('COMMIT');
  sqlite.close();
  return { file, kept };
}

function columnsOf(sqlite: SqliteConnection, table: string): string[] {
  const rows = sqlite.prepare('SELECT name FROM pragma_table_info(?)').all(table) as { name: string }[];
  return rows.map(({ name }) => name);
}

async function* given(lines: readonly object[]) {
  for (const line of lines) yield JSON.stringify(line);
}

/** What is stored is whole and can be worked on: the last edit is taken back and a row is confirmed. */
async function isWhole(app: App, beads: unknown) {
  expect(await faultyBitexts(app.store.db)).toEqual([]);
  const bitext = await readBitext(app.store.db, 1);
  expect(bitext.beads.length).toBe((beads as unknown[]).length);
  await undoEdit(app, 1, by());
  const { beads: before } = await readBitext(app.store.db, 1);
  expect(before.length).toBe((beads as unknown[]).length + 1);
  const confirmed = { action: 'setStatus', beads: [before[0]!.id], status: 'confirmed' } as const;
  await editBitext(app, 1, { ...by(), operation: confirmed });
  expect(await app.store.db.selectFrom('concept').select('id').execute()).toHaveLength(CONCEPTS);
}

describe('what an earlier version has kept', async () => {
  const { lines, beads } = await library();
  // One before each change that rewrote what was there, and the last but one.
  const stages = ['0010', '0026', '0051', '0079'];
  const versions = Object.keys(MIGRATIONS).filter((name) => stages.some((stage) => name.startsWith(stage)));
  it.each(versions)('%s', { timeout: 120_000 }, async (version) => {
    const { file, kept } = await asOf(version, lines);
    const database = join(newFolder(), 'v.sqlite');
    await restoreFrom(file, database);
    const restored = await openTestApp(database);
    try {
      await isWhole(restored, beads);
    } finally {
      await restored.close();
    }
    const loaded = await openTestApp();
    try {
      const ordered = DUMPED_TABLES.flatMap((name) => kept.filter(({ table }) => table === name));
      await loadDump(
        loaded,
        'old.jsonl',
        given([{ format: 'visavis', version: 1 }, ...ordered, { rows: kept.length }]),
      );
      await isWhole(loaded, beads);
    } finally {
      await loaded.close();
    }
  });
});
