import { z } from 'zod';
import type { App } from '../../app/app.ts';
import { deleteArticle, deleteRevision } from '../../app/library/trash/delete.ts';
import {
  deleteForGood,
  emptyTrash,
  keepTrashFor,
  openTrash,
  type RestoreRequest,
  restoreFromTrash,
  TRASH_KINDS,
  type TrashEntry,
} from '../../app/library/trash/trash.ts';
import { endpoint } from './endpoint.ts';
import { PageQuery, pageOf, pageOfAll } from './pages.ts';

const tag = 'Trash';

const Entry = z.object({
  id: z.int(),
  kind: z.enum(TRASH_KINDS),
  title: z.string(),
  number: z
    .int()
    .describe(
      'of a bitext or an article its own, of a revision that within its article, of concepts how many they were',
    ),
  author: z.string().describe('the name of who deleted it; empty where that is not known'),
  at: z.iso.datetime(),
});
const ListedEntry = Entry.extend({ until: z.iso.datetime().describe('when it goes for good') }).meta({
  id: 'TrashEntry',
});

const Restored = z
  .object({
    place: z.object({
      kind: z.enum(['bitext', 'article', 'concepts']),
      number: z.int().describe('of the bitext, the article or the concept; 0 for several concepts'),
    }),
    with: z.array(Entry).describe('what it belongs to and lay in the trash, too'),
  })
  .meta({ id: 'Restored' });

const Days = z.object({ days: z.int().min(1).max(3650) });

function shown({ id, kind, title, number, name, at }: TrashEntry): z.input<typeof Entry> {
  return { id, kind, title, number, author: name, at };
}

async function restored(app: App, id: number, request: RestoreRequest): Promise<z.input<typeof Restored>> {
  const { place, with: others } = await restoreFromTrash(app, id, request);
  return { place, with: others.map(shown) };
}

/** Of what is deleted: where it goes, comes back, and goes for good. */
export const trashEndpoints = [
  endpoint(
    { method: 'get', path: '/trash', permission: 'read', tag, summary: 'What lies in the trash' },
    {
      query: PageQuery,
      answer: pageOf(ListedEntry),
      async run(app, { query }) {
        const { entries } = await openTrash(app);
        return pageOfAll(query, entries.map((entry) => ({ ...shown(entry), until: entry.until })).reverse());
      },
    },
  ),
  endpoint(
    {
      method: 'post',
      path: '/trash/empty',
      permission: 'purge',
      tag,
      summary: 'Delete everything in the trash for good',
    },
    { answer: z.object({ deleted: z.int() }), run: async (app) => ({ deleted: await emptyTrash(app) }) },
  ),
  endpoint(
    { method: 'get', path: '/trash/days', permission: 'read', tag, summary: 'How long things lie in the trash' },
    { answer: Days, run: async (app) => ({ days: (await openTrash(app)).days }) },
  ),
  endpoint(
    { method: 'put', path: '/trash/days', permission: 'purge', tag, summary: 'Say how long things lie in the trash' },
    { body: Days, run: (app, { body: { days } }) => keepTrashFor(app, days).then(() => undefined) },
  ),
  endpoint(
    {
      method: 'post',
      path: '/trash/:id/restore',
      permission: 'delete',
      tag,
      summary: 'Bring back a bitext, an article or a revision',
    },
    { answer: Restored, run: (app, { id, author }) => restored(app, id, { author, kind: 'texts' }) },
  ),
  endpoint(
    { method: 'post', path: '/trash/:id/restore-concepts', permission: 'approve', tag, summary: 'Bring back concepts' },
    { answer: Restored, run: (app, { id, author }) => restored(app, id, { author, kind: 'concepts' }) },
  ),
  endpoint(
    {
      method: 'delete',
      path: '/trash/:id',
      permission: 'purge',
      tag,
      summary: 'Delete something in the trash for good',
    },
    { run: (app, { id }) => deleteForGood(app, id).then(() => undefined) },
  ),
  endpoint(
    {
      method: 'delete',
      path: '/articles/:id',
      permission: 'delete',
      tag,
      summary: 'Put an article with its bitexts, or a translation, into the trash',
    },
    { run: (app, { id, author }) => deleteArticle(app, id, { author }).then(() => undefined) },
  ),
  endpoint(
    {
      method: 'delete',
      path: '/articles/:id/revisions/:number',
      permission: 'delete',
      tag,
      summary: 'Put an earlier revision of an article into the trash',
    },
    { run: (app, { id, inner, author }) => deleteRevision(app, id, inner, { author }).then(() => undefined) },
  ),
];
