import type { AuditEntry } from '../../core/accounts/audit.ts';
import { csvCell } from '../../core/formats/csv-cell.ts';
import { type AuditQuery, actionsInAudit, appendAudit, listAudit } from '../../store/accounts/audit.ts';
import type { Desk } from '../desk.ts';
import type { Actor } from './actor.ts';

export type { AuditQuery };

/** Entries on a page, and read at once for a file. */
const PAGE_ENTRIES = 100;
const FILE_ENTRIES = 1000;

/** A page of the log. */
export interface AuditPage {
  readonly entries: readonly AuditEntry[];
  /** Where the next page begins; 0 where there is none. */
  readonly older: number;
  /** The actions that stand in the log. */
  readonly actions: readonly string[];
}

/** Records what somebody has asked for, once it is answered. An edit has its own history, in its own transaction: this need not wait for the disk. */
export async function recordRequest(
  { store, now }: Pick<Desk, 'store' | 'now'>,
  actor: Actor,
  what: Pick<AuditEntry, 'action' | 'subject' | 'outcome' | 'detail'>,
): Promise<void> {
  await store.transaction((tx) => appendAudit(tx, { at: now(), ...actor, ...what }), { isDurable: false });
}

/** Entries, the last first. @param before the number behind which they begin; 0 for the very last */
export async function readAudit({ store }: Pick<Desk, 'store'>, query: AuditQuery, before: number): Promise<AuditPage> {
  const found = await listAudit(store.db, query, { before, count: PAGE_ENTRIES + 1 });
  const entries = found.slice(0, PAGE_ENTRIES);
  const older = found.length > PAGE_ENTRIES ? (entries.at(-1)?.id ?? 0) : 0;
  return { entries, older, actions: await actionsInAudit(store.db) };
}

const COLUMNS = ['id', 'at', 'account', 'name', 'address', 'action', 'subject', 'outcome', 'detail'] as const;

/** All entries that a query finds, the last first, as a file. */
export async function* exportAudit(
  { store }: Pick<Desk, 'store'>,
  query: AuditQuery,
  format: 'csv' | 'jsonl',
): AsyncGenerator<string> {
  if (format === 'csv') yield `${COLUMNS.join(',')}\r\n`;
  for (let before = 0; ; ) {
    const entries = await listAudit(store.db, query, { before, count: FILE_ENTRIES });
    for (const entry of entries) {
      yield format === 'csv'
        ? `${COLUMNS.map((column) => csvCell(String(entry[column]))).join(',')}\r\n`
        : `${JSON.stringify(entry)}\n`;
    }
    const last = entries.at(-1);
    if (!last || entries.length < FILE_ENTRIES) return;
    before = last.id;
  }
}
