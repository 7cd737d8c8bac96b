import type { UnitRows } from '../../core/bitext/unit-rows.ts';
import type { Finding } from '../../core/finding.ts';
import { msg } from '../../core/message.ts';
import { Problem, problemFrom } from '../../core/problem.ts';
import type { MemoryEnd, MemoryNotes } from '../../intake/memories/memory-reader.ts';
import { newTally, rowMaker, type UnitTally } from '../../intake/memories/unit-rows.ts';
import type { LanguagePair } from '../../intake/memories/unit-sides.ts';
import type { TranslationUnit } from '../../intake/memories/units.ts';
import { insertPair } from '../../store/bitexts.ts';
import type { Db } from '../../store/open-store.ts';
import { markReady } from '../../store/review/bitext-rows.ts';
import { insertCodes } from '../../store/review/codes.ts';
import { insertPeople, insertUnits } from '../../store/review/unit-rows.ts';
import { endPostponed, postponeIndex } from '../../store/search-index.ts';
import type { App } from '../app.ts';
import type { ImportAccount } from '../import-account.ts';
import { memoryFindings } from './import-findings.ts';
import { type JournalEntry, journaled } from './import-journal.ts';

/** A translation memory that comes in pieces. */
export interface MemoryFile {
  readonly name: string;
  readonly pieces: AsyncIterable<Uint8Array>;
  /** Languages that are wanted; by default those of the first unit, the header's source language first. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly title?: string | undefined;
  /** Told of the bytes of each piece as it is stored. */
  readonly onProgress?: (bytes: number) => void;
  /** Stops it; nothing is stored then. */
  readonly signal?: AbortSignal | undefined;
  /** The name by which a page asks for it. */
  readonly job?: string | undefined;
}

export interface ImportedMemory {
  readonly id: number;
  readonly units: number;
  readonly findings: readonly Finding[];
}

/**
 * Stores a translation memory (TMX, XLIFF) as a bitext, a unit a row, all or nothing,
 * however long it is. Its rows are confirmed, since somebody has translated
 * them, unless the file says otherwise; so the aligner learns from them. Its
 * words come into the index when somebody searches, or when the server has time (`SearchIndex`).
 * @throws Problem `unreadable-file` with line and column where nothing can be read,
 *   `empty-text` where no unit has both languages
 */
export async function importMemory(app: App, file: MemoryFile): Promise<ImportedMemory> {
  return journaled(app, file, (entry) => storePieces(app, file, entry));
}

async function storePieces(app: App, file: MemoryFile, entry: JournalEntry): Promise<ImportedMemory> {
  const { name, from, to, pieces, signal } = file;
  let writer: Writer | null = null;
  try {
    let end: MemoryEnd | null = null;
    for await (const read of app.readMemory({ name, from, to }, pieces)) {
      if (signal?.aborted) throw new Problem('cancelled', 'The import was cancelled.', 'Nothing was stored.');
      if ('end' in read) end = read.end;
      const { pair, rows } = 'end' in read ? read.end : read.part;
      if (pair) {
        writer ??= await openWriter(app, file, pair);
        await writer.write(rows);
      }
      if ('bytes' in read) file.onProgress?.(read.bytes);
    }
    if (!writer || !end || writer.units() === 0) throw end?.problem ? problemFrom(end.problem) : nothingIn(name);
    if (end.translated === 0 && end.languages.size > 0) throw otherLanguages(name, end);
    const { codes } = end;
    return await writer.end(end, async (tx, id) => {
      await insertCodes(tx, id, codes);
      await entry.ends(tx);
    });
  } catch (error) {
    await writer?.abandon();
    throw error;
  }
}

/** What an import of rows says in the end. */
interface RowsAccount {
  /** Whoever makes the rows goes on counting while they come. */
  readonly tally: UnitTally;
  /** Of the file that they come from, but for their own letters. */
  readonly account: ImportAccount;
}

