import { readFile, rm } from 'node:fs/promises';
import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { App } from '../../../app/app.ts';
import { forgetImport } from '../../../app/import/import-journal.ts';
import { type ImportedMemory, importMemory } from '../../../app/import/import-memory.ts';
import { hasColumns, importTable, isTable, openTable, UNIT_COLUMNS } from '../../../app/import/import-table.ts';
import { piecesOf } from '../../../app/import/read-memory.ts';
import { MAX_FILE_BYTES } from '../../../app/limits.ts';
import { msg } from '../../../core/message.ts';
import { Problem } from '../../../core/problem.ts';
import { Language, listOf, readForm, signalOf } from '../../forms.ts';
import { shownInForm } from '../../problems.ts';
import { sendView } from '../../views.ts';
import { answer } from '../../wire.ts';

const Memory = z.object({
  from: Language.default(''),
  to: Language.default(''),
  title: z.string().max(500).default(''),
  /** A name for the import, by which the page asks how far it has come. */
  job: z.uuid().optional(),
});

const Typed = z.object({
  from: z.string().catch(''),
  to: z.string().catch(''),
  title: z.string().catch(''),
});
const NOTHING_TYPED = { from: '', to: '', title: '' };

/** What somebody typed, right or wrong, so that the form comes back with it. */
function typedIn(body: unknown): z.infer<typeof Typed> {
  return Typed.safeParse(body).data ?? NOTHING_TYPED;
}

export const showForm = (): RequestHandler => async (_request, response) => {
  await sendView(response, 'import/memory', { problem: null, imported: null, typed: NOTHING_TYPED });
};

/** Stores the memory and opens it, or says first what was lost on the way. */
export const create =
  (app: App): RequestHandler =>
  async (request, response) => {
    const file = request.file;
    const json = request.accepts(['html', 'json']) === 'json';
    let isHeld = false;
    try {
      const form = readForm(Memory, request.body);
      if (!file) throw new Problem('bad-request', 'There is no file.', '', 'Choose a memory or a table.');
      const given = {
        name: file.originalname,
        from: form.from || undefined,
        to: form.to || undefined,
        title: form.title,
        job: form.job,
      };
      if (hasColumns(given.name)) {
        const table = await openTable(app, { ...given, bytes: await wholeOf(file) }, signalOf(response));
        const held = await app.heldUploads.hold({ path: file.path, name: given.name });
        isHeld = true;
        await sendView(response, 'import/table', { table, held, problem: null });
        return;
      }
      const imported = isTable(given.name)
        ? await importTable(app, { ...given, bytes: await wholeOf(file) })
        : await app.progress.track(form.job, (onProgress) =>
            importPieces(app, file, { ...given, signal: signalOf(response), onProgress }),
          );
      app.searchIndex.start();
      if (imported.findings.length > 0)
        await sendView(response, 'import/memory', { problem: null, imported, typed: NOTHING_TYPED });
      else if (json) answer('POST /memories', response, { address: `/bitexts/${imported.id}` });
      else response.redirect(303, `/bitexts/${imported.id}`);
    } catch (error) {
      const problem = shownInForm(error, response);
      await sendView(response, 'import/memory', { problem, imported: null, typed: typedIn(request.body) });
    } finally {
      if (file && !isHeld) await rm(file.path, { force: true });
    }
  };

function importPieces(
  app: App,
  { path, size }: Express.Multer.File,
  {
    onProgress,
    ...given
  }: Omit<Parameters<typeof importMemory>[1], 'pieces' | 'onProgress'> & { onProgress: (share: number) => void },
): Promise<ImportedMemory> {
  let stored = 0;
  return importMemory(app, {
    ...given,
    pieces: piecesOf(path),
    onProgress(bytes) {
      stored += bytes;
      // A packed file has more in it than its size.
      onProgress(Math.min(1, stored / size));
    },
  });
}

/** A table as it was sent, which is read as a whole. */
function wholeOf({ path, size }: Express.Multer.File): Promise<Buffer> {
  if (size <= MAX_FILE_BYTES) return readFile(path);
  throw new Problem(
    'too-large',
    'The table is too large.',
    msg('Up to {most} MB of a table are read.', { most: MAX_FILE_BYTES / 1024 ** 2 }),
    'Save it as TMX, or split it into parts.',
  );
}

/** The file, as the preview was given it. */
const Held = z.object({ held: z.uuid() });
const Table = z.object({
  column: listOf(z.enum(UNIT_COLUMNS)),
  headed: z.literal('on').optional(),
  title: z.string().max(500).default(''),
  from: Language.default(''),
  to: Language.default(''),
});

/** The choices of that form, whatever else is wrong in it. */
const TypedTable = z
  .object({ column: listOf(z.enum(UNIT_COLUMNS).catch('')), headed: z.literal('on').optional().catch(undefined) })
  .transform(({ column, headed }) => ({ columns: column, headed: headed === 'on' }));

/** Stores the table that the preview showed, with the columns chosen there. */
export const createFromTable =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { held } = readForm(Held, request.body);
    const upload = app.heldUploads.get(held);
    if (!upload) {
      throw new Problem(
        'conflict',
        'The table is no longer there.',
        'A file that was chosen is kept for an hour, and no longer than the program runs.',
        'Choose the file again.',
      );
    }
    const fileOf = async ({ path, name }: typeof upload) => ({ name, bytes: await readFile(path) });
    try {
      const { column, headed, title, ...languages } = readForm(Table, request.body);
      const shape = { ...languages, columns: column, headed: headed === 'on', complete: true };
      const imported = await app.heldUploads.store(held, async (one) =>
        importTable(app, { ...(await fileOf(one)), title }, shape),
      );
      app.searchIndex.start();
      if (imported.findings.length > 0)
        await sendView(response, 'import/memory', { problem: null, imported, typed: NOTHING_TYPED });
      else response.redirect(303, `/bitexts/${imported.id}`);
    } catch (error) {
      const problem = shownInForm(error, response);
      const { columns, headed } = readForm(TypedTable, request.body);
      const opened = await openTable(app, await fileOf(upload), signalOf(response));
      const table = { ...opened, ...typedIn(request.body), columns, headed };
      await sendView(response, 'import/table', { table, held, problem });
    }
  };

/** How far an import has come, from 0 to 1. */
export const progress =
  (app: App): RequestHandler =>
  (request, response) => {
    answer('GET /progress/:job', response, { done: app.progress.of(String(request.params['job'])) });
  };

const Forgotten = z.union([z.object({ id: z.coerce.number().int() }), z.object({ job: z.uuid() })]);

/** Forgets an import that was broken off, once a person knows. */
export const forget =
  (app: App): RequestHandler =>
  async (request, response) => {
    await forgetImport(app, readForm(Forgotten, request.body));
    response.redirect(303, '/');
  };
