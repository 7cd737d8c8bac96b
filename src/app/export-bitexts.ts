import type { Finding } from '../core/finding.ts';
import type { ExportDocument, FormatName } from '../core/formats/format.ts';
import { FORMATS } from '../core/formats/index.ts';
import { forbiddenInXml } from '../core/formats/xml-text.ts';
import { Problem } from '../core/problem.ts';
import { readBitext } from '../store/bitext-rows.ts';
import { codesOf } from '../store/codes.ts';
import { changesOf } from '../store/row-notes.ts';
import { type App, headOf } from './app.ts';

/** What to export and how. */
export interface ExportRequest {
  readonly bitexts: readonly number[];
  readonly format: FormatName;
  readonly status: 'all' | 'confirmed';
  readonly minConfidence: number;
  /** Of memories: language codes with their region, repeated units once, what stands around each unit. */
  readonly regions?: boolean | undefined;
  readonly unique?: boolean | undefined;
  readonly context?: boolean | undefined;
}

/** A file on its way out: its name and type at once, its content as it is read from the store. */
export interface ExportFile {
  readonly name: string;
  readonly mediaType: string;
  readonly chunks: AsyncGenerator<string>;
  /** What could not be written as it is; complete once the chunks have been read. */
  readonly findings: readonly Finding[];
}

/**
 * Exports stored bitexts as one file, a bitext in memory at a time.
 * @throws Problem where one is missing or not aligned yet, before anything is written
 */
export async function exportBitexts(app: App, request: ExportRequest): Promise<ExportFile> {
  if (request.bitexts.length === 0)
    throw new Problem('bad-request', 'Nothing was chosen for export.', '', 'Choose at least one bitext.');
  const heads = await Promise.all([...new Set(request.bitexts)].map((id) => headOf(app, id)));
  const waiting = heads.find((head) => head.state !== 'ready');
  if (waiting)
    throw new Problem('not-ready', `“${waiting.title}” is not aligned yet.`, '', 'Wait until it is, or leave it out.');
  const languages = new Set(heads.map((head) => head.sourceLanguage));
  const pairs = new Set(heads.map((head) => `${head.sourceLanguage} ${head.targetLanguage}`));
  if (request.format === 'xliff2' && pairs.size > 1) {
    throw new Problem(
      'bad-request',
      'XLIFF 2 holds one pair of languages.',
      `Chosen were ${[...pairs].map((pair) => pair.replace(' ', ' → ')).join(', ')}.`,
      'Choose bitexts of one pair, or XLIFF 1.2.',
    );
  }
  const [first] = heads;
  const format = FORMATS[request.format];
  const findings: Finding[] = [];
  const options = {
    status: request.status,
    minConfidence: request.minConfidence,
    regions: request.regions ?? true,
    unique: request.unique ?? false,
    context: request.context ?? false,
    sourceLanguage: languages.size === 1 && first ? first.sourceLanguage : null,
    now: app.now(),
  };
  async function* documents(): AsyncGenerator<ExportDocument> {
    for (const head of heads) {
      const document = {
        title: head.title,
        bitext: await readBitext(app.store.db, head.id),
        codes: await codesOf(app.store.db, head.id),
        changes: await changesOf(app.store.db, head.id),
      };
      if (XML.has(request.format)) findings.push(...lossInXml(document));
      findings.push(...lossOf(document, request.format));
      yield document;
    }
  }
  return {
    name: `${fileName(heads.length === 1 && first ? first.title : 'visavis')}.${format.extension}`,
    mediaType: format.mediaType,
    chunks: format.write(documents(), options),
    findings,
  };
}

/** Formats that are XML. */
const XML = new Set<FormatName>(['tmx', 'xliff', 'xliff2', 'tei']);

/** What a format has no place for, counted. */
function lossOf({ title, bitext, codes }: ExportDocument, format: FormatName): Finding[] {
  const finding = (code: string, message: string): Finding => ({ code, severity: 'warning', place: title, message });
  const noSource = bitext.beads.filter(({ source, target }) => source.length === 0 && target.length > 0).length;
  const holdsCodes = format === 'tmx' || format === 'xliff' || format === 'xliff2';
  return [
    ...(codes && codes.size > 0 && !holdsCodes
      ? [finding('codes-left-out', 'Inline codes were left out, since this format has no place for them.')]
      : []),
    ...((format === 'xliff' || format === 'xliff2') && noSource > 0
      ? [finding('rows-left-out', `Rows without a source side were left out: ${noSource}.`)]
      : []),
  ];
}

/** Characters of a bitext that an XML file cannot hold and that are left out of it. */
export function lossInXml({ title, bitext }: ExportDocument): Finding[] {
  const lost = [...bitext.source, ...bitext.target].reduce((sum, segment) => sum + forbiddenInXml(segment.text), 0);
  if (lost === 0) return [];
  return [
    {
      code: 'characters-left-out',
      severity: 'warning',
      place: title,
      message: `${lost} control characters that XML cannot hold were left out.`,
    },
  ];
}

/** A title as a file name that every system takes. */
function fileName(title: string): string {
  const clean = title
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N} ._-]+/gu, '')
    .trim()
    .replace(/\s+/gu, '-');
  return [...clean].slice(0, 80).join('') || 'visavis';
}
