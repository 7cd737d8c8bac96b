import { DUMPED, lastNumbers, rowsOfTable } from '../../store/engine/dump.ts';
import type { App } from '../app.ts';

/** The version of the dump: it grows with every change of what a line means. */
export const DUMP_VERSION = 1;

/**
 * Everything that is stored, as of one moment, a line of JSON each: first what it is, then
 * `{"table": …, "row": {…}}` for every row, at last how many there were.
 */
export async function* dump(app: App): AsyncGenerator<string> {
  const { db, close } = await app.store.snapshot();
  try {
    const last = await lastNumbers(db);
    yield `${JSON.stringify({ format: 'visavis', version: DUMP_VERSION, at: app.now(), last })}\n`;
    let count = 0;
    for (const table of DUMPED) {
      for await (const rows of rowsOfTable(db, table)) {
        count += rows.length;
        yield rows.map((row) => `${JSON.stringify({ table, row })}\n`).join('');
      }
    }
    yield `${JSON.stringify({ rows: count })}\n`;
  } finally {
    await close();
  }
}
