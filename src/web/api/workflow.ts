import { z } from 'zod';
import { allAccounts } from '../../app/accounts/accounts.ts';
import type { App } from '../../app/app.ts';
import { openDeskSettings, saveDeskSettings } from '../../app/workflow/desk-settings.ts';
import { ANY_WORK, type WorkEntry, workEntries } from '../../app/workflow/list-work.ts';
import { listNotices, readNotices } from '../../app/workflow/notices.ts';
import { shownWorkflow } from '../../app/workflow/shown-workflow.ts';
import { assignTranslation, moveTranslation } from '../../app/workflow/workflow.ts';
import { ROLES } from '../../core/accounts/permissions.ts';
import { Problem } from '../../core/problem.ts';
import { NOTICE_KINDS } from '../../core/workflow/notice.ts';
import { MOVE_NAMES, MOVES, type MoveName, WORKFLOW_STATES } from '../../core/workflow/workflow.ts';
import { endpoint } from './endpoint.ts';
import { cursorFrom, numbersIn, PageQuery, pageOf } from './pages.ts';

const tag = 'Desk';

const PersonId = z.string().max(40).describe('the id of an account, as /people lists it; empty for nobody');
const Day = z.union([z.iso.date(), z.literal('')]).describe('a day, ISO 8601; empty for none');

const Work = z
  .object({
    bitext: z.int(),
    state: z.enum(WORKFLOW_STATES).describe('what is published is locked'),
    translator: PersonId,
    reviser: PersonId,
    dueOn: Day,
    signedBy: PersonId,
    overdue: z.boolean(),
    moves: z.array(z.enum(MOVE_NAMES)).describe('where it can go from here'),
  })
  .meta({ id: 'Work' });

const ListedWork = Work.extend({ title: z.string(), sourceLanguage: z.string(), targetLanguage: z.string() }).meta({
  id: 'ListedWork',
});

const Notice = z
  .object({
    id: z.int(),
    kind: z.enum(NOTICE_KINDS),
    bitext: z.int(),
    title: z.string(),
    text: z.string().describe('of the comment; empty where it tells of none'),
    row: z.int().nullable(),
    name: z.string().describe('who has done it'),
    at: z.iso.datetime(),
    read: z.boolean(),
  })
  .meta({ id: 'Notice' });

type Shown = Omit<WorkEntry, 'title' | 'sourceLanguage' | 'targetLanguage'>;

function shown({ bitext, state, translator, reviser, dueOn, signedBy, isOverdue, moves }: Shown) {
  return { bitext, state, translator, reviser, dueOn, signedBy, overdue: isOverdue, moves: [...moves] };
}

async function open(app: App, bitext: number): Promise<z.input<typeof Work>> {
  const work = await shownWorkflow(app, bitext);
  if (work) return shown(work);
  throw new Problem('not-found', 'Nobody works with an account here.', '', 'Make accounts first.');
}

const MOVES_IN_WORDS: Readonly<Record<MoveName, string>> = {
  submit: 'Send a translation to review',
  return: 'Return a translation to its translator',
  sign: 'Sign off a translation',
  publish: 'Publish a translation, which locks it',
  unlock: 'Unlock a published translation',
};

const Desk = z.object({ fourEyes: z.boolean().describe('nobody signs for words of their own') }).meta({ id: 'Desk' });

