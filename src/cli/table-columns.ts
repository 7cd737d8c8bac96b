import type { App } from '../app/app.ts';
import {
  type OpenTable,
  openTable,
  type TableChoice,
  type TableFile,
  UNIT_COLUMNS,
  type UnitColumn,
} from '../app/import/import-table.ts';
import { msg } from '../core/message.ts';
import { Problem } from '../core/problem.ts';

/** Rows of a table that are shown before it is stored. */
const SHOWN_ROWS = 4;

/**
 * Looks a table through, and says what its columns are: those that somebody names, else those that they seem to be.
 * @param columns names with commas between them, an empty one for a column that is left out
 * @param header whether its first row is a header
 * @throws Problem `bad-request` where a name is not known
 */
export async function describedTable(
  app: App,
  file: TableFile,
  { columns, header }: { readonly columns?: string | undefined; readonly header?: boolean | undefined },
): Promise<OpenTable & TableChoice> {
  const named = columns?.split(',').map(columnNamed);
  const table = await openTable(app, file);
  return {
    ...table,
    headed: header ?? table.headed,
    columns: named ?? table.columns,
    complete: named !== undefined,
  };
}

function columnNamed(name: string): UnitColumn {
  const found = UNIT_COLUMNS.find((one) => one === name.trim().toLowerCase());
  if (found !== undefined) return found;
  throw new Problem(
    'bad-request',
    msg('“{name}” is not a known column.', { name: name.trim() }),
    '',
    msg('Columns are {columns}, or nothing to leave one out.', { columns: UNIT_COLUMNS.filter(Boolean).join(', ') }),
  );
}

/** Prints the languages, the columns and the first rows of a table. */
export function printTable({ from, to, columns, headed, sample }: OpenTable): void {
  process.stdout.write(`${from}\t${to}\n${columns.join('\t')}\n`);
  for (const row of sample.slice(headed ? 1 : 0, SHOWN_ROWS)) process.stdout.write(`${row.join('\t')}\n`);
}
