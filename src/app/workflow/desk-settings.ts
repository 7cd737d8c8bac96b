import { Problem } from '../../core/problem.ts';
import { hasAccounts } from '../../store/accounts/accounts.ts';
import { type DeskSettings, deskSettings, setDeskSettings } from '../../store/workflow/desk-settings.ts';
import { type Actor, record } from '../accounts/actor.ts';
import type { Desk } from '../desk.ts';

export type { DeskSettings };

/** What the desk has settled for all. */
export function openDeskSettings({ store }: Pick<Desk, 'store'>): Promise<DeskSettings> {
  return deskSettings(store.db);
}

/** @throws Problem `not-found` where nobody has an account, so that there is no desk */
export function saveDeskSettings(
  { store, now }: Pick<Desk, 'store' | 'now'>,
  settings: DeskSettings,
  actor: Actor,
): Promise<void> {
  return store.transaction(async (tx) => {
    if (!(await hasAccounts(tx))) {
      throw new Problem('not-found', 'Nobody works with an account here.', '', 'Make accounts first.');
    }
    await setDeskSettings(tx, settings);
    const detail = `four eyes ${settings.fourEyes ? 'on' : 'off'}`;
    await record(tx, actor, { action: 'desk settings changed', subject: '/accounts', detail }, now());
  });
}