/** Stores rows that come some at a time as a bitext, all or nothing. */
export async function importRows(
  app: App,
  file: Pick<MemoryFile, 'name' | 'title'> & { readonly from: string; readonly to: string },
  rows: AsyncIterable<UnitRows> | Iterable<UnitRows | null>,
  { tally, account: { leftOut, letters } }: RowsAccount,
): Promise<ImportedMemory> {
  const writer = await openWriter(app, file, [file.from, file.to]);
  try {
    for await (const slice of rows) await writer.write(slice);
    if (writer.units() === 0) throw nothingIn(file.name);
    const { kept, leftOut: others } = tally.letters;
    const balance = { read: letters.read, kept: letters.kept + kept, named: letters.named + others };
    return await writer.end({
      ...tally,
      repaired: 0,
      restarts: 0,
      strays: 0,
      problem: null,
      leftOut,
      letters: balance,
    });
  } catch (error) {
    await writer.abandon();
    throw error;
  }
}

/**
 * Stores units that are in memory as a bitext, all or nothing.
 * @param account of the file that they come from, but for their own letters
 */
export function importUnits(
  app: App,
  file: Pick<MemoryFile, 'name' | 'title'> & { readonly from: string; readonly to: string },
  units: readonly TranslationUnit[],
  account: ImportAccount,
): Promise<ImportedMemory> {
  const tally = newTally();
  const rowsOf = rowMaker([file.from, file.to], tally);
  function* slices() {
    for (let at = 0; at < units.length; at += SLICE_UNITS) yield rowsOf(units.slice(at, at + SLICE_UNITS));
  }
  return importRows(app, file, slices(), { tally, account });
}

function nothingIn(name: string): Problem {
  return new Problem(
    'empty-text',
    msg('{name} has no unit in two languages.', { name }),
    '',
    'Check the file, and the languages if you have named them.',
  );
}

function otherLanguages(name: string, { pair, languages }: MemoryEnd): Problem {
  return new Problem(
    'empty-text',
    msg('{name} has no unit in these two languages.', { name }),
    msg('Wanted: {wanted}. The file also has {languages}.', { wanted: [...(pair ?? [])], languages: [...languages] }),
    'Choose the languages as the file names them (command line: --from en --to fr).',
  );
}

/** Writes the rows of a new bitext some at a time; nobody sees it before all are there. */
interface Writer {
  units(): number;
  write(rows: UnitRows | null): Promise<void>;
  /** Makes it ready for review, and does some more with it in the same transaction. */
  end(noted: MemoryNotes, more?: (tx: Db, id: number) => Promise<void>): Promise<ImportedMemory>;
  /** Clears away what there is of it; what cannot be cleared now is later. */
  abandon(): Promise<void>;
}

/** Units that are stored at once: few enough that an edit elsewhere does not wait for it, enough that it takes no longer. */
const SLICE_UNITS = 500;

async function openWriter(
  app: App,
  file: Pick<MemoryFile, 'name' | 'title'>,
  [from, to]: LanguagePair,
): Promise<Writer> {
  const now = app.now();
  const title =
    file.title?.trim() ||
    file.name.replace(/\.(?:tmx|xlf|xliff|sdlxliff|mqxliff|mxliff|csv|tsv|tab|xlsx|jsonl|ndjson)(?:\.gz)?$/iu, '');
  const article = (language: string) => ({ language, title, text: title, blocks: [], isMemory: true });
  const stage = await app.staging.open(async (tx) => {
    const made = await insertPair(tx, { title, source: article(from), target: article(to) }, now, 'importing');
    await postponeIndex(tx, made);
    return [made];
  });
  const id = stage.ids[0]!;
  const waiting: UnitRows[] = [];
  let [stored, units, nextId] = [0, 0, 1];
  async function store(tx: Db): Promise<void> {
    for (const rows of waiting.splice(0)) {
      nextId = await insertUnits(tx, id, stored, rows);
      stored += rows.count;
    }
  }
  return {
    units: () => units,
    async write(rows) {
      if (!rows) return;
      waiting.push(rows);
      units += rows.count;
      if (units - stored >= SLICE_UNITS) await stage.write(store);
    },
    end: (noted, more = async () => {}) =>
      stage.finish(async (tx) => {
        await store(tx);
        await more(tx, id);
        await insertPeople(tx, noted.people, now);
        await endPostponed(tx, id);
        await markReady(tx, id, { nextId, parallelism: null, now });
        return { id, units, findings: memoryFindings(file.name, units, noted) };
      }),
    abandon: () => stage.abandon().catch(() => {}),
  };
}
