import { z } from 'zod';
import { confirmByConfidence, countSure } from '../../app/review/confirm-by-confidence.ts';
import { goBackBehind, listHistory } from '../../app/review/history.ts';
import { previewRealign, realign } from '../../app/review/realign.ts';
import { previewReplace, replaceText, SHOWN_REPLACEMENTS } from '../../app/review/replace-text.ts';
import { restoreProposal } from '../../app/review/restore-proposal.ts';
import { SIDES } from '../../core/bitext/bitext.ts';
import type { TextQuery } from '../../core/bitext/text-query.ts';
import { endpoint } from './endpoint.ts';
import { cursorFrom, numbersIn, PageQuery, pageOf } from './pages.ts';
import { Edit, shownEdit } from './rows.ts';

const tag = 'Rows';

const Share = z.coerce.number().min(0).max(1);

const Range = z.object({
  row: z.coerce.number().int().min(1).describe('from which on'),
  to: z.coerce.number().int().min(1).optional().describe('up to which; to the next confirmed one if not given'),
});

const PreviewRows = z.array(
  z.object({ source: z.array(z.string()), target: z.array(z.string()), confidence: z.number().nullable() }),
);

const Realignment = z.object({
  key: z.string().describe('sent with the realignment, it is refused where the rows have changed since'),
  passages: z.array(z.object({ now: PreviewRows, proposed: PreviewRows })),
});

const Yes = z.enum(['true', 'false']).default('false');
const Replaced = z.object({
  find: z.string().min(1).max(1000),
  with: z.string().max(1000).describe('$1 and the like stand for what groups of a regular expression found'),
});
const PreviewQuery = Replaced.extend({ regex: Yes, word: Yes, case: Yes, ...PageQuery.pick({ cursor: true }).shape });
const Switch = z.boolean().default(false);
const Replacing = Replaced.extend({
  regex: Switch,
  word: Switch.describe('whole words only'),
  case: Switch.describe('whether capitals count'),
  replacements: z
    .array(z.object({ segment: z.int(), key: z.string().max(100) }))
    .min(1)
    .max(10_000)
    .optional()
    .describe('those of the preview that are wanted'),
  all: z
    .object({ key: z.string().max(100), but: z.array(z.int()).max(10_000).default([]) })
    .optional()
    .describe('or all of the preview, by its key, but those in some segments'),
}).refine((sent) => (sent.replacements === undefined) !== (sent.all === undefined), 'replacements or all');

const Replacement = z.object({
  segment: z.int(),
  row: z.int(),
  number: z.int().describe('of the row, from 1'),
  from: z.string(),
  to: z.string(),
  key: z.string().describe('sent with the replacement, it is refused where the text has changed since'),
});

const HistoryEntry = z
  .object({
    seq: z.int(),
    label: z.string().describe('what was done, in words'),
    at: z.iso.datetime(),
    name: z.string().describe('of its author; empty where none was given'),
    own: z.boolean(),
    stands: z.boolean(),
    rows: z.array(z.object({ row: z.int(), number: z.int() })),
    text: z
      .object({ side: z.enum(SIDES), before: z.string(), after: z.string() })
      .nullable()
      .describe('of an edit of one text'),
  })
  .meta({ id: 'HistoryEntry' });

type Searched = Pick<TextQuery, 'regex' | 'word' | 'case'> & { readonly find: string; readonly with: string };

/** In the translation alone, as replacements are. */
function replaceQuery({ find, with: replacement, regex, word, case: capitals }: Searched) {
  return { query: { text: find, in: 'target' as const, regex, word, case: capitals }, replacement };
}

