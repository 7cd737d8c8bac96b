import { z } from 'zod';
import { getConcept } from '../../app/glossary/concepts.ts';
import { concordance, usesOf } from '../../app/glossary/concordance.ts';
import { lookUp } from '../../app/library/lookup.ts';
import { BEAD_STATUSES, SIDES } from '../../core/bitext/bitext.ts';
import { Language } from '../forms.ts';
import { LookupForm, WordsForm } from '../glossary-queries.ts';
import { endpoint } from './endpoint.ts';

const tag = 'Search';

const Parts = z.array(
  z.object({ text: z.string(), marked: z.boolean().describe('what was looked for, or its likely translation') }),
);

const Line = z
  .object({
    bitext: z.int(),
    title: z.string(),
    row: z.int(),
    side: z.enum(SIDES).describe('on which the words stand'),
    sourceLanguage: z.string(),
    targetLanguage: z.string(),
    status: z.enum(BEAD_STATUSES),
    publisher: z.string(),
    day: z.string(),
    source: Parts,
    target: Parts,
  })
  .meta({ id: 'ConcordanceLine' });

const Match = z
  .object({
    score: z.number().min(0).max(100).describe('how alike, in per cent'),
    bitext: z.int(),
    title: z.string(),
    row: z.int(),
    status: z.enum(BEAD_STATUSES),
    source: z.string(),
    target: z.string(),
    updatedAt: z.string(),
    props: z.array(z.object({ name: z.string(), value: z.string() })).describe('what other tools noted about it'),
  })
  .meta({ id: 'MemoryMatch' });

const Complete = z.boolean().describe('false while rows of new memories are still being indexed');

const Day = z.union([z.iso.date(), z.literal('')]).default('');

/** What narrows the search; unlike on the page, what cannot be read is refused. */
const WordsQuery = WordsForm.extend({
  q: z.string().trim().min(1).max(500),
  language: Language.default(''),
  status: z.enum(['', ...BEAD_STATUSES]).default(''),
  publisher: z.string().max(200).default(''),
  from: Day,
  to: Day,
});

const LookupQuery = LookupForm.extend({
  q: z.string().trim().min(1).max(5000),
  from: Language,
  to: Language,
  least: z.coerce.number().int().min(1).max(100).default(50).describe('how alike at least, in per cent'),
});

/** Of what is looked for in everything that is stored. */
export const searchEndpoints = [
  endpoint(
    { method: 'get', path: '/concordance', permission: 'read', tag, summary: 'Where words stand in all bitexts' },
    {
      query: WordsQuery,
      answer: z.object({ items: z.array(Line).describe('the latest first, at most 200'), complete: Complete }),
      async run(app, { query: { q, ...narrowed }, signal }) {
        const lines = await concordance(app, { ...narrowed, words: q }, { signal });
        return {
          items: lines.map(({ bead, source, target, ...line }) => ({
            ...line,
            row: bead,
            source: [...source],
            target: [...target],
          })),
          complete: !(await app.searchIndex.isIndexing()),
        };
      },
    },
  ),
  endpoint(
    { method: 'get', path: '/lookup', permission: 'read', tag, summary: 'What the memory has for a sentence' },
    {
      query: LookupQuery,
      answer: z.object({ items: z.array(Match).describe('the likest first, at most 50'), complete: Complete }),
      async run(app, { query: { q: text, from, to, least: atLeast } }) {
        const matches = await lookUp(app, { text, from, to, atLeast, most: 50 });
        return {
          items: matches.map(({ bead, props, ...match }) => ({
            ...match,
            row: bead,
            props: props.map(([name, value]) => ({ name, value })),
          })),
          complete: !(await app.searchIndex.isIndexing()),
        };
      },
    },
  ),
  endpoint(
    {
      method: 'get',
      path: '/concepts/:id/uses',
      permission: 'read',
      tag,
      summary: 'How often each term of a concept is used, by month',
    },
    {
      answer: z.object({
        items: z.array(
          z.object({
            text: z.string(),
            language: z.string(),
            status: z.string(),
            total: z.int(),
            months: z.record(z.string(), z.int()),
          }),
        ),
        complete: Complete,
      }),
      async run(app, { id, signal }) {
        const uses = await usesOf(app, await getConcept(app, id), { signal });
        return {
          items: uses.map(({ months, ...use }) => ({ ...use, months: Object.fromEntries(months) })),
          complete: !(await app.searchIndex.isIndexing()),
        };
      },
    },
  ),
];
