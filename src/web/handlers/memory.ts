import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { App } from '../../app/app.ts';
import { importMemory } from '../../app/import-memory.ts';
import { Problem } from '../../core/problem.ts';
import { Language, readForm } from '../forms.ts';
import { shownInForm } from '../problems.ts';
import { sendView } from '../views.ts';

const Memory = z.object({
  from: Language.default(''),
  to: Language.default(''),
  title: z.string().max(500).default(''),
});

export const showForm = (): RequestHandler => async (_request, response) => {
  await sendView(response, 'import/memory', { problem: null, imported: null });
};

/** Stores the memory and opens it, or says first what was lost on the way. */
export const create =
  (app: App): RequestHandler =>
  async (request, response) => {
    const file = request.file;
    try {
      const { from, to, title } = readForm(Memory, request.body);
      if (!file) throw new Problem('bad-request', 'There is no file.', '', 'Choose a TMX file.');
      const pieces = createReadStream(file.path, { highWaterMark: 1 << 20 });
      const imported = await importMemory(app, {
        name: file.originalname,
        pieces,
        from: from || undefined,
        to: to || undefined,
        title,
      });
      if (imported.findings.length === 0) response.redirect(303, `/bitexts/${imported.id}`);
      else await sendView(response, 'import/memory', { problem: null, imported });
    } catch (error) {
      await sendView(response, 'import/memory', { problem: shownInForm(error, response), imported: null });
    } finally {
      if (file) await rm(file.path, { force: true });
    }
  };
