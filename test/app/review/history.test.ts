import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app/app.ts';
import { editBitext } from '../../../src/app/review/edit-bitext.ts';
import { goBackBehind, listHistory } from '../../../src/app/review/history.ts';
import { redoEdit } from '../../../src/app/review/undo-edit.ts';
import { readBitext } from '../../../src/store/review/bitext-rows.ts';
import { importStory, openTestApp } from '../../support/app.ts';
import { english } from '../../support/english.ts';

let app: App;
let id: number;
let serial = 0;
beforeEach(async () => {
  app = await openTestApp();
  id = await importStory(app);
});
afterEach(() => app.close());

const who = (author: string) => ({ clientId: `h${serial++}`, author });
const beads = async () => (await readBitext(app.store.db, id)).beads;
const statuses = async () => (await beads()).map((bead) => bead.status.slice(0, 3)).join(' ');
async function confirm(author: string, row: number): Promise<void> {
  const bead = (await beads())[row]!.id;
  await editBitext(app, id, { ...who(author), operation: { action: 'setStatus', beads: [bead], status: 'confirmed' } });
}
const entries = async () =>
  (await listHistory(app, id, 'ann')).map(
    ({ label, own, stands }) => `${english(label)}${own ? '' : ' (other)'}${stands ? '' : ' (undone)'}`,
  );

describe('the history', () => {
  it('goes back to any of one’s own edits and leaves those of others', async () => {
    await confirm('ann', 0);
    await confirm('ann', 1);
    await confirm('bob', 2);
    await confirm('ann', 3);
    expect(await entries()).toEqual([
      'Confirmed a row',
      'Confirmed a row (other)',
      'Confirmed a row',
      'Confirmed a row',
    ]);
    const [, , second] = await listHistory(app, id, 'ann');
    expect(await goBackBehind(app, id, second!.seq, who('ann'))).toBe(2);
    expect(await statuses()).toBe('con pro con pro pro');
    expect(await entries()).toEqual([
      'Confirmed a row (undone)',
      'Confirmed a row (other)',
      'Confirmed a row (undone)',
      'Confirmed a row',
    ]);
    await redoEdit(app, id, who('ann'));
    await redoEdit(app, id, who('ann'));
    expect(await statuses()).toBe('con con con con pro');
  });

  it('refuses to go back behind what is not one’s own, and what was taken back', async () => {
    await confirm('bob', 0);
    const [edit] = await listHistory(app, id, 'ann');
    await expect(goBackBehind(app, id, edit!.seq, who('ann'))).rejects.toThrow('cannot be undone here');
  });
});
