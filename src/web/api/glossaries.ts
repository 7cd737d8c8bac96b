import { z } from 'zod';
import { arrangeGlossaries, glossaries, makeGlossary } from '../../app/glossary/glossaries.ts';
import { glossaryHistory, undoGlossaryEdit } from '../../app/glossary/glossary-history.ts';
import { endpoint } from './endpoint.ts';

const tag = 'Glossary';

const Name = z.string().trim().min(1).max(200);

const Arranged = z.object({ id: z.int(), name: Name, active: z.boolean() });

const Glossaries = z.object({
  items: z
    .array(Arranged.extend({ concepts: z.int() }))
    .describe('in their order: where two have the same term, the first one counts'),
});

const Change = z.object({
  batch: z.int(),
  label: z.string().describe('what was done, in words'),
  at: z.iso.datetime(),
  name: z.string().describe('of its author; empty where none was given'),
  concepts: z.int().describe('how many it changed'),
});

/** Of glossaries as wholes, and of what was changed in them. */
export const glossariesEndpoints = [
  endpoint(
    { method: 'get', path: '/glossaries', permission: 'read', tag, summary: 'The glossaries' },
    { answer: Glossaries, run: async (app) => ({ items: await glossaries(app) }) },
  ),
  endpoint(
    {
      method: 'post',
      path: '/glossaries',
      permission: 'approve',
      tag,
      summary: 'Make a glossary, or find the one of this name',
    },
    {
      body: z.object({ name: Name }),
      answer: z.object({ id: z.int() }),
      run: async (app, { body: { name } }) => ({ id: await makeGlossary(app, name) }),
    },
  ),
  endpoint(
    { method: 'put', path: '/glossaries', permission: 'approve', tag, summary: 'Name, switch and order glossaries' },
    {
      body: z.object({ items: z.array(Arranged).min(1).max(1000) }),
      answer: Glossaries,
      async run(app, { body: { items } }) {
        await arrangeGlossaries(app, items);
        return { items: await glossaries(app) };
      },
    },
  ),
  endpoint(
    {
      method: 'get',
      path: '/glossary/history',
      permission: 'read',
      tag,
      summary: 'The last changes of the glossaries',
    },
    {
      answer: z.object({ items: z.array(Change).describe('the last first, at most 300') }),
      async run(app, { t }) {
        const changes = await glossaryHistory(app);
        return { items: changes.map(({ author: _, label, ...change }) => ({ ...change, label: t(label) })) };
      },
    },
  ),
  endpoint(
    {
      method: 'post',
      path: '/glossary/history/:batch/undo',
      permission: 'propose',
      tag,
      summary: 'Take a change of the glossaries back',
    },
    { run: (app, { id, author }) => undoGlossaryEdit(app, id, { author }).then(() => undefined) },
  ),
];
