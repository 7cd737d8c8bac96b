import { z } from 'zod';
import type { App } from '../../app/app.ts';
import { addConcepts } from '../../app/glossary/add-concepts.ts';
import { removeConcepts, updateConcept } from '../../app/glossary/concept-edits.ts';
import { getConcept, listConcepts, PAGE_CONCEPTS } from '../../app/glossary/concepts.ts';
import { openGlossary } from '../../app/glossary/exchange/open-glossary.ts';
import { exportGlossary, GLOSSARY_FORMATS } from '../../app/glossary/export-glossary.ts';
import {
  DEFAULT_DECISION,
  importGlossary,
  previewImport,
  refuseUnknownLanguages,
} from '../../app/glossary/import-glossary.ts';
import { nextConcepts } from '../../app/library/numbered.ts';
import {
  CONCEPT_KINDS,
  CONCEPT_STATES,
  GENDERS,
  NUMBERS,
  REGISTERS,
  RELATION_KINDS,
  type StoredConcept,
  TERM_RULES,
  TERM_STATUSES,
  TERM_TYPES,
} from '../../core/glossary/concept.ts';
import { conceptVersion } from '../../core/glossary/concept-version.ts';
import { Language, textUpTo } from '../forms.ts';
import { endpoint, fileEndpoint } from './endpoint.ts';
import { bytesOf, FileBody } from './files.ts';
import { PageQuery, page, pageOf } from './pages.ts';

const tag = 'Glossary';

const Term = z
  .object({
    language: z.string().min(1).max(40),
    text: z.string().trim().min(1).max(500),
    status: z.enum(TERM_STATUSES).default('preferred'),
    partOfSpeech: textUpTo(100),
    gender: z.enum([...GENDERS, '']).default(''),
    note: textUpTo(5000),
    type: z.enum(TERM_TYPES).exactOptional(),
    number: z.enum(NUMBERS).exactOptional(),
    register: z.enum(REGISTERS).exactOptional(),
    forms: z.array(z.string().max(500)).exactOptional(),
    reason: z.string().max(5000).exactOptional(),
    instead: z.string().max(500).exactOptional(),
    source: z.string().max(2000).exactOptional(),
    rules: z.array(z.enum(TERM_RULES)).exactOptional(),
  })
  .meta({ id: 'Term' });

const Concept = z.object({
  kind: z.enum(CONCEPT_KINDS),
  definition: textUpTo(5000),
  note: textUpTo(5000),
  terms: z.array(Term).min(1).max(500),
  subjectField: z.string().max(200).exactOptional(),
  image: z.url({ protocol: /^https?$/u }).exactOptional(),
  ids: z.record(z.string(), z.string()).exactOptional(),
  source: z.string().max(2000).exactOptional(),
  relations: z
    .array(
      z.object({
        kind: z.enum(RELATION_KINDS),
        to: z.int(),
        of: z.int().exactOptional(),
        since: z.string().default(''),
        until: z.string().default(''),
      }),
    )
    .exactOptional(),
  state: z.enum(CONCEPT_STATES).exactOptional(),
  owner: z.string().max(200).exactOptional(),
});

const StoredTerms = z.array(Term);
const Stored = Concept.extend({
  id: z.int(),
  glossary: z.int(),
  terms: StoredTerms,
  image: z.string().exactOptional(),
  decidedBy: z.string().exactOptional(),
  version: z.string().describe('sent with a change, it is refused where the concept has changed since'),
}).meta({ id: 'Concept' });

function shown(concept: StoredConcept): z.input<typeof Stored> {
  const { terms, ids, relations, ...rest } = concept;
  return {
    ...rest,
    terms: terms.map(({ forms, rules, ...term }) => ({
      ...term,
      ...(forms && { forms: [...forms] }),
      ...(rules && { rules: [...rules] }),
    })),
    ...(ids && { ids: { ...ids } }),
    ...(relations && { relations: relations.map((relation) => ({ ...relation })) }),
    version: conceptVersion(concept),
  };
}

async function open(app: App, id: number) {
  return shown(await getConcept(app, id));
}

