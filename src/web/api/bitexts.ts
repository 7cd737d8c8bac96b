import { z } from 'zod';
import { type App, headOf } from '../../app/app.ts';
import { FILE_FORMAT_NAMES } from '../../app/export/file-formats.ts';
import { prepareArticle } from '../../app/import/article-intake.ts';
import { importPair } from '../../app/import/import-pair.ts';
import { archiveBitext, restoreBitext } from '../../app/library/library.ts';
import { nextBitexts } from '../../app/library/numbered.ts';
import { reviewCounts } from '../../app/review/review.ts';
import { SEGMENT_KINDS } from '../../core/bitext/bitext.ts';
import { Language, listOf, textUpTo } from '../forms.ts';
import { exportChoice } from '../handlers/export/export.ts';
import { sendExport } from '../send-export.ts';
import { endpoint, fileEndpoint } from './endpoint.ts';
import { bytesOf, FileBody, ImportFinding, shownFinding } from './files.ts';
import { PageQuery, page, pageOf } from './pages.ts';

const tag = 'Bitexts';

const Bitext = z
  .object({
    id: z.int(),
    title: z.string(),
    sourceLanguage: z.string(),
    targetLanguage: z.string(),
    state: z.enum(['queued', 'aligning', 'ready', 'failed', 'importing', 'deleting']),
    progress: z.number().min(0).max(1).describe('while it is being aligned'),
    problem: z.string().nullable().describe('why the alignment failed'),
    archived: z.boolean(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    rows: z
      .object({ all: z.int(), confirmed: z.int(), flagged: z.int(), excluded: z.int(), doubtful: z.int() })
      .describe('how far the review has come'),
  })
  .meta({ id: 'Bitext' });

async function open(
  app: App,
  id: number,
  t: (message: NonNullable<Awaited<ReturnType<typeof headOf>>['problem']>) => string,
) {
  const {
    sourceRevision: _s,
    targetRevision: _t,
    parallelism: _p,
    archivedAt,
    problem,
    ...head
  } = await headOf(app, id);
  const { beads: all, confirmed, flagged, excluded, doubtful } = await reviewCounts(app, id);
  return {
    ...head,
    problem: problem && t(problem),
    archived: archivedAt !== null,
    rows: { all, confirmed, flagged, excluded, doubtful },
  };
}

const Side = z
  .object({
    text: z.string().min(1).max(20_000_000).optional().describe('the text itself'),
    address: z
      .url({ protocol: /^https?$/u })
      .optional()
      .describe('or the address of its page, which is fetched'),
    file: FileBody.optional().describe('or a file: a text, HTML, Markdown, Word, OpenDocument, PDF …'),
    language: Language.optional().describe('tag or name; detected if not given'),
  })
  .refine(
    ({ text, address, file }) => [text, address, file].filter((one) => one !== undefined).length === 1,
    'a text, an address or a file',
  );

const On = z.literal('on').optional();

const NewBitext = z.object({
  source: Side,
  target: Side,
  title: textUpTo(1000).describe('the title of the source if not given'),
});

async function articleIn(
  app: App,
  { text = '', address, file, language }: z.output<typeof Side>,
  side: string,
  signal: AbortSignal,
) {
  const given = file ? { name: file.name, bytes: bytesOf(file) } : { text, name: side };
  const input = address === undefined ? given : await app.pages.fetch(address, signal);
  return prepareArticle({ ...input, ...(language && { language }) }, app.packs, app.intake, signal);
}

/** Of each bitext, and of all. */
export const bitextEndpoints = [
  endpoint(
    { method: 'get', path: '/bitexts', permission: 'read', tag, summary: 'List bitexts' },
    {
      query: PageQuery.extend({ archived: z.enum(['true', 'false']).default('false') }),
      answer: pageOf(Bitext),
      run: (app, { query, t }) =>
        page(
          query,
          (list) => nextBitexts(app, { ...list, archived: query.archived === 'true' }),
          (id) => open(app, id, t),
        ),
    },
  ),
  endpoint(
    { method: 'post', path: '/bitexts', permission: 'edit', tag, summary: 'Align two texts' },
    {
      body: NewBitext,
      status: 202,
      answer: Bitext.extend({ findings: z.array(ImportFinding).describe('what was noticed while they were read') }),
      async run(app, { body, signal, t }) {
        const source = await articleIn(app, body.source, 'source', signal);
        const target = await articleIn(app, body.target, 'target', signal);
        const findings = [...source.findings, ...target.findings].map((one) => shownFinding(one, t));
        return { ...(await open(app, await importPair(app, { source, target, title: body.title }), t)), findings };
      },
    },
  ),
  endpoint(
    { method: 'get', path: '/bitexts/:id', permission: 'read', tag, summary: 'A bitext and how far it has come' },
    { answer: Bitext, run: (app, { id, t }) => open(app, id, t) },
  ),
  endpoint(
    { method: 'post', path: '/bitexts/:id/archive', permission: 'edit', tag, summary: 'Put a bitext into the archive' },
    {
      answer: Bitext,
      async run(app, { id, t }) {
        await archiveBitext(app, id);
        return open(app, id, t);
      },
    },
  ),
  endpoint(
    {
      method: 'post',
      path: '/bitexts/:id/restore',
      permission: 'edit',
      tag,
      summary: 'Bring a bitext back from the archive',
    },
    {
      answer: Bitext,
      async run(app, { id, t }) {
        await restoreBitext(app, id);
        return open(app, id, t);
      },
    },
  ),
  fileEndpoint(
    { method: 'get', path: '/export', permission: 'read', tag, summary: 'Several bitexts as one file' },
    {
      query: z.object({
        bitext: listOf(z.coerce.number().int()).meta({ type: 'array', items: { type: 'integer' } }),
        format: z.enum(FILE_FORMAT_NAMES).default('tmx'),
        status: z.enum(['all', 'confirmed']).default('all'),
        minConfidence: z.coerce.number().min(0).max(100).default(0).describe('in per cent'),
        regions: z.enum(['with', 'without']).default('with').describe('of language codes in a TMX'),
        unique: On.describe('write repeated units of a TMX once'),
        context: On.describe('in a TMX, what comes before and after each unit'),
        notes: On.describe('with the notes that reviewers wrote for each other'),
        kind: listOf(z.enum(SEGMENT_KINDS)).meta({ type: 'array', items: { enum: [...SEGMENT_KINDS] } }),
      }),
      mediaTypes: ['*/*'],
      send: (app, response, { query }) => sendExport(app, response, exportChoice(query)),
    },
  ),
  fileEndpoint(
    { method: 'get', path: '/bitexts/:id/export', permission: 'read', tag, summary: 'A bitext as a file' },
    {
      query: z.object({
        format: z.enum(FILE_FORMAT_NAMES).default('tmx'),
        status: z.enum(['all', 'confirmed']).default('all'),
        minConfidence: z.coerce.number().min(0).max(100).default(0).describe('in per cent'),
      }),
      mediaTypes: ['*/*'],
      send: (app, response, { id, query }) => sendExport(app, response, exportChoice({ ...query, bitext: String(id) })),
    },
  ),
];
