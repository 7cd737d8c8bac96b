import { type Bitext, rowsOf } from '../../core/bitext/bitext.ts';
import { DOUBTFUL_BELOW } from '../../core/bitext/confidence.ts';
import type { InlineCodes } from '../../core/bitext/inline/codes.ts';
import { plainRow } from '../../core/bitext/inline/plain-text.ts';
import { isLoneQuote } from '../../core/check/check-rows.ts';
import { type MemoryFinding, type MemoryUnit, memoryChecker, unitTexts } from '../../core/check/memory.ts';
import { MEMORY_REASONS } from '../../core/check/memory-reasons.ts';
import { isFaultyRow } from '../../core/check/row-checks.ts';
import { consistencyCheck } from '../../core/glossary/consistency.ts';
import { findingKey } from '../../core/glossary/finding-key.ts';
import { shortHash } from '../../core/text/short-hash.ts';
import { languageTeller } from '../../intake/detect-language.ts';
import { dayOf } from '../../store/articles.ts';
import { countBeads } from '../../store/bead-counts.ts';
import { codesOf } from '../../store/review/codes.ts';
import { readBeads, readPieces } from '../../store/review/slices.ts';
import type { BitextHead } from '../app.ts';
import type { Desk, KeyedFinding, RowChecker, RowText, TextReader, TextsRead } from '../desk.ts';
import { rowNumbers } from '../jobs/row-numbers.ts';
import type { FindingList, OtherFinding } from './finding-list.ts';
import { quotationQueue } from './quotation-queue.ts';
import { targetOfRow } from './target-of-row.ts';
import { textReader } from './text-reader.ts';

/** Rows that are read and checked at once. */
const PIECE_ROWS = 500;
/**
 * Texts of so many rows are read in a thread beside, where there is one: to open it takes two seconds of processor time, as
 * long as to read some 4,000 rows of news, or 13,000 of made words.
 */
const MIN_ROWS_BESIDE = 8000;

/**
 * Notes what the check of one bitext finds. It is read once, a piece at a time; while one piece is gone through, the texts of the
 * next are read.
 * @returns after each piece, how much of the text has been gone through, from 0 to 1; nothing goes on before the next is asked for
 */
export async function* noteFindings(
  desk: Desk,
  head: BitextHead,
  checker: RowChecker,
  list: FindingList,
): AsyncGenerator<number> {
  const { db } = desk.store;
  if (head.state !== 'ready') return;
  const { beads } = await countBeads(db, head.id, DOUBTFUL_BELOW);
  const whole = await wholeText(desk, head, checker, list);
  const reader = await readerFor(desk, head, checker, beads);
  try {
    let before: ReadPiece | null = null;
    for await (const piece of readPieces(db, head.id, PIECE_ROWS)) {
      const next = begun(piece, await codesOf(db, head.id, piece), reader);
      if (before) yield Math.min(1, (await whole.goThrough(before)) / beads);
      before = next;
    }
    if (before) yield Math.min(1, (await whole.goThrough(before)) / beads);
  } finally {
    await reader.close();
  }
  yield* whole.end();
}

/** A piece of a bitext, and what the texts of those of its rows tell that are not excluded, once they have been read. */
interface ReadPiece {
  readonly codes: InlineCodes;
  /** All beads, in order. */
  readonly beads: readonly number[];
  readonly rows: readonly Pick<MemoryUnit, 'row' | 'texts' | 'plain'>[];
  readonly read: Promise<readonly TextsRead[]>;
}

function begun(piece: Bitext, codes: InlineCodes, reader: TextReader): ReadPiece {
  const rows = rowsOf(piece)
    .filter(({ bead }) => bead.status !== 'excluded')
    .map((row) => ({ row, ...unitTexts(row, piece, codes) }));
  const read = reader.read(rows.map(({ plain }) => plain));
  // It may break while the piece before is gone through.
  read.catch(() => {});
  return { codes, beads: piece.beads.map(({ id }) => id), rows, read };
}

/** Reads texts beside this thread where there are many, and it can. */
async function readerFor(desk: Desk, head: BitextHead, checker: RowChecker, beads: number): Promise<TextReader> {
  const { sourceLanguage, targetLanguage } = head;
  const languages = { sourceLanguage, targetLanguage, spacedSigns: checker.spacedSigns };
  if (desk.textsBeside && beads >= MIN_ROWS_BESIDE) return desk.textsBeside(languages);
  return textReader(languages, checker.of, await languageTeller(desk.packs(sourceLanguage).shared));
}

