import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { App } from '../../app/app.ts';
import { exportBitexts } from '../../app/export-bitexts.ts';
import { openLibrary } from '../../app/library.ts';
import { FORMAT_NAMES } from '../../core/formats/format.ts';
import { listOf, readForm } from '../forms.ts';
import { sendView } from '../views.ts';

const Chosen = z.object({ bitext: listOf(z.coerce.number().int().positive()) });

const Request = Chosen.extend({
  format: z.enum(FORMAT_NAMES).default('tmx'),
  status: z.enum(['all', 'confirmed']).default('all'),
  minConfidence: z.coerce.number().min(0).max(100).default(0),
});

export const choose =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { bitext } = readForm(Chosen, request.query);
    const { entries } = await openLibrary(app, {});
    await sendView(response, 'export/choose', {
      entries: entries.filter((entry) => entry.state === 'ready'),
      chosen: bitext,
    });
  };

export const download =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { bitext, format, status, minConfidence } = readForm(Request, request.query);
    const file = await exportBitexts(app, { bitexts: bitext, format, status, minConfidence: minConfidence / 100 });
    response.attachment(file.name).type(file.mediaType);
    await pipeline(Readable.from(file.chunks), response);
  };
