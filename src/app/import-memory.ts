import { BEAD_STATUSES, type Bead, type BeadStatus, type Segment } from '../core/bitext/bitext.ts';
import { createCodeBook } from '../core/bitext/codes.ts';
import type { Finding } from '../core/finding.ts';
import { Problem } from '../core/problem.ts';
import { sameLanguage } from '../core/text/language-tag.ts';
import { decodedXml } from '../intake/decode-pieces.ts';
import { languageFromCode } from '../intake/language-codes.ts';
import { tmxReader } from '../intake/read-tmx.ts';
import { xliffReader } from '../intake/read-xliff.ts';
import { type CharFor, type TranslationUnit, textIn, type UnitReader } from '../intake/units.ts';
import { insertBeads, insertSegments, markReady } from '../store/bitext-rows.ts';
import { insertPair } from '../store/bitexts.ts';
import { insertCodes } from '../store/codes.ts';
import type { Db } from '../store/open-store.ts';
import type { App } from './app.ts';

/** A translation memory that comes in pieces. */
export interface MemoryFile {
  readonly name: string;
  readonly pieces: AsyncIterable<Uint8Array>;
  /** Languages that are wanted; by default those of the first unit, the header's source language first. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly title?: string | undefined;
  /** Told of the bytes of each piece as it is stored. */
  readonly told?: (bytes: number) => void;
  /** Stops it; nothing is stored then. */
  readonly signal?: AbortSignal | undefined;
}

export interface ImportedMemory {
  readonly id: number;
  readonly units: number;
  readonly findings: readonly Finding[];
}

/**
 * Stores a translation memory (TMX, XLIFF) as a bitext, a unit a row, all or nothing,
 * however long it is. Its rows are confirmed, since somebody has translated
 * them, unless the file says otherwise; so the aligner learns from them.
 * @throws Problem `unreadable-file` with line and column where nothing can be read,
 *   `empty-text` where no unit has both languages
 */
export async function importMemory(app: App, file: MemoryFile): Promise<ImportedMemory> {
  const book = createCodeBook();
  let reader: UnitReader | null = null;
  const now = app.now();
  return app.store.transaction(async (tx) => {
    let writer: Writer | null = null;
    const take = async (units: readonly TranslationUnit[]) => {
      if (units.length === 0) return;
      writer ??= await openWriter(tx, file, units[0]!, reader?.sourceLanguage() ?? '', now);
      await writer.write(units);
    };
    for await (const text of decodedXml(watched(file))) {
      reader ??= readerFor(text, file.name, book.charFor);
      await take(reader.write(text));
      if (reader.isDamaged()) break;
    }
    const problem = (reader ?? tmxReader(file.name)).end();
    const written = writer as Writer | null;
    if (!written || written.units === 0) {
      throw (
        problem ??
        new Problem(
          'empty-text',
          `${file.name} has no unit in two languages.`,
          '',
          'Check the file, and the languages if you have named them.',
        )
      );
    }
    await insertCodes(tx, written.id, book.codes);
    await markReady(tx, written.id, written.nextId, now);
    return { id: written.id, units: written.units, findings: findingsOf(file.name, written, problem) };
  });
}

async function* watched({ pieces, told, signal }: MemoryFile): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    if (signal?.aborted) throw new Problem('cancelled', 'The import was cancelled.', 'Nothing was stored.');
    yield piece;
    told?.(piece.length);
  }
}

/** Stores units that are at hand as a bitext, all or nothing. */
export async function importUnits(
  app: App,
  file: Omit<MemoryFile, 'pieces'>,
  units: readonly TranslationUnit[],
): Promise<ImportedMemory> {
  const now = app.now();
  const filled = units.filter(({ variants }) => variants.some(({ text }) => text));
  const [first] = filled;
  if (!first) throw new Problem('empty-text', `${file.name} has no unit in two languages.`, '', 'Check the file.');
  return app.store.transaction(async (tx) => {
    const writer = await openWriter(tx, file, first, first.variants[0]?.language ?? '', now);
    for (let at = 0; at < filled.length; at += CHUNK) await writer.write(filled.slice(at, at + CHUNK));
    await markReady(tx, writer.id, writer.nextId, now);
    return { id: writer.id, units: writer.units, findings: findingsOf(file.name, writer, null) };
  });
}

/** Units stored at once. */
const CHUNK = 5000;

