import { Problem } from '../../../core/problem.ts';
import type { Db } from '../../../store/open-store.ts';
import { freeRevisions, keysOfArticle, keysOfBitext, type TrashKey } from '../../../store/trash/keys.ts';
import { type NewTrashEntry, openTrashEntry } from '../../../store/trash/trash.ts';
import { type App, headOf } from '../../app.ts';
import { requireUnlocked } from '../../workflow/lock.ts';
import { articleOf } from '../article.ts';
import { carryOut } from './move.ts';

/** Who deletes. */
export interface Deleter {
  readonly author: string;
}

/** What has become of it: its number in the trash; `cleared` resolves when its rows are there, of which a long text has many. */
export interface Deleted {
  readonly entry: number;
  readonly cleared: Promise<void>;
}

/**
 * Puts a bitext into the trash, with the articles that no other bitext has. Nobody sees it any more then.
 * @throws Problem `not-found`, `conflict` where it is locked
 */
export async function deleteBitext(app: App, id: number, deleter: Deleter): Promise<Deleted> {
  const { title } = await headOf(app, id);
  return putAway(app, { kind: 'bitext', title, number: id, ...deleter }, (tx) => keysOfBitext(tx, id));
}

/**
 * Puts an article into the trash: its revisions, every bitext in which it stands, and those of its translations that stand in
 * no other. Of a translation its original stays.
 * @throws Problem `not-found`, `conflict` where a bitext is locked
 */
export async function deleteArticle(app: App, id: number, deleter: Deleter): Promise<Deleted> {
  const { title, translationOf } = await articleOf(app, id);
  const kind = translationOf === null ? 'article' : 'translation';
  return putAway(app, { kind, title, number: id, ...deleter }, (tx) => keysOfArticle(tx, id));
}

/**
 * Puts an earlier revision of an article into the trash.
 * @param number of the revision in its article
 * @throws Problem `not-found`, `conflict` where it is the newest or a bitext has it
 */
export async function deleteRevision(app: App, article: number, number: number, deleter: Deleter): Promise<Deleted> {
  const { title } = await articleOf(app, article);
  return putAway(app, { kind: 'revision', title, number, ...deleter }, async (tx) => {
    const free = (await freeRevisions(tx, article)).find((revision) => revision.number === number);
    if (!free) {
      throw new Problem(
        'conflict',
        'This revision cannot be deleted.',
        'It is the newest, or a translation was made from it.',
        'Delete the translation first, or the article as a whole.',
      );
    }
    return [
      { kind: 'revision', number: free.id, held: true },
      { kind: 'article', number: article, held: false },
    ];
  });
}

async function putAway(
  app: App,
  entry: Omit<NewTrashEntry, 'at'>,
  keysOf: (tx: Db) => Promise<readonly TrashKey[]>,
): Promise<Deleted> {
  const bitextsIn = (keys: readonly TrashKey[]) =>
    keys.flatMap(({ kind, number }) => (kind === 'bitext' ? [number] : []));
  for (const bitext of bitextsIn(await keysOf(app.store.db))) await stopAlignment(app, bitext);
  const { id, done } = await carryOut(app, async (tx) => {
    const keys = await keysOf(tx);
    for (const bitext of bitextsIn(keys)) await requireUnlocked(tx, bitext);
    return { id: await openTrashEntry(tx, { ...entry, at: app.now() }, keys, app.leases.id), state: 'entering' };
  });
  return { entry: id, cleared: done };
}

/** What is aligned when it is deleted comes back as one whose alignment was cancelled. */
async function stopAlignment(app: App, bitext: number): Promise<void> {
  const { state } = await headOf(app, bitext);
  if (state === 'queued' || state === 'aligning') await app.queue.cancel(bitext);
}
