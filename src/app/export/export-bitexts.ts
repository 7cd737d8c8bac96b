import { type Bitext, type Row, rowsOf, SEGMENT_KINDS, type SegmentKind, SIDES } from '../../core/bitext/bitext.ts';
import type { Finding } from '../../core/finding.ts';
import type { ExportDocument } from '../../core/formats/format.ts';
import { untimedRows } from '../../core/formats/srt.ts';
import { forbiddenInXml } from '../../core/formats/xml-text.ts';
import { type Message, msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import type { Db } from '../../store/open-store.ts';
import { readBitext } from '../../store/review/bitext-rows.ts';
import { codesOf } from '../../store/review/codes.ts';
import { notesOfRows } from '../../store/review/row-notes.ts';
import { readPieces } from '../../store/review/slices.ts';
import { headOf } from '../app.ts';
import type { Desk } from '../desk.ts';
import { FILE_FORMATS, type FileFormatName } from './file-formats.ts';

/** What to export and how. */
export interface ExportRequest {
  readonly bitexts: readonly number[];
  readonly format: FileFormatName;
  readonly status: 'all' | 'confirmed';
  readonly minConfidence: number;
  /** Kinds of segment; rows that hold none of them stay out. Without any, all are wanted. A ladder holds all rows. */
  readonly kinds?: readonly SegmentKind[] | undefined;
  /** Of memories: language codes with their region, repeated units once, what stands around each unit. */
  readonly regions?: boolean | undefined;
  readonly unique?: boolean | undefined;
  readonly context?: boolean | undefined;
}

/** Characters of a chunk. */
const LARGE = 1 << 16;
/** Rows of a long text read at once. */
const PIECE = 2000;

/** A file on its way out: its name and type at once, its content as it is read from the store. */
export interface ExportFile {
  readonly name: string;
  readonly mediaType: string;
  readonly chunks: AsyncGenerator<string | Uint8Array>;
  /** What could not be written as it is; complete once the chunks have been read. */
  readonly findings: readonly Finding[];
}

/**
 * Exports stored bitexts as one file, a bitext in memory at a time.
 * @throws Problem where one is missing or not aligned yet, before anything is written
 */
export async function exportBitexts(desk: Desk, request: ExportRequest): Promise<ExportFile> {
  if (request.bitexts.length === 0)
    throw new Problem('bad-request', 'Nothing was chosen for export.', '', 'Choose at least one bitext.');
  const heads = await Promise.all([...new Set(request.bitexts)].map((id) => headOf(desk, id)));
  const waiting = heads.find((head) => head.state !== 'ready');
  if (waiting)
    throw new Problem(
      'not-ready',
      msg('“{title}” is not aligned yet.', { title: waiting.title }),
      '',
      'Wait until it is, or leave it out.',
    );
  const languages = new Set(heads.map((head) => head.sourceLanguage));
  const pairs = new Set(heads.map((head) => `${head.sourceLanguage} ${head.targetLanguage}`));
  if (request.format === 'xliff2' && pairs.size > 1) {
    throw new Problem(
      'bad-request',
      'XLIFF 2 holds one language pair.',
      msg('Language pairs chosen: {pairs}.', { pairs: [...pairs].map((pair) => pair.replace(' ', ' → ')) }),
      'Choose bitexts of one language pair, or XLIFF 1.2.',
    );
  }
  const [first] = heads;
  const format = FILE_FORMATS[request.format];
  const findings: Finding[] = [];
  const options = {
    status: request.status,
    minConfidence: request.minConfidence,
    regions: request.regions ?? true,
    unique: request.unique ?? false,
    context: request.context ?? false,
    sourceLanguage: languages.size === 1 && first ? first.sourceLanguage : null,
    now: desk.now(),
  };
  async function* documents(): AsyncGenerator<ExportDocument> {
    const { db } = desk.store;
    // What stands around a unit may be in another piece.
    const inPieces = format.inPieces === true && !options.context;
    for (const { id, title } of heads) {
      const codes = await codesOf(db, id);
      const losses: Losses = { characters: 0, sourceless: 0, untimed: 0, props: 0, codes: codes.size };
      for await (const bitext of inPieces ? readPieces(db, id, PIECE) : whole(db, id)) {
        countLosses(losses, bitext, request.format);
        const said = await notesOfRows(db, id, bitext);
        if (request.format !== 'tmx')
          losses.props += [...said.units.values()].filter(({ props }) => props.length > 0).length;
        yield { title, bitext: ofKinds(bitext, request), codes, ...said };
      }
      findings.push(...lossesAsFindings(losses, title, request.format));
    }
  }
  return {
    name: `${fileName(heads.length === 1 && first ? first.title : 'visavis')}.${format.extension}`,
    mediaType: format.mediaType,
    chunks: inLargeChunks(format.write(documents(), options)),
    findings,
  };
}

/** A bitext without the rows that are of none of the kinds that are asked for. */
function ofKinds(bitext: Bitext, { kinds = [], format }: ExportRequest): Bitext {
  if (kinds.length === 0 || kinds.length === SEGMENT_KINDS.length || format === 'ladder') return bitext;
  const wanted = new Set(kinds);
  const isWanted = ({ segments }: Row) => SIDES.some((side) => segments[side].some(({ kind }) => wanted.has(kind)));
  const beads = rowsOf(bitext)
    .filter(isWanted)
    .map(({ bead }) => bead);
  return { ...bitext, beads };
}

/** Formats that need a source for each unit, and all that are XML. */
const XLIFF = new Set<FileFormatName>(['xliff', 'xliff2']);
const XML = new Set<FileFormatName>([...XLIFF, 'tmx', 'tei']);

/** What a document has that a format may have no place for, counted. */
interface Losses {
  /** Control characters that XML cannot hold. */
  characters: number;
  /** Rows without a source side. */
  sourceless: number;
  /** Rows whose translation has no time. */
  untimed: number;
  /** Rows with properties of other tools. */
  props: number;
  readonly codes: number;
}

/** Counts what a format loses of a document or a piece of one. */
function countLosses(losses: Losses, bitext: Bitext, format: FileFormatName): void {
  const { source, target, beads } = bitext;
  if (format === 'srt') losses.untimed += untimedRows(bitext);
  if (XML.has(format)) for (const { text } of [...source, ...target]) losses.characters += forbiddenInXml(text);
  if (XLIFF.has(format))
    losses.sourceless += beads.filter((bead) => bead.source.length === 0 && bead.target.length > 0).length;
}

function lossesAsFindings(
  { characters, sourceless, untimed, props, codes }: Losses,
  title: string,
  format: FileFormatName,
): Finding[] {
  const finding = (code: string, message: Message): Finding => ({ code, severity: 'warning', place: title, message });
  return [
    ...(characters > 0
      ? [
          finding(
            'characters-left-out',
            msg('Control characters that XML cannot hold were left out: {characters}.', { characters }),
          ),
        ]
      : []),
    ...(codes > 0 && format !== 'tmx' && !XLIFF.has(format)
      ? [finding('codes-left-out', msg('Inline codes were left out because this format cannot hold them.'))]
      : []),
    ...(props > 0
      ? [
          finding(
            'props-left-out',
            msg('Rows whose properties from other tools were left out because only TMX can hold them: {props}.', {
              props,
            }),
          ),
        ]
      : []),
    ...(untimed > 0
      ? [finding('rows-left-out', msg('Rows without a time in their note were left out: {untimed}.', { untimed }))]
      : []),
    ...(sourceless > 0
      ? [finding('rows-left-out', msg('Rows without a source side were left out: {sourceless}.', { sourceless }))]
      : []),
  ];
}

/** What a format cannot hold of a document. */
export function lossesIn({ title, bitext }: ExportDocument, format: FileFormatName): Finding[] {
  const losses: Losses = { characters: 0, sourceless: 0, untimed: 0, props: 0, codes: 0 };
  countLosses(losses, bitext, format);
  return lossesAsFindings(losses, title, format);
}

/** Joins chunks of text to some that are worth a write; bytes go as they come. */
async function* inLargeChunks(chunks: AsyncIterable<string | Uint8Array>): AsyncGenerator<string | Uint8Array> {
  let waiting = '';
  for await (const chunk of chunks) {
    if (typeof chunk !== 'string') {
      yield chunk;
      continue;
    }
    waiting += chunk;
    if (waiting.length < LARGE) continue;
    yield waiting;
    waiting = '';
  }
  if (waiting) yield waiting;
}

async function* whole(db: Db, id: number): AsyncGenerator<Bitext> {
  yield await readBitext(db, id);
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
