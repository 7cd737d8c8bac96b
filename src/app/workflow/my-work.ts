import { mayDo } from '../../core/accounts/permissions.ts';
import type { Account } from '../../store/accounts/accounts.ts';
import { deskSettings } from '../../store/workflow/desk-settings.ts';
import { hasOwnWords } from '../../store/workflow/workflow.ts';
import type { Desk } from '../desk.ts';
import { ANY_WORK, type WorkEntry, workEntries } from './list-work.ts';

/** What somebody has to do. */
export interface MyWork {
  /** What is theirs to translate or to revise, what is due first standing first. */
  readonly own: readonly WorkEntry[];
  /** What waits for anybody to revise it, and they may sign off. */
  readonly waiting: readonly WorkEntry[];
}

/** Entries of each list. */
const MOST = 200;

export async function myWork(desk: Pick<Desk, 'store' | 'now'>, { id, roles }: Account): Promise<MyWork> {
  const list = (query: Partial<typeof ANY_WORK>) => workEntries(desk, { ...ANY_WORK, ...query }, { limit: MOST });
  const translated = await list({ states: ['new', 'assigned'], translator: id });
  const inReview = mayDo(roles, 'confirm') ? await list({ states: ['review'] }) : [];
  const dueFirst = (a: WorkEntry, b: WorkEntry) =>
    (a.dueOn || '9').localeCompare(b.dueOn || '9') || a.bitext - b.bitext;
  const waiting: WorkEntry[] = [];
  for (const entry of inReview.filter(({ reviser }) => reviser === '')) {
    if (await mayBeSecond(desk, entry.bitext, id)) waiting.push(entry);
  }
  return { own: [...translated, ...inReview.filter(({ reviser }) => reviser === id)].sort(dueFirst), waiting };
}

/** Whether the words of a translation are others': on a desk of four eyes nobody signs for their own. */
async function mayBeSecond({ store }: Pick<Desk, 'store'>, bitext: number, account: string): Promise<boolean> {
  return !(await deskSettings(store.db)).fourEyes || !(await hasOwnWords(store.db, bitext, account));
}
