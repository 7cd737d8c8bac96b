import type { Request, RequestHandler } from 'express';
import { z } from 'zod';
import type { App } from '../../../app/app.ts';
import type { FileRequest } from '../../../app/export/export-file.ts';
import { countLosses } from '../../../app/export/export-losses.ts';
import { FILE_FORMAT_NAMES } from '../../../app/export/file-formats.ts';
import { openLibrary } from '../../../app/library/library.ts';
import { SEGMENT_KINDS } from '../../../core/bitext/bitext.ts';
import { listOf, readForm, signalOf } from '../../forms.ts';
import { sendExport } from '../../send-export.ts';
import { sendView } from '../../views.ts';

const Chosen = z.object({ bitext: listOf(z.coerce.number().int().positive()) });

const Choice = Chosen.extend({
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

export const choose =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { bitext, q } = readForm(Chosen.extend({ q: z.string().default('') }), request.query);
    const { entries } = await openLibrary(app, { search: q, signal: signalOf(response) });
    await sendView(response, 'export/choose', {
      entries: entries.filter((entry) => entry.state === 'ready'),
      chosen: bitext,
      search: q,
    });
  };

export const download =
  (app: App): RequestHandler =>
  async (request, response) => {
    await sendExport(app, response, choiceOf(request));
  };

/** What the chosen file will leave out, before it is made. */
export const losses =
  (app: App): RequestHandler =>
  async (request, response) => {
    const findings = await app.pool.run(countLosses, choiceOf(request), { signal: signalOf(response) });
    await sendView(response, 'export/losses', { findings, query: request.originalUrl.replace(/^[^?]*/u, '') });
  };

function choiceOf(request: Request): FileRequest {
  const { bitext, minConfidence, regions, unique, context, notes, kind, ...rest } = readForm(Choice, request.query);
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