/** Of who works on what, until when, and how far it is; there is none of it where nobody has an account. */
export const workflowEndpoints = [
  endpoint(
    { method: 'get', path: '/work', permission: 'read', tag, summary: 'Translations and the work on them' },
    {
      query: PageQuery.extend({
        state: z.enum(WORKFLOW_STATES).optional(),
        person: z.string().max(40).default('').describe('who translates or revises; “me” for oneself'),
        dueBy: Day.default(''),
      }),
      answer: pageOf(ListedWork),
      async run(app, { query: { cursor, limit, state, person, dueBy }, author }) {
        const [after = 0] = numbersIn(cursor, 1) ?? [];
        const states = state ? [state] : [];
        const query = { ...ANY_WORK, states, person: person === 'me' ? author : person, dueBy };
        const found = await workEntries(app, query, { after, limit: limit + 1 });
        const items = found.slice(0, limit);
        return {
          items: items.map(({ title, sourceLanguage, targetLanguage, ...work }) => ({
            ...shown(work),
            title,
            sourceLanguage,
            targetLanguage,
          })),
          next: found.length > limit ? cursorFrom([items.at(-1)?.bitext ?? 0]) : null,
        };
      },
    },
  ),
  endpoint(
    { method: 'get', path: '/bitexts/:id/work', permission: 'read', tag, summary: 'The work on a translation' },
    { answer: Work, run: (app, { id }) => open(app, id) },
  ),
  endpoint(
    {
      method: 'put',
      path: '/bitexts/:id/assignment',
      permission: 'assign',
      tag,
      summary: 'Say who translates and revises, and until when',
    },
    {
      body: z.object({ translator: PersonId.default(''), reviser: PersonId.default(''), dueOn: Day.default('') }),
      answer: Work,
      async run(app, { id, body, actor }) {
        await assignTranslation(app, id, body, actor);
        return open(app, id);
      },
    },
  ),
  ...MOVE_NAMES.map((move) =>
    endpoint(
      {
        method: 'post',
        path: `/bitexts/:id/${move}`,
        permission: MOVES[move].permission,
        tag,
        summary: MOVES_IN_WORDS[move],
      },
      {
        answer: Work,
        async run(app, { id, actor }) {
          await moveTranslation(app, id, move, actor);
          return open(app, id);
        },
      },
    ),
  ),
  endpoint(
    { method: 'get', path: '/people', permission: 'read', tag, summary: 'The people of the desk' },
    {
      answer: z.object({
        items: z.array(z.object({ id: z.string(), name: z.string(), roles: z.array(z.enum(ROLES)) })),
      }),
      async run(app) {
        const accounts = (await allAccounts(app)).filter(({ isDisabled }) => !isDisabled);
        return { items: accounts.map(({ id, name, roles }) => ({ id, name, roles: [...roles] })) };
      },
    },
  ),
  endpoint(
    { method: 'get', path: '/notices', permission: 'read', tag, summary: 'What one is told, the last first' },
    {
      query: PageQuery.extend({ unread: z.enum(['true', 'false']).default('false') }),
      answer: pageOf(Notice),
      async run(app, { query: { cursor, limit, unread }, author }) {
        const [before = 0] = numbersIn(cursor, 1) ?? [];
        const found = await listNotices(app, author, { before, limit: limit + 1, unread: unread === 'true' });
        const items = found.slice(0, limit);
        const next = found.length > limit ? cursorFrom([items.at(-1)?.id ?? 0]) : null;
        return { items: items.map(({ isRead, bead: row, ...notice }) => ({ ...notice, row, read: isRead })), next };
      },
    },
  ),
  endpoint(
    { method: 'post', path: '/notices/read', permission: 'read', tag, summary: 'Mark notices as read' },
    {
      body: z.object({ notices: z.union([z.literal('all'), z.array(z.int()).max(1000)]) }),
      async run(app, { body, author }) {
        await readNotices(app, author, body.notices);
        return undefined;
      },
    },
  ),
  endpoint(
    { method: 'get', path: '/desk', permission: 'read', tag, summary: 'What the desk has settled for all' },
    { answer: Desk, run: (app) => openDeskSettings(app) },
  ),
  endpoint(
    { method: 'put', path: '/desk', permission: 'accounts', tag, summary: 'Settle it' },
    {
      body: Desk,
      answer: Desk,
      async run(app, { body, actor }) {
        await saveDeskSettings(app, body, actor);
        return openDeskSettings(app);
      },
    },
  ),
];
