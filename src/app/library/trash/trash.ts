import { msg } from '../../../core/message.ts';
import { Problem } from '../../../core/problem.ts';
import { hasAccounts } from '../../../store/accounts/accounts.ts';
import { appendAudit } from '../../../store/accounts/audit.ts';
import { dependentsOf, heldNumbers, missingFor } from '../../../store/trash/keys.ts';
import { setTrashDays, TRASH_DAYS, trashDays } from '../../../store/trash/retention.ts';
import { TRASH_KINDS } from '../../../store/trash/tables.ts';
import { findInTrash, listTrash, type TrashEntry } from '../../../store/trash/trash.ts';
import type { App } from '../../app.ts';
import { restoreDeletedConcepts } from '../../glossary/restore-deleted.ts';
import { carryOut, settleTrash, type TrashDesk } from './move.ts';

export { TRASH_KINDS, type TrashEntry };

/** What lies in the trash, the last deleted first, each with when it goes for good. */
export interface Trash {
  readonly entries: readonly (TrashEntry & { readonly until: string })[];
  /** How long it is kept. */
  readonly days: number;
}

const DAY_MS = 86_400_000;

export async function openTrash(desk: TrashDesk): Promise<Trash> {
  await settleTrash(desk);
  const { db } = desk.store;
  const days = await trashDays(db);
  const until = (at: string) => new Date(Date.parse(at) + days * DAY_MS).toISOString();
  return { entries: (await listTrash(db)).map((entry) => ({ ...entry, until: until(entry.at) })), days };
}

/** How long what is deleted is kept. @throws Problem `bad-request` where it is no number of days */
export async function keepTrashFor({ store }: Pick<App, 'store'>, days: number): Promise<void> {
  if (!Number.isInteger(days) || days < TRASH_DAYS.least || days > TRASH_DAYS.most) {
    throw new Problem('bad-request', msg('The trash keeps things for {least} to {most} days.', TRASH_DAYS));
  }
  await setTrashDays(store.db, days);
}

/** What has come back. */
export interface Restored {
  readonly entry: TrashEntry;
  /** What it belongs to lay in the trash, too, and came back with it. */
  readonly with: readonly TrashEntry[];
  /** Where it is now: a bitext, an article, or a concept where it was one. */
  readonly place: { readonly kind: 'bitext' | 'article' | 'concepts'; readonly number: number };
}

/** Who restores, and what it is to be: concepts take another permission than texts do. */
export interface RestoreRequest {
  readonly author: string;
  readonly kind?: 'texts' | 'concepts';
}

/**
 * Brings an entry back as it was, with what it belongs to where that was deleted since.
 * @throws Problem `not-found`; `conflict` where what it belongs to is gone for good
 */
export async function restoreFromTrash(app: App, id: number, { author, kind }: RestoreRequest): Promise<Restored> {
  await settleTrash(app);
  const entry = await entryOf(app, id);
  if (kind !== undefined && (kind === 'concepts') !== (entry.kind === 'concepts')) throw notInTrash();
  if (entry.kind === 'concepts') {
    const [first = 0, ...more] = await restoreDeletedConcepts(app, entry.batch ?? 0, { author });
    // The history says that they are there again.
    await (await carryOut(app, async () => ({ id, state: 'ending' }))).done;
    return { entry, with: [], place: { kind: 'concepts', number: more.length > 0 ? 0 : first } };
  }
  const { db } = app.store;
  const before: TrashEntry[] = [];
  for (const { holder } of await missingFor(db, id)) {
    if (holder === null) throw belongsToNothing();
    if (!(await findInTrash(db, holder))) continue;
    const restored = await restoreFromTrash(app, holder, { author });
    before.push(...restored.with, restored.entry);
  }
  const place = await placeOf(app, entry);
  const { done } = await carryOut(app, async (tx) => {
    if ((await findInTrash(tx, id))?.state !== 'kept') throw notInTrash();
    if ((await missingFor(tx, id)).length > 0) throw belongsToNothing();
    return { id, state: 'leaving' };
  });
  await done;
  return { entry, with: before, place };
}

/**
 * Removes an entry for good. What a history of the glossary says stays.
 * @throws Problem `not-found`; `conflict` where something else in the trash belongs to it
 */
export async function deleteForGood(desk: TrashDesk, id: number): Promise<void> {
  await settleTrash(desk);
  const { done } = await carryOut(desk, async (tx) => {
    if ((await findInTrash(tx, id))?.state !== 'kept') throw notInTrash();
    const [dependent] = await dependentsOf(tx, id);
    const other = dependent === undefined ? undefined : await findInTrash(tx, dependent);
    if (other) {
      throw new Problem(
        'conflict',
        msg('“{title}” in the trash belongs to it.', { title: other.title }),
        'Nothing was deleted.',
        'Restore that, or delete it permanently first.',
      );
    }
    return { id, state: 'ending' };
  });
  await done;
}

/** Removes everything for good, or what was deleted before a time. Returns how many entries went. */
export async function emptyTrash(desk: TrashDesk, before?: string): Promise<number> {
  await settleTrash(desk);
  // The first deleted first: what belongs to something was deleted before it.
  const entries = (await listTrash(desk.store.db, before)).reverse();
  for (const { id } of entries) await deleteForGood(desk, id);
  return entries.length;
}

/** Removes what has lain there for long enough, and records how much that was where people have accounts. */
export async function emptyTrashByClock(desk: TrashDesk): Promise<number> {
  const { store, now } = desk;
  const before = new Date(Date.parse(now()) - (await trashDays(store.db)) * DAY_MS).toISOString();
  const count = await emptyTrash(desk, before);
  if (count > 0) await recordTrash(desk, { name: 'clock', action: 'trash emptied', detail: String(count) });
  return count;
}

/** Records what was done to the trash by nobody who is signed in, where people have accounts. */
export async function recordTrash(
  { store, now }: Pick<App, 'store' | 'now'>,
  done: {
    readonly name: 'clock' | 'command line';
    readonly action: 'trash emptied' | 'restored from the trash';
    readonly detail: string;
  },
): Promise<void> {
  await store.transaction(async (tx) => {
    if (!(await hasAccounts(tx))) return;
    await appendAudit(tx, { at: now(), account: '', address: '', subject: '/trash', outcome: 'done', ...done });
  });
}

async function entryOf({ store }: Pick<App, 'store'>, id: number): Promise<TrashEntry> {
  const entry = await findInTrash(store.db, id);
  if (entry?.state !== 'kept') throw notInTrash();
  return entry;
}

/** Where an entry will be once it is back. */
async function placeOf({ store: { db } }: App, { id, kind, number }: TrashEntry): Promise<Restored['place']> {
  if (kind === 'bitext') return { kind, number };
  if (kind !== 'revision') return { kind: 'article', number };
  const [article = 0] = await heldNumbers(db, id, 'article', false);
  return { kind: 'article', number: article };
}

function notInTrash(): Problem {
  return new Problem(
    'not-found',
    'It is not in the trash.',
    'It was restored or deleted permanently.',
    'Look into the trash as it is now.',
  );
}

function belongsToNothing(): Problem {
  return new Problem(
    'conflict',
    'It cannot be restored.',
    'The article it belongs to was deleted permanently.',
    'Import the article again.',
  );
}