/** Of what changes many rows at once, and of what was changed. */
export const reviewEndpoints = [
  endpoint(
    {
      method: 'get',
      path: '/bitexts/:id/realign',
      permission: 'edit',
      tag,
      summary: 'What aligning again would change',
    },
    {
      query: Range,
      answer: Realignment,
      async run(app, { id, query: { row, to } }) {
        const { key, passages } = await previewRealign(app, id, { bead: row, to });
        const rows = (shown: (typeof passages)[number]['now']) =>
          shown.map(({ source, target, confidence }) => ({ source: [...source], target: [...target], confidence }));
        return { key, passages: passages.map(({ now, proposed }) => ({ now: rows(now), proposed: rows(proposed) })) };
      },
    },
  ),
  endpoint(
    { method: 'post', path: '/bitexts/:id/realign', permission: 'edit', tag, summary: 'Align some rows again' },
    {
      body: Range.extend({ key: z.string().max(100).optional().describe('of the preview that is accepted') }),
      answer: Edit,
      async run(app, { id, body: { row, to, key }, author, clientId, t }) {
        return shownEdit(await realign(app, id, { bead: row, to }, { key, author, clientId }), t);
      },
    },
  ),
  endpoint(
    {
      method: 'get',
      path: '/bitexts/:id/replacements',
      permission: 'edit',
      tag,
      summary: 'What replacing a text in the translation would change',
    },
    {
      query: PreviewQuery,
      answer: pageOf(Replacement).extend({ count: z.int(), key: z.string().describe('of all of them') }),
      async run(app, { id, query: { cursor, regex, word, case: capitals, ...texts }, signal }) {
        const [number = 0] = numbersIn(cursor, 1) ?? [];
        const what = replaceQuery({
          ...texts,
          regex: regex === 'true',
          word: word === 'true',
          case: capitals === 'true',
        });
        const { count, key, wanted } = await previewReplace(app, id, what, { page: number, signal });
        const next = (number + 1) * SHOWN_REPLACEMENTS < count ? cursorFrom([number + 1]) : null;
        return { count, key, items: wanted.map(({ bead, ...one }) => ({ row: bead, ...one })), next };
      },
    },
  ),
  endpoint(
    {
      method: 'post',
      path: '/bitexts/:id/replacements',
      permission: 'edit',
      tag,
      summary: 'Replace a text in the translation',
    },
    {
      body: Replacing,
      answer: Edit,
      async run(app, { id, body: { replacements = [], all, ...texts }, author, clientId, t }) {
        const chosen = new Map(replacements.map(({ segment, key }) => [segment, key]));
        const which = all ? { allBut: all.but, key: all.key } : { chosen };
        return shownEdit(await replaceText(app, id, { ...replaceQuery(texts), ...which }, { author, clientId }), t);
      },
    },
  ),
  endpoint(
    {
      method: 'post',
      path: '/bitexts/:id/proposal',
      permission: 'edit',
      tag,
      summary: 'Lay rows out again as the aligner proposed them',
    },
    {
      body: z.object({ rows: z.array(z.int()).min(1).max(10_000) }),
      answer: Edit,
      async run(app, { id, body: { rows }, author, clientId, t }) {
        return shownEdit(await restoreProposal(app, id, rows, { author, clientId }), t);
      },
    },
  ),
  endpoint(
    {
      method: 'get',
      path: '/bitexts/:id/confirm-by-confidence',
      permission: 'read',
      tag,
      summary: 'How many rows to review are at least so probable',
    },
    {
      query: z.object({ from: Share }),
      answer: z.object({ count: z.int() }),
      run: async (app, { id, query: { from } }) => ({ count: await countSure(app, id, from) }),
    },
  ),
  endpoint(
    {
      method: 'post',
      path: '/bitexts/:id/confirm-by-confidence',
      permission: 'confirm',
      tag,
      summary: 'Confirm all rows to review that are at least so probable',
    },
    {
      body: z.object({ from: Share }),
      answer: Edit,
      async run(app, { id, body: { from }, author, clientId, t }) {
        return shownEdit(await confirmByConfidence(app, id, { from, author, clientId }), t);
      },
    },
  ),
  endpoint(
    { method: 'get', path: '/bitexts/:id/history', permission: 'read', tag, summary: 'The last edits of a bitext' },
    {
      answer: z.object({ items: z.array(HistoryEntry).describe('the last first, at most 300') }),
      async run(app, { id, author, t }) {
        const entries = await listHistory(app, id, author);
        return {
          items: entries.map(({ rows, label, ...entry }) => ({
            ...entry,
            label: t(label),
            rows: rows.map(({ bead, number }) => ({ row: bead, number })),
          })),
        };
      },
    },
  ),
  endpoint(
    {
      method: 'post',
      path: '/bitexts/:id/history',
      permission: 'edit',
      tag,
      summary: 'Take back one of one’s edits and all of one’s own after it',
    },
    {
      body: z.object({ seq: z.int().min(1) }),
      answer: z.object({ undone: z.int().describe('how many edits were taken back') }),
      run: async (app, { id, body: { seq }, author, clientId }) => ({
        undone: await goBackBehind(app, id, seq, { author, clientId }),
      }),
    },
  ),
];
