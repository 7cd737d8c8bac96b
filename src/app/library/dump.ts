import { DUMPED_TABLES, lastNumbers, rowsOfTable } from '../../store/engine/dump.ts';
import { findLongChange } from '../../store/glossary/long-changes.ts';
import type { Db } from '../../store/open-store.ts';
import type { App } from '../app.ts';
import { whenGlossariesRest } from '../glossary/changes/long-change.ts';

/** The version of the dump: it grows with every change of what a line means. */
export const DUMP_VERSION = 1;

/**
 * Everything that is stored, the trash too, as of one moment, a line of JSON each: first what it is, then
 * `{"table": …, "row": {…}}` for every row, at last how many there were.
 */
export async function* dump(app: App): AsyncGenerator<string> {
  const { db, close } = await restingSnapshot(app);
  try {
    yield* linesOf(db, app.now());
  } finally {
    await close();
  }
}

/** How long a dump waits for a long change of a glossary, in ms. */
const PATIENCE_MS = 600_000;

/** A moment at which no long change of a glossary is half carried out. */
async function restingSnapshot(app: App) {
  for (;;) {
    await whenGlossariesRest(app, PATIENCE_MS);
    const snapshot = await app.store.snapshot();
    if (!(await findLongChange(snapshot.db))) return snapshot;
    await snapshot.close();
  }
}

async function* linesOf(db: Db, at: string): AsyncGenerator<string> {
  const last = await lastNumbers(db);
  yield `${JSON.stringify({ format: 'visavis', version: DUMP_VERSION, at, last })}\n`;
  let count = 0;
  for (const table of DUMPED_TABLES) {
    for await (const rows of rowsOfTable(db, table)) {
      count += rows.length;
      yield rows.map((row) => `${JSON.stringify({ table, row })}\n`).join('');
    }
  }
  yield `${JSON.stringify({ rows: count })}\n`;
}
