import { SEGMENT_KINDS } from '../../core/bitext/bitext.ts';
import type { Finding } from '../../core/finding.ts';
import { lossCounter } from '../../core/formats/losses.ts';
import { msg } from '../../core/message.ts';
import type { Desk } from '../desk.ts';
import { work } from '../jobs/work.ts';
import { chosenBitexts, type ExportRequest, exportDocuments } from './export-documents.ts';
import type { FileRequest } from './export-file.ts';

/**
 * What an export will leave out, counted before anything is written.
 * @throws Problem as `exportBitexts` does
 */
export const countLosses = work<FileRequest, Finding[]>('count what an export leaves out', { room: 'page' }, count);

async function count({ store }: Desk, { pack, ...request }: FileRequest): Promise<Finding[]> {
  // Bitexts in several languages may go out together where each has a file.
  const together = pack === 'one' ? request.format : 'tmx';
  const heads = await chosenBitexts({ store }, { bitexts: request.bitexts, format: together });
  const losses = lossCounter(request.format, request);
  for await (const document of exportDocuments(store.db, heads, request)) losses.add(document);
  const place = heads.length === 1 ? (heads[0]?.title ?? '') : '';
  return [...losses.findings(place), ...ignoredChoices(request, place)];
}

/** Choices that a format has no use for. */
export function ignoredChoices(request: ExportRequest, place: string): Finding[] {
  const { format, status, minConfidence, kinds = [] } = request;
  const narrows = status !== 'all' || minConfidence > 0 || (kinds.length > 0 && kinds.length < SEGMENT_KINDS.length);
  if (format !== 'ladder' || !narrows) return [];
  const message = msg('A ladder goes through the whole text: it holds all rows, not only those that were chosen.');
  return [{ code: 'all-rows', severity: 'warning', place, message }];
}