export const glossaryEndpoints = [
  endpoint(
    { method: 'get', path: '/concepts', permission: 'read', tag, summary: 'List concepts' },
    {
      query: PageQuery,
      answer: pageOf(Stored),
      run: (app, { query }) =>
        page(
          query,
          (list) => nextConcepts(app, list),
          (id) => open(app, id),
        ),
    },
  ),
  endpoint(
    {
      method: 'get',
      path: '/concepts/search',
      permission: 'read',
      tag,
      summary: 'Look concepts up by the words of their terms',
    },
    {
      query: z.object({ q: z.string().min(1).max(200), language: Language.optional() }),
      answer: z.object({ found: z.int(), items: z.array(Stored).describe(`the first ${PAGE_CONCEPTS}`) }),
      async run(app, { query: { q, language } }) {
        const { concepts, found } = await listConcepts(app, { search: q, language });
        return { found, items: concepts.map(shown) };
      },
    },
  ),
  endpoint(
    { method: 'post', path: '/concepts', permission: 'propose', tag, summary: 'Add a concept' },
    {
      body: Concept.extend({ glossary: z.int().optional() }),
      status: 201,
      answer: Stored,
      async run(app, { body: { glossary, ...concept }, author }) {
        const [id = 0] = await addConcepts(app, [concept], { author, glossary });
        return open(app, id);
      },
    },
  ),
  endpoint(
    { method: 'get', path: '/concepts/:id', permission: 'read', tag, summary: 'A concept' },
    { answer: Stored, run: (app, { id }) => open(app, id) },
  ),
  endpoint(
    {
      method: 'put',
      path: '/concepts/:id',
      permission: 'propose',
      tag,
      summary: 'Put a concept in the place of what is there',
    },
    {
      body: Concept.extend({ glossary: z.int().optional(), version: z.string().min(1) }),
      answer: Stored,
      async run(app, { id, body: { glossary, version, ...concept }, author }) {
        await updateConcept(app, id, concept, { author, glossary, version });
        return open(app, id);
      },
    },
  ),
  endpoint(
    {
      method: 'delete',
      path: '/concepts/:id',
      permission: 'approve',
      tag,
      summary: 'Delete a concept; the history brings it back',
    },
    { run: async (app, { id, author }) => removeConcepts(app, [id], { author }).then(() => undefined) },
  ),
  endpoint(
    {
      method: 'post',
      path: '/glossary/import',
      permission: 'approve',
      tag,
      summary: 'Bring in a glossary: TBX, MultiTerm XML, CSV, TSV, XLSX, JSON',
    },
    {
      body: FileBody.extend({
        languages: z
          .array(Language)
          .max(20)
          .default([])
          .describe('of terms for which the file names none, in their order'),
        conflicts: z
          .enum(['skip', 'merge', 'replace'])
          .default('skip')
          .describe('what to do where a term is there with another status or gender'),
        glossary: z.int().optional(),
      }),
      answer: z.object({
        added: z.int(),
        changed: z.int(),
        conflicting: z.int(),
        skipped: z.int().describe('as they are there already, or disagree'),
      }),
      async run(app, { body: { name, content, encoding, languages, conflicts, glossary }, author, signal }) {
        const given = encoding === 'text' ? { name, text: content } : { name, bytes: bytesOf({ content, encoding }) };
        const { concepts } = await openGlossary(app, given, {}, { signal });
        refuseUnknownLanguages(name, concepts, languages);
        const incoming = await previewImport(app, concepts, languages);
        const done = await importGlossary(
          app,
          incoming,
          ({ state }) => (state === 'conflicting' ? conflicts : DEFAULT_DECISION[state]),
          {
            author,
            glossary,
            name,
          },
        );
        const conflicting = incoming.filter(({ state }) => state === 'conflicting').length;
        return { ...done, conflicting, skipped: incoming.length - done.added - done.changed };
      },
    },
  ),
  fileEndpoint(
    { method: 'get', path: '/glossary/export', permission: 'read', tag, summary: 'The glossary as a file' },
    {
      query: z.object({
        format: z.enum(GLOSSARY_FORMATS).default('tbx'),
        glossary: z.coerce.number().int().optional(),
        from: Language.optional(),
        to: Language.optional(),
      }),
      mediaTypes: ['*/*'],
      async send(app, response, { query }) {
        const { name, mediaType, chunks } = await exportGlossary(app, query);
        response.attachment(name).type(mediaType);
        for (const chunk of chunks) response.write(chunk);
        response.end();
      },
    },
  ),
];
