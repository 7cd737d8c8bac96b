import { z } from 'zod';
import type { App } from '../../app/app.ts';
import { acceptEntry, rejectEntry, unrejectEntry } from '../../app/glossary/candidates.ts';
import { candidateBitexts, type ProposedEntry, proposeEntries } from '../../app/glossary/propose-entries.ts';
import { CONCEPT_KINDS } from '../../core/glossary/concept.ts';
import { CandidateEntry } from '../handlers/glossary/candidates.ts';
import { endpoint } from './endpoint.ts';

const tag = 'Candidates';

const Acronyms = z.object({ source: z.string().exactOptional(), target: z.string().exactOptional() });

const Candidate = z
  .object({
    bitext: z.int().describe('that shows it'),
    sourceLanguage: z.string(),
    targetLanguage: z.string(),
    kind: z.enum(CONCEPT_KINDS),
    source: z.string(),
    target: z.string(),
    gender: z.enum(['masculine', 'feminine', '']),
    acronyms: Acronyms,
    score: z.number().min(0).max(1),
    count: z.int().describe('in how many rows both stand'),
    row: z.object({ id: z.int(), source: z.string(), target: z.string() }).describe('the first of them'),
    near: z.int().nullable().describe('a concept that has one of its terms already'),
  })
  .meta({ id: 'Candidate' });

const Proposed = z.object({
  items: z.array(Candidate).describe('the best first'),
  more: z.int().describe('how many more there are'),
  known: z.int().describe('how many are in a glossary already'),
  rejected: z.int(),
});

function shown({ head, near, row, gender, acronyms = {}, ...entry }: ProposedEntry): z.input<typeof Candidate> {
  const { kind, source, target, score, count } = entry;
  return {
    bitext: head.id,
    sourceLanguage: head.sourceLanguage,
    targetLanguage: head.targetLanguage,
    ...{ kind, source, target, score, count },
    gender: gender ?? '',
    acronyms: { ...acronyms },
    row: { id: row.bead, source: row.source, target: row.target },
    near: near?.id ?? null,
  };
}

async function proposed(app: App, ids: readonly number[], signal: AbortSignal): Promise<z.input<typeof Proposed>> {
  const { entries, more, known, rejected } = await app.pool.run(proposeEntries, { ids }, { signal });
  return { items: entries.map(shown), more, known, rejected };
}

const Pair = CandidateEntry.pick({ source: true, target: true });

/** Of what a glossary might have, as bitexts show it. */
export const candidateEndpoints = [
  endpoint(
    {
      method: 'get',
      path: '/candidates',
      permission: 'read',
      tag,
      summary: 'What the newest bitexts propose for the glossary',
    },
    { answer: Proposed, run: async (app, { signal }) => proposed(app, await candidateBitexts(app), signal) },
  ),
  endpoint(
    {
      method: 'get',
      path: '/bitexts/:id/candidates',
      permission: 'read',
      tag,
      summary: 'What a bitext proposes for the glossary',
    },
    { answer: Proposed, run: (app, { id, signal }) => proposed(app, [id], signal) },
  ),
  endpoint(
    {
      method: 'post',
      path: '/bitexts/:id/candidates',
      permission: 'propose',
      tag,
      summary: 'Take a candidate into the glossary',
    },
    {
      body: CandidateEntry.pick({ kind: true, source: true, target: true, gender: true }).extend({
        acronyms: Acronyms.default({}),
        into: z
          .union([z.int(), z.literal('near')])
          .optional()
          .describe('the concept that it is added to; near for one that has a term of it already, if there is one'),
      }),
      status: 201,
      answer: z.object({ concept: z.int(), batch: z.int().describe('the change, by which it can be undone') }),
      run: async (app, { id, body, author }) => ({ ...(await acceptEntry(app, id, { ...body, author })) }),
    },
  ),
  endpoint(
    {
      method: 'post',
      path: '/bitexts/:id/candidates/reject',
      permission: 'propose',
      tag,
      summary: 'Never propose a candidate again, in any bitext of these languages',
    },
    { body: Pair, run: (app, { id, body, author }) => rejectEntry(app, id, { ...body, author }).then(() => undefined) },
  ),
  endpoint(
    {
      method: 'post',
      path: '/bitexts/:id/candidates/unreject',
      permission: 'propose',
      tag,
      summary: 'Let a rejected candidate be proposed again',
    },
    { body: Pair, run: (app, { id, body }) => unrejectEntry(app, id, body).then(() => undefined) },
  ),
];
