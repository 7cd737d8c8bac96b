import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import type { App } from '../app/app.ts';
import { exportFile } from '../app/export/export-file.ts';
import { signalOf } from './forms.ts';

/** Sends what is exported as a file to be saved. */
export async function sendExport(
  app: App,
  response: Response,
  request: Parameters<typeof exportFile>[1],
): Promise<void> {
  const file = await exportFile(app, request, signalOf(response));
  response.attachment(file.name).type(file.mediaType);
  await pipeline(Readable.from(file.chunks), response);
}
