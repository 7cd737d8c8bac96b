import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { RequestHandler } from 'express';
import { z } from 'zod';
import { exportAudit, readAudit } from '../../../app/accounts/audit.ts';
import type { App } from '../../../app/app.ts';
import { AUDIT_OUTCOMES } from '../../../core/accounts/audit.ts';
import { RECORDED } from '../../door/recorded.ts';
import { readForm } from '../../forms.ts';
import { sendView } from '../../views.ts';

const Day = z
  .string()
  .regex(/^(?:\d{4}-\d\d-\d\d)?$/u)
  .catch('')
  .default('');

/** Which entries are wanted; what cannot be read does not count. */
const Wanted = z.object({
  words: z.string().trim().max(200).default(''),
  account: z.string().max(40).default(''),
  action: z.string().max(200).default(''),
  outcome: z
    .enum(['', ...AUDIT_OUTCOMES])
    .catch('')
    .default(''),
  since: Day,
  until: Day,
});

/** Who did what, the last first. */
export const show =
  (app: App): RequestHandler =>
  async (request, response) => {
    const search = readForm(Wanted, request.query);
    const { before } = readForm(
      z.object({ before: z.coerce.number().int().min(0).catch(0).default(0) }),
      request.query,
    );
    const address = new URLSearchParams(Object.entries(search).filter(([, value]) => value !== '')).toString();
    const page = await readAudit(app, search, before);
    await sendView(response, 'accounts/audit', { ...page, search, address, labels: RECORDED });
  };

const FILES = { csv: 'text/csv; charset=utf-8', jsonl: 'application/jsonl; charset=utf-8' } as const;

/** The same as a file, all of it. */
export const download =
  (app: App): RequestHandler =>
  async (request, response) => {
    const search = readForm(Wanted, request.query);
    const { format } = readForm(z.object({ format: z.enum(['csv', 'jsonl']).default('csv') }), request.query);
    response.attachment(`audit.${format}`).type(FILES[format]);
    await pipeline(Readable.from(exportAudit(app, search, format)), response);
  };
