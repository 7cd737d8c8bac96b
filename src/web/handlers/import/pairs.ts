import { readFile, rm } from 'node:fs/promises';
import type { Request, RequestHandler } from 'express';
import { z } from 'zod';
import type { App } from '../../../app/app.ts';
import { type FileCollection, importMany, matchCollection, zipCollection } from '../../../app/import/import-many.ts';
import { Problem } from '../../../core/problem.ts';
import { Language, readForm, signalOf } from '../../forms.ts';
import { shownInForm } from '../../problems.ts';
import { sendView } from '../../views.ts';

const Pairs = z.object({
  from: Language.default(''),
  to: Language.default(''),
  /** A name for the import, by which the page asks how far it has come. */
  job: z.uuid().optional(),
});

export const showForm = (): RequestHandler => async (_request, response) => {
  await sendView(response, 'import/pairs', { problem: null, plan: null, reports: null });
};

/** Shows which files make pairs. */
export const preview =
  (app: App): RequestHandler =>
  async (request, response) => {
    try {
      const plan = await planOf(app, request);
      await sendView(response, 'import/pairs', { problem: null, plan, reports: null });
    } catch (error) {
      await sendView(response, 'import/pairs', { problem: shownInForm(error, response), plan: null, reports: null });
    } finally {
      await removeFiles(request);
    }
  };

/** Stores the pairs one after another and reports the outcome of each. */
export const create =
  (app: App): RequestHandler =>
  async (request, response) => {
    try {
      const { pairs, files, job } = await planOf(app, request);
      const name = filesOf(request)[0]?.originalname.split('/')[0] ?? '';
      const reports = await app.progress.track(job, (onProgress) => {
        let done = 0;
        const next = () => onProgress(++done / pairs.length);
        return importMany(app, files, pairs, { name, job, onProgress: next, signal: signalOf(response) });
      });
      await sendView(response, 'import/pairs', { problem: null, plan: null, reports });
    } catch (error) {
      await sendView(response, 'import/pairs', { problem: shownInForm(error, response), plan: null, reports: null });
    } finally {
      await removeFiles(request);
    }
  };

async function planOf({ packs }: App, request: Request) {
  const { from, to, job } = readForm(Pairs, request.body);
  const files = await collectionOf(request);
  return { ...matchCollection(files, packs, from || undefined, to || undefined), files, job };
}

/** The files that were sent: a folder's, or those of a zip. */
async function collectionOf(request: Request): Promise<FileCollection> {
  const sent = filesOf(request);
  const [first] = sent;
  if (!first) throw new Problem('bad-request', 'There is no file.', '', 'Choose a zip or a folder.');
  if (sent.length === 1 && /\.zip$/iu.test(first.originalname)) {
    return zipCollection(await readFile(first.path), first.originalname);
  }
  const places = new Map(sent.map(({ originalname, path }) => [originalname, path]));
  return {
    paths: [...places.keys()].filter((path) => !/(?:^|\/)\./u.test(path)),
    read: (path) => readFile(places.get(path) ?? path),
  };
}

function filesOf(request: Request): Express.Multer.File[] {
  return Array.isArray(request.files) ? request.files : [];
}

async function removeFiles(request: Request): Promise<void> {
  await Promise.all(filesOf(request).map(({ path }) => rm(path, { force: true })));
}