/** All that depends on more than the texts of a row: its terms, its checklist, the rows before it. */
async function wholeText(desk: Desk, head: BitextHead, checker: RowChecker, list: FindingList) {
  const { db } = desk.store;
  const { id } = head;
  const checkTerms = await desk.terms.checkerFor(desk, { ...head, id, date: await dayOf(db, id) });
  const packs = { source: desk.packs(head.sourceLanguage), target: desk.packs(head.targetLanguage) };
  const isFaulty = (texts: RowText) => isFaultyRow(texts, { packs });
  const units = memoryChecker({ isFaulty, targetOf: (bead) => targetOfRow(db, head, bead) });
  const consistency = consistencyCheck(packs.target);
  const queue = quotationQueue();
  const numbers = rowNumbers();
  const place = (bead: number) => ({ bead, number: numbers.of(bead) });
  /** Of which is said already, by the proportion of their own sentences, that their length is odd. */
  const unusual = new Set<number>();

  function noteOfRow(finding: KeyedFinding): void {
    if (isOfLength(finding.code)) unusual.add(finding.bead);
    const row = place(finding.bead);
    const say = () => list.noteOfRow(finding, row);
    if (isLoneQuote(finding)) queue.addMark({ found: finding.found, place: row.number }, say);
    else queue.add(say);
  }

  return {
    /** @returns how many rows have been gone through */
    async goThrough({ codes, beads, rows, read }: ReadPiece): Promise<number> {
      for (const bead of beads) numbers.add(bead);
      const said = await read;
      const ofRows = await checker.judge(
        rows.map(({ row, plain }) => ({ bead: row.bead.id, texts: plain })),
        said.map(({ findings }) => findings),
      );
      const found = byBead(ofRows);
      for (const [i, unit] of rows.entries()) {
        const { row, plain } = unit;
        const bead = row.bead.id;
        const asRead = plainRow(row);
        const checked = checkTerms(asRead);
        for (const finding of checked.findings) {
          queue.add(() => list.note({ ...finding, key: findingKey(finding), texts: plain }, [place(bead)]));
        }
        consistency.note(asRead, checked);
        for (const finding of await units.check({ ...unit, isForeign: () => said[i]!.isForeign }, codes)) {
          const others = finding.other === undefined ? [] : [place(finding.other)];
          queue.add(() => list.note(asUnit(finding, plain), [place(bead), ...others]));
        }
        for (const finding of found.get(bead) ?? []) noteOfRow(finding);
        queue.passed(place(bead).number);
      }
      return numbers.count();
    },
    /** Notes what is known only when all has been gone through, a piece at a time. */
    async *end(): AsyncGenerator<number> {
      queue.end();
      for (const finding of consistency.findings()) {
        const texts = { source: '', target: '' };
        list.noteLate({ ...finding, key: findingKey(finding), texts }, finding.beads.map(place));
      }
      const odd = units.oddLengths().filter((bead) => !unusual.has(bead));
      for (let from = 0; from < odd.length; from += PIECE_ROWS) {
        const part = await readBeads(db, id, odd.slice(from, from + PIECE_ROWS));
        const codes = await codesOf(db, id, part);
        for (const row of rowsOf(part)) {
          const { plain } = unitTexts(row, part, codes);
          const finding = { code: 'odd-length' as const, bead: row.bead.id };
          list.noteLate(asUnit(finding, plain), [place(row.bead.id)]);
        }
        yield 1;
      }
    },
  };
}

function isOfLength(code: KeyedFinding['code']): boolean {
  return code === 'omission' || code === 'addition';
}

function byBead(findings: readonly KeyedFinding[]): Map<number, KeyedFinding[]> {
  const beads = new Map<number, KeyedFinding[]>();
  for (const finding of findings) {
    const list = beads.get(finding.bead);
    if (list) list.push(finding);
    else beads.set(finding.bead, [finding]);
  }
  return beads;
}

function asUnit({ code, repairs }: MemoryFinding, texts: RowText): OtherFinding {
  const [repair] = repairs ?? [];
  const key = `${code}||${shortHash(`${texts.source}\n${texts.target}`)}`;
  return {
    ...{ code, key, texts },
    ...{ found: repair?.from ?? '', expected: repair?.to ?? '', reason: MEMORY_REASONS[code] },
  };
}
