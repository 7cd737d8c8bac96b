import { type Bitext, type Row, rowsOf, SEGMENT_KINDS, type SegmentKind, SIDES } from '../../core/bitext/bitext.ts';
import { type ExportDocument, passes } from '../../core/formats/format.ts';
import { withoutInternalNotes } from '../../core/formats/internal-notes.ts';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { isOfMemory } from '../../store/library/article-details.ts';
import type { Db } from '../../store/open-store.ts';
import { readBitext } from '../../store/review/bitext-rows.ts';
import { codesOf } from '../../store/review/codes.ts';
import { commentedBeads } from '../../store/review/comments.ts';
import { notesOfRows } from '../../store/review/row-notes.ts';
import { readPieces } from '../../store/review/slices.ts';
import { type BitextHead, headOf } from '../app.ts';
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
  /** Whether what reviewers have noted for each other goes out, too; by default it does. */
  readonly notes?: boolean | undefined;
}

/** Rows of a long text read at once. */
const PIECE_ROWS = 2000;

/**
 * The bitexts of an export, each once.
 * @throws Problem where none is chosen, one is missing or not aligned yet, or the format cannot hold them together
 */
export async function chosenBitexts(
  desk: Pick<Desk, 'store'>,
  { bitexts, format }: Pick<ExportRequest, 'bitexts' | 'format'>,
): Promise<BitextHead[]> {
  if (bitexts.length === 0) throw nothingChosen();
  const heads = await Promise.all([...new Set(bitexts)].map((id) => headOf(desk, id)));
  const waiting = heads.find((head) => head.state !== 'ready');
  if (waiting)
    throw new Problem(
      'not-ready',
      msg('“{title}” is not aligned yet.', { title: waiting.title }),
      '',
      'Wait until it is, or leave it out.',
    );
  const pairs = new Set(heads.map((head) => `${head.sourceLanguage} ${head.targetLanguage}`));
  if (format === 'xliff2' && pairs.size > 1) {
    throw new Problem(
      'bad-request',
      'XLIFF 2 holds one language pair.',
      msg('Language pairs chosen: {pairs}.', { pairs: [...pairs].map((pair) => pair.replace(' ', ' → ')) }),
      'Choose bitexts of one language pair, or XLIFF 1.2.',
    );
  }
  return heads;
}

export function nothingChosen(): Problem {
  return new Problem('bad-request', 'Nothing was chosen for export.', '', 'Tick at least one bitext in the list.');
}

/**
 * Refuses an export of rows of which there are none.
 * @throws Problem as `chosenBitexts` does, too
 */
export async function refuseEmptyChoice(desk: Pick<Desk, 'store'>, request: ExportRequest): Promise<void> {
  // A ladder holds all rows, and a choice of all leaves nothing out.
  const narrows = request.status !== 'all' || request.minConfidence > 0 || (request.kinds ?? []).length > 0;
  if (request.format === 'ladder' || !narrows) return;
  const heads = await Promise.all([...new Set(request.bitexts)].map((id) => headOf(desk, id)));
  for await (const { bitext } of exportDocuments(desk.store.db, heads, request)) {
    if (bitext.beads.some((bead) => passes(bead, request))) return;
  }
  throw noRowChosen(request.status);
}

export function noRowChosen(status: ExportRequest['status']): Problem {
  return new Problem(
    'bad-input',
    'No row would go into the file.',
    status === 'confirmed' ? 'No row of what was chosen is confirmed.' : 'No row is of what was chosen.',
    'Confirm rows first, or choose all rows.',
  );
}

/** The bitexts as they go out, one or a piece of one in memory at a time, with what a file may say of their rows. */
export async function* exportDocuments(
  db: Db,
  heads: readonly BitextHead[],
  request: ExportRequest,
): AsyncGenerator<ExportDocument> {
  const inPieces = FILE_FORMATS[request.format].inPieces === true;
  for (const { id, title, sourceRevision } of heads) {
    const isMemory = request.notes === false && (await isOfMemory(db, sourceRevision));
    const codes = await codesOf(db, id);
    const commented = await commentedBeads(db, id);
    let continues = false;
    for await (const bitext of inPieces ? readPieces(db, id, PIECE_ROWS) : whole(db, id)) {
      const notes = await notesOfRows(db, id, bitext);
      const document = { title, bitext: ofKinds(bitext, request), continues, codes, commented, ...notes };
      yield request.notes === false ? withoutInternalNotes(document, isMemory) : document;
      continues = true;
    }
  }
}

async function* whole(db: Db, id: number): AsyncGenerator<Bitext> {
  yield await readBitext(db, id);
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
