import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { App } from '../../app/app.ts';
import { isLanguageTag } from '../../app/glossary.ts';
import { importMemory } from '../../app/import-memory.ts';
import { Problem } from '../../core/problem.ts';
import { readForm } from '../forms.ts';
import { sendView } from '../views.ts';

const Language = z
  .string()
  .trim()
  .refine((tag) => tag === '' || isLanguageTag(tag), 'not a language tag such as en or fr-CA')
  .default('');

const Memory = z.object({ from: Language, to: Language, title: z.string().max(500).default('') });

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
      if (!(error instanceof Problem) || error.code === 'internal') throw error;
      response.status(error.status);
      await sendView(response, 'import/memory', { problem: error, imported: null });
    } finally {
      if (file) await rm(file.path, { force: true });
    }
  };
