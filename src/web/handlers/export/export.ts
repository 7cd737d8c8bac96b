import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { App } from '../../../app/app.ts';
import { nothingChosen } from '../../../app/export/export-documents.ts';
import type { FileRequest } from '../../../app/export/export-file.ts';
import { countLosses } from '../../../app/export/export-losses.ts';
import { FILE_FORMAT_NAMES } from '../../../app/export/file-formats.ts';
import { openLibrary } from '../../../app/library/library.ts';
import { SEGMENT_KINDS } from '../../../core/bitext/bitext.ts';
import { Problem } from '../../../core/problem.ts';
import { listOf, readForm, signalOf } from '../../forms.ts';
import { shownInForm } from '../../problems.ts';
import { sendExport } from '../../send-export.ts';
import { sendView } from '../../views.ts';

/** What the page of an export chooses, as its form sends it. */
const Choice = z.object({
  bitext: listOf(z.coerce.number().int().positive()),
  format: z.enum(FILE_FORMAT_NAMES).default('tmx'),
  status: z.enum(['all', 'confirmed']).default('all'),
  minConfidence: z.coerce.number().min(0).max(100).default(0),
  regions: z.enum(['with', 'without']).default('with'),
  unique: z.literal('on').optional(),
  context: z.literal('on').optional(),
  notes: z.literal('on').optional(),
  pack: z.enum(['one', 'languages', 'zip']).default('one'),
  kind: listOf(z.enum(SEGMENT_KINDS)),
});

export type ExportChoice = z.output<typeof Choice>;

export const choose =
  (app: App): RequestHandler =>
  async (_request, response) => {
    await sendChoice(app, response, null);
  };

export const download =
  (app: App): RequestHandler =>
  async (request, response) => {
    if (await isAskedAgain(app, request, response)) return;
    try {
      await sendExport(app, response, choiceOf(request));
    } catch (error) {
      // Where no row would go out, the choice is shown again, too.
      if (!(error instanceof Problem && error.code === 'bad-input') || wantsJson(request)) throw error;
      await sendChoice(app, response, shownInForm(error, response));
    }
  };

/** What the chosen file will leave out, before it is made. */
export const losses =
  (app: App): RequestHandler =>
  async (request, response) => {
    if (await isAskedAgain(app, request, response)) return;
    const findings = await app.pool.run(countLosses, choiceOf(request), { signal: signalOf(response) });
    await sendView(response, 'export/losses', { findings, query: request.originalUrl.replace(/^[^?]*/u, '') });
  };

/** Where a page chose no bitext, the choice is shown again as it was, with what is missing. */
async function isAskedAgain(app: App, request: Request, response: Response): Promise<boolean> {
  if (readForm(Choice, request.query).bitext.length > 0 || wantsJson(request)) return false;
  await sendChoice(app, response, shownInForm(nothingChosen(), response));
  return true;
}

const wantsJson = (request: Request) => request.accepts(['html', 'json']) === 'json';

async function sendChoice(app: App, response: Response, problem: Problem | null): Promise<void> {
  const { q, ...choice } = readForm(Choice.extend({ q: z.string().default('') }), response.req.query);
  const { entries } = await openLibrary(app, { search: q, signal: signalOf(response) });
  const ready = entries.filter((entry) => entry.state === 'ready');
  await sendView(response, 'export/choose', { entries: ready, choice, search: q, problem });
}

function choiceOf(request: Request): FileRequest {
  return exportChoice(request.query);
}

/** What a form or an address chooses. @throws Problem `bad-request` */
export function exportChoice(fields: unknown): FileRequest {
  const { bitext, minConfidence, regions, unique, context, notes, kind, ...rest } = readForm(Choice, fields);
  return {
    ...rest,
    bitexts: bitext,
    kinds: kind,
    minConfidence: minConfidence / 100,
    regions: regions === 'with',
    unique: unique === 'on',
    context: context === 'on',
    notes: notes === 'on',
  };
}
