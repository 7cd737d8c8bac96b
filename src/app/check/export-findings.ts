import { type CheckLine, type CheckSelection, isWanted } from '../../core/check/line.ts';
import { seenTexts, textHash } from '../../core/check/memory-units/seen-texts.ts';
import { type ReportFormat, reportWriter } from '../../core/check/report/report-writer.ts';
import { type Catalogue, translator } from '../../core/translator.ts';
import type { App } from '../app.ts';
import type { Desk } from '../desk.ts';
import { fileInThread, writeChunks } from '../jobs/file-in-thread.ts';
import { work } from '../jobs/work.ts';
import { headsOf, type PlacedFinding } from './find-findings.ts';
import { findingList, type NotedFinding } from './finding-list.ts';
import { noteFindings } from './note-findings.ts';

/** A report of findings: of which bitexts, none for all outside the archive; which findings; how and in what words it is written. */
export interface FindingsRequest {
  readonly bitexts: readonly number[];
  readonly wanted: CheckSelection;
  readonly format: ReportFormat;
  readonly words: { readonly language: string; readonly catalogue: Catalogue };
}

/** So many characters are written at once. */
const CHUNK_CHARACTERS = 1 << 16;

/**
 * Everything that the check of some bitexts finds, without what was dismissed, as a report, which goes out while the texts
 * are checked. A finding of several rows stands in the first of them; those that are known only when all of a text has been
 * read stand at its end.
 * @param signal given up with it
 */
export function exportFindings(
  app: App,
  request: FindingsRequest,
  signal: AbortSignal,
): Promise<AsyncGenerator<Uint8Array>> {
  return fileInThread(app, writeFindings, (path) => ({ ...request, path }), signal);
}

export const writeFindings = work<FindingsRequest & { readonly path: string }, null>(
  'write findings',
  { room: 'long' },
  async (desk, { path, ...request }, { onProgress }) => {
    await writeChunks(path, chunksOf(desk, request), onProgress);
    return null;
  },
);

async function* chunksOf(desk: Desk, { bitexts, wanted, format, words }: FindingsRequest): AsyncGenerator<string> {
  const heads = await headsOf(desk, bitexts);
  const style = { words: translator(words.language, words.catalogue), isNamed: heads.length > 1 };
  const writer = reportWriter(format, style);
  let text = writer.begin();
  for (const head of heads) {
    text += writer.openFile(head.title);
    const known = seenTexts();
    const checker = await desk.checks.checkerFor(desk, head);
    const list = findingList(checker, ({ key, code, severity, made, rows }: NotedFinding) => {
      if (!isWanted({ code, severity }, wanted) || known.note(textHash(key), 0) !== null) return;
      text += writer.line(lineOf(made(), rows[0]?.number ?? 0));
    });
    for await (const _share of noteFindings(desk, head, checker, list)) {
      if (text.length < CHUNK_CHARACTERS) continue;
      yield text;
      text = '';
    }
    text += writer.closeFile();
  }
  yield text + writer.end();
}

function lineOf(
  { texts, code, severity, found, expected, at, suggestion, reason }: Omit<PlacedFinding, 'rows' | 'count'>,
  row: number,
): CheckLine {
  return { row, code, severity, found, expected, at, suggestion, reason, ...texts };
}