/** The reader for what a file begins with. */
function readerFor(text: string, name: string, charFor: CharFor): UnitReader {
  const root = /<(?![?!])(?:[\w.-]+:)?([\w.-]+)/u.exec(text)?.[1];
  return root === 'xliff' || (root === undefined && /\.(?:xlf|xliff|sdlxliff|mqxliff|mxliff)$/iu.test(name))
    ? xliffReader(name, charFor)
    : tmxReader(name, charFor);
}

interface Writer {
  readonly id: number;
  units: number;
  skipped: number;
  codes: number;
  nextId: number;
  write(units: readonly TranslationUnit[]): Promise<void>;
}

async function openWriter(
  tx: Db,
  file: Omit<MemoryFile, 'pieces'>,
  first: TranslationUnit,
  sourceLanguage: string,
  now: string,
): Promise<Writer> {
  const [from, to] = languagesOf(file, first, sourceLanguage);
  const title =
    file.title?.trim() ||
    file.name.replace(/\.(?:tmx|xlf|xliff|sdlxliff|mqxliff|mxliff|csv|tsv|tab|xlsx|jsonl|ndjson)$/iu, '');
  const article = (language: string) => ({ language, title, text: title, blocks: [] });
  const id = await insertPair(tx, { title, source: article(from), target: article(to) }, now);
  const writer: Writer = {
    id,
    units: 0,
    skipped: 0,
    codes: 0,
    nextId: 1,
    async write(units) {
      const rows = { source: [] as Placed<Segment>[], target: [] as Placed<Segment>[] };
      const beads: { bead: Bead; position: number }[] = [];
      for (const unit of units) {
        writer.codes += unit.codesLost;
        const texts = { source: textIn(unit, from), target: textIn(unit, to) };
        if (!texts.source && !texts.target) {
          writer.skipped += 1;
          continue;
        }
        writer.units += 1;
        const position = writer.units;
        const segmentOf = (side: 'source' | 'target'): number[] => {
          if (!texts[side]) return [];
          const segment: Segment = { id: writer.nextId++, text: texts[side], paragraph: position - 1, kind: 'body' };
          rows[side].push({ segment, position });
          return [segment.id];
        };
        const [ids, others] = [segmentOf('source'), segmentOf('target')];
        beads.push({ position, bead: beadOf(unit, writer.nextId++, ids, others) });
      }
      await insertSegments(tx, id, 'source', rows.source);
      await insertSegments(tx, id, 'target', rows.target);
      await insertBeads(tx, id, beads);
    },
  };
  return writer;
}

interface Placed<T> {
  readonly segment: T;
  readonly position: number;
}

function beadOf(
  { props, notes }: TranslationUnit,
  id: number,
  source: readonly number[],
  target: readonly number[],
): Bead {
  const both = source.length > 0 && target.length > 0;
  const status = BEAD_STATUSES.find((each): each is BeadStatus => each === props['x-status']);
  const confidence = Number(props['x-confidence']);
  return {
    id,
    source,
    target,
    status: status ?? (both ? 'confirmed' : 'proposed'),
    confidence: props['x-confidence'] !== undefined && confidence >= 0 && confidence <= 1 ? confidence : null,
    note: notes.join('\n'),
  };
}

function languagesOf(
  file: Omit<MemoryFile, 'pieces'>,
  first: TranslationUnit,
  header: string,
): [from: string, to: string] {
  const tags = first.variants.map(({ language }) => languageFromCode(language));
  const named = header && header !== '*all*' ? languageFromCode(header) : undefined;
  const from = file.from ?? tags.find((tag) => named && sameLanguage(tag, named)) ?? tags[0];
  const to = file.to ?? tags.find((tag) => from && !sameLanguage(tag, from));
  if (!from || !to || from === 'und' || to === 'und') {
    throw new Problem(
      'bad-input',
      `The languages of ${file.name} cannot be told.`,
      `Its first unit names ${first.variants.map(({ language }) => `“${language}”`).join(', ') || 'none'}.`,
      'Name them: --from en --to fr.',
    );
  }
  return [from, to];
}

function findingsOf(name: string, { skipped, codes, units }: Writer, problem: Problem | null): Finding[] {
  const finding = (code: string, message: string): Finding => ({ code, severity: 'warning', place: name, message });
  return [
    ...(problem
      ? [finding('file-damaged', `The file is damaged; ${units} units before the damage were read. ${problem.detail}`)]
      : []),
    ...(skipped > 0
      ? [finding('units-skipped', `Units left out, having neither of the two languages: ${skipped}.`)]
      : []),
    ...(codes > 0
      ? [finding('codes-left-out', `Inline codes left out: ${codes}. The text around them was kept.`)]
      : []),
  ];
}
