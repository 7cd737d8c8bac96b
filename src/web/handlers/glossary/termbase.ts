import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { RequestHandler } from 'express';
import { z } from 'zod';
import { type App, headOf } from '../../../app/app.ts';
import { checkBitext, checkBitexts, dismissals, dismissFinding, undismiss } from '../../../app/check/findings.ts';
import { acceptEntry, proposeEntries, rejectEntry, unrejectEntry } from '../../../app/glossary/candidates.ts';
import { concordance, knownPublishers, usesOf } from '../../../app/glossary/concordance.ts';
import {
  DEFAULT_DECISION,
  exportGlossary,
  GLOSSARY_FORMATS,
  IMPORT_DECISIONS,
  importGlossary,
  previewImport,
} from '../../../app/glossary/glossary-exchange.ts';
import { glossaryTable, readGlossaryFile } from '../../../app/glossary/glossary-files.ts';
import { chooseGlossaries, getConcept, glossaries, glossariesFor } from '../../../app/glossary/read-glossary.ts';
import { CONCEPT_KINDS, GENDERS } from '../../../core/glossary/concept.ts';
import { Problem } from '../../../core/problem.ts';
import { authorOf } from '../../author.ts';
import { idIn, Language, listOf, readForm } from '../../forms.ts';
import { WordsForm } from '../../glossary-queries.ts';
import { shownInForm } from '../../problems.ts';
import { sendView } from '../../views.ts';

/** Everything in which a bitext departs from its glossaries. */
export const showFindings =
  (app: App): RequestHandler =>
  async (request, response) => {
    const id = idIn(request);
    await sendView(response, 'glossary/findings', {
      checked: [await checkBitext(app, id)],
      selection: [],
      one: true,
      dismissed: await dismissals(app),
      glossaries: await glossaries(app),
      chosen: await glossariesFor(app, id),
    });
  };

export const showAllFindings =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { bitext } = readForm(z.object({ bitext: listOf(z.coerce.number().int().positive()) }), request.query);
    await sendView(response, 'glossary/findings', {
      checked: await checkBitexts(app, bitext),
      selection: bitext,
      one: false,
      dismissed: await dismissals(app),
      glossaries: [],
      chosen: [],
    });
  };

const Dismissal = z.object({
  finding: z.string().min(1).max(2000),
  reason: z.string().max(1000).default(''),
  where: z.enum(['here', 'everywhere']).default('here'),
  bitext: z.coerce.number().int(),
  back: z.string().startsWith('/').catch('/check').default('/check'),
});

export const dismiss =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { finding, reason, where, bitext, back } = readForm(Dismissal, request.body);
    await dismissFinding(app, {
      finding,
      reason,
      bitext: where === 'here' ? bitext : null,
      author: authorOf(request, response),
    });
    response.redirect(303, back);
  };

export const takeBackDismissal =
  (app: App): RequestHandler =>
  async (request, response) => {
    await undismiss(app, idIn(request, 'dismissal'));
    response.redirect(303, '/check');
  };

export const chooseForBitext =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { glossary } = readForm(z.object({ glossary: listOf(z.coerce.number().int()) }), request.body);
    await chooseGlossaries(app, idIn(request), glossary);
    response.redirect(303, `/bitexts/${idIn(request)}/check`);
  };

export const showCandidates =
  (app: App): RequestHandler =>
  async (request, response) => {
    const head = await headOf(app, idIn(request));
    await sendView(response, 'glossary/candidates', { head, entries: await proposeEntries(app, head.id) });
  };

const Entry = z.object({
  kind: z.enum(CONCEPT_KINDS).default('term'),
  source: z.string().trim().max(500).default(''),
  target: z.string().trim().max(500).default(''),
  gender: z.enum([...GENDERS, '']).default(''),
  into: z.coerce.number().int().optional(),
  /** The texts as they were proposed, by which a pair is rejected. */
  proposedSource: z.string().max(500).default(''),
  proposedTarget: z.string().max(500).default(''),
  action: z.enum(['accept', 'merge', 'extend', 'reject', 'unreject']).default('accept'),
});

export const decideCandidate =
  (app: App): RequestHandler =>
  async (request, response) => {
    const id = idIn(request);
    const { action, into, proposedSource, proposedTarget, ...entry } = readForm(Entry, request.body);
    const author = authorOf(request, response);
    const proposed = { source: proposedSource || entry.source, target: proposedTarget || entry.target, author };
    let concept: number | null = null;
    if (action === 'reject') await rejectEntry(app, id, proposed);
    else if (action === 'unreject') await unrejectEntry(app, id, proposed);
    else
      concept = await acceptEntry(app, id, {
        ...entry,
        author,
        into: action === 'extend' ? 'near' : action === 'merge' ? into : undefined,
      });
    if (request.accepts(['html', 'json']) === 'json') response.json({ concept });
    else response.redirect(303, `/bitexts/${id}/candidates`);
  };

export const showConcordance =
  (app: App): RequestHandler =>
  async (request, response) => {
    const query = readForm(WordsForm, request.query);
    await sendView(response, 'glossary/concordance', {
      query,
      lines: await concordance(app, { ...query, words: query.q }),
      isIndexing: query.q !== '' && (await app.searchIndex.isIndexing()),
      publishers: await knownPublishers(app),
    });
  };

export const showUses =
  (app: App): RequestHandler =>
  async (request, response) => {
    const concept = await getConcept(app, idIn(request, 'concept'));
    const uses = await usesOf(app, concept);
    await sendView(response, 'glossary/uses', { concept, uses, isIndexing: await app.searchIndex.isIndexing() });
  };

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
});

/** Shows what a file would bring, concept by concept, before anything is stored. */
export const previewFile =
  (app: App): RequestHandler =>
  async (request, response) => {
    try {
      const form = readForm(Upload, request.body);
      const file = request.file;
      if (!file && !form.text) throw new Problem('bad-request', 'There is no file.', '', 'Choose a glossary.');
      const given = file ? { bytes: file.buffer, name: file.originalname } : null;
      const { text, name, concepts } = readGlossaryFile(given ?? form, form.column);
      await sendView(response, 'glossary/exchange', {
        glossaries: await glossaries(app),
        chosen: {},
        loss: [],
        problem: null,
        preview: {
          text,
          name,
          table: glossaryTable(text, name, form.column),
          from: form.from,
          to: form.to,
          glossary: form.glossary,
          incoming: await previewImport(app, concepts, languagesOf(form)),
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

/** Stores what the preview showed, as it was decided there. */
export const importFile =
  (app: App): RequestHandler =>
  async (request, response) => {
    const form = readForm(Upload, request.body);
    const decisions = readForm(z.object({ decision: listOf(z.enum(IMPORT_DECISIONS)) }), request.body).decision;
    const { concepts, name } = readGlossaryFile(form, form.column);
    const incoming = await previewImport(app, concepts, languagesOf(form));
    await importGlossary(app, incoming, ({ state }, at) => decisions[at] ?? DEFAULT_DECISION[state], {
      author: authorOf(request, response),
      glossary: form.glossary || undefined,
      name,
    });
    response.redirect(303, '/glossary');
  };

function languagesOf({ from, to }: { from: string; to: string }): string[] {
  return [from, to].filter(Boolean);
}
