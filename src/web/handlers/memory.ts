import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { App } from '../../app/app.ts';
import { importMemory } from '../../app/import-memory.ts';
import { Problem } from '../../core/problem.ts';
import { Language, readForm, signalOf } from '../forms.ts';
import { shownInForm } from '../problems.ts';
import { sendView } from '../views.ts';

const Memory = z.object({
  from: Language.default(''),
  to: Language.default(''),
  title: z.string().max(500).default(''),
  /** A name for the import, by which the page asks how far it has come. */
  job: z.uuid().optional(),
});

export const showForm = (): RequestHandler => async (_request, response) => {
  await sendView(response, 'import/memory', { problem: null, imported: null });
};

/** Stores the memory and opens it, or says first what was lost on the way. */
export const create =
  (app: App): RequestHandler =>
  async (request, response) => {
    const file = request.file;
    const json = request.accepts(['html', 'json']) === 'json';
    let job: string | undefined;
    try {
      const form = readForm(Memory, request.body);
      job = form.job;
      if (!file) throw new Problem('bad-request', 'There is no file.', '', 'Choose a TMX file.');
      let stored = 0;
      const imported = await importMemory(app, {
        name: file.originalname,
        pieces: createReadStream(file.path, { highWaterMark: 1 << 20 }),
        from: form.from || undefined,
        to: form.to || undefined,
        title: form.title,
        signal: signalOf(response),
        told(bytes) {
          stored += bytes;
          if (job) app.progress.set(job, stored / file.size);
        },
      });
      if (imported.findings.length > 0) await sendView(response, 'import/memory', { problem: null, imported });
      else if (json) response.json({ address: `/bitexts/${imported.id}` });
      else response.redirect(303, `/bitexts/${imported.id}`);
    } catch (error) {
      await sendView(response, 'import/memory', { problem: shownInForm(error, response), imported: null });
    } finally {
      if (job) app.progress.delete(job);
      if (file) await rm(file.path, { force: true });
    }
  };

/** How far an import has come, from 0 to 1. */
export const progress =
  (app: App): RequestHandler =>
  (request, response) => {
    response.json({ done: app.progress.get(String(request.params['job'])) ?? null });
  };
