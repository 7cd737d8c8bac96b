import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { App } from '../../../app/app.ts';
import { openGlossary, rememberMapping } from '../../../app/glossary/exchange/open-glossary.ts';
import { exportGlossary, GLOSSARY_FORMATS } from '../../../app/glossary/export-glossary.ts';
import { glossaries } from '../../../app/glossary/glossaries.ts';
import { refuseUnknownStatuses } from '../../../app/glossary/glossary-findings.ts';
import {
  DEFAULT_DECISION,
  IMPORT_DECISIONS,
  importGlossary,
  lacksLanguages,
  previewImport,
  refuseUnknownLanguages,
  shownIncoming,
} from '../../../app/glossary/import-glossary.ts';
import { TERM_STATUSES, type TermStatus } from '../../../core/glossary/concept.ts';
import { Problem } from '../../../core/problem.ts';
import { authorOf } from '../../author.ts';
import { Language, listOf, readForm, signalOf } from '../../forms.ts';
import { shownInForm } from '../../problems.ts';
import { sendView } from '../../views.ts';

const Export = z.object({
  format: z.enum(GLOSSARY_FORMATS).default('tbx'),
  glossary: z.coerce.number().int().default(0),
  from: Language.default(''),
  to: Language.default(''),
});

export const showExchange =
  (app: App): RequestHandler =>
  async (request, response) => {
    const chosen = readForm(Export.partial(), request.query);
    const loss =
      chosen.format === 'omegat' && chosen.from && chosen.to
        ? (await exportGlossary(app, { ...chosen, format: 'omegat', glossary: chosen.glossary || undefined })).findings
        : [];
    await sendView(response, 'glossary/exchange', {
      glossaries: await glossaries(app),
      chosen,
      loss,
      problem: null,
      preview: null,
    });
  };

export const download =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { glossary, ...wanted } = readForm(Export, request.query);
    const file = await exportGlossary(app, { ...wanted, glossary: glossary || undefined });
    response.attachment(file.name).type(file.mediaType);
    await pipeline(Readable.from(file.chunks), response);
  };

const Upload = z.object({
  from: Language.default(''),
  to: Language.default(''),
  glossary: z.coerce.number().int().default(0),
  /** The file's text on its way through the preview, and what its columns are. */
  text: z.string().default(''),
  name: z.string().default(''),
  column: listOf(z.string().max(60)),
  /** Words for statuses, and what each means, in the same order. */
  word: listOf(z.string().max(200)),
  meaning: listOf(z.enum([...TERM_STATUSES, ''])),
});

/** Concepts of a file that the preview shows. */
const MAX_SHOWN = 500;

/** Shows what a file would bring, concept by concept, before anything is stored. */
export const previewFile =
  (app: App): RequestHandler =>
  async (request, response) => {
    try {
      const form = readForm(Upload, request.body);
      const file = request.file;
      if (!file && !form.text) throw new Problem('bad-request', 'There is no file.', '', 'Choose a glossary.');
      const given = file ? { bytes: file.buffer, name: file.originalname } : null;
      const order = { signal: signalOf(response) };
      const meanings = meaningsIn(form);
      const read = await openGlossary(app, given ?? form, { mapping: form.column, meanings }, order);
      const { text, name, table, concepts, findings, unknownStatuses, remembered } = read;
      const languages = languagesOf(form);
      await sendView(response, 'glossary/exchange', {
        glossaries: await glossaries(app),
        chosen: {},
        loss: [],
        problem: null,
        preview: {
          text,
          name,
          table,
          findings,
          unknownStatuses,
          meanings: read.meanings,
          remembered,
          lacksLanguages: lacksLanguages(concepts, languages),
          from: form.from,
          to: form.to,
          glossary: form.glossary,
          incoming: shownIncoming(await previewImport(app, concepts, languages), MAX_SHOWN),
        },
      });
    } catch (error) {
      await sendView(response, 'glossary/exchange', {
        glossaries: await glossaries(app),
        chosen: {},
        loss: [],
        problem: shownInForm(error, response),
        preview: null,
      });
    }
  };

/**
 * What becomes of each concept that was shown, by its place in the file, and which of their terms are left out: "3 0" for the
 * first term of the fourth.
 */
const Decisions = z.object({
  at: listOf(z.coerce.number().int().min(0)),
  decision: listOf(z.enum(IMPORT_DECISIONS)),
  leave: listOf(z.string().regex(/^\d+ \d+$/u)),
});

/** Stores what the preview showed, as it was decided there. */
export const importFile =
  (app: App): RequestHandler =>
  async (request, response) => {
    const form = readForm(Upload, request.body);
    const { at, decision, leave } = readForm(Decisions, request.body);
    const left = new Set(leave);
    const decided = new Map(at.map((place, i) => [place, decision[i]]));
    const file = await openGlossary(app, form, { mapping: form.column, meanings: meaningsIn(form) });
    refuseUnknownStatuses(file.name, file.unknownStatuses);
    refuseUnknownLanguages(file.name, file.concepts, languagesOf(form));
    const incoming = await previewImport(app, file.concepts, languagesOf(form));
    await importGlossary(app, incoming, ({ state }, place) => decided.get(place) ?? DEFAULT_DECISION[state], {
      author: authorOf(request, response),
      glossary: form.glossary || undefined,
      name: file.name,
      leaves: (concept, term) => left.has(`${concept} ${term}`),
    });
    await rememberMapping(app, file);
    response.redirect(303, '/glossary');
  };

/** What words for statuses mean, in lower case; those without a given meaning are left out. */
function meaningsIn({ word, meaning }: Pick<z.infer<typeof Upload>, 'word' | 'meaning'>): Record<string, TermStatus> {
  return Object.fromEntries(
    word.flatMap((one, i): [string, TermStatus][] => (meaning[i] ? [[one.toLowerCase(), meaning[i]]] : [])),
  );
}

function languagesOf({ from, to }: { from: string; to: string }): string[] {
  return [from, to].filter(Boolean);
}
