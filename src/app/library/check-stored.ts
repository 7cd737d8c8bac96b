import { rowsOf, type Side } from '../../core/bitext/bitext.ts';
import { DOUBTFUL_BELOW } from '../../core/bitext/confidence.ts';
import { plainBitext } from '../../core/bitext/inline/plain-text.ts';
import { rowTexts } from '../../core/bitext/row-text.ts';
import {
  isOfOtherLanguage,
  MEMORY_CODES,
  type MemoryCode,
  type MemoryFinding,
  memoryChecker,
  unitTexts,
} from '../../core/check/memory.ts';
import { isFaultyRow } from '../../core/check/row-checks.ts';
import { languageTeller } from '../../intake/detect-language.ts';
import { countBeads } from '../../store/bead-counts.ts';
import { codesOf } from '../../store/review/codes.ts';
import { readBeads, readPieces } from '../../store/review/slices.ts';
import { headOf } from '../app.ts';
import { targetOfRow } from '../check/target-of-row.ts';
import type { Desk } from '../desk.ts';
import { rowNumbers } from '../jobs/row-numbers.ts';
import { work } from '../jobs/work.ts';

/** Something that is wrong with a row, and the row to show it by. */
export interface ShownFault extends Pick<MemoryFinding, 'bead' | 'repairs'> {
  readonly number: number;
  readonly source: string;
  readonly target: string;
  /** The row that it is a double of or disagrees with. */
  readonly other: { readonly bead: number; readonly number: number } | null;
}

/** All that is wrong in one way: how much, and the first of it. */
export interface FaultsOfKind {
  readonly code: MemoryCode;
  readonly count: number;
  readonly shown: readonly ShownFault[];
}

/** Rows that are read at once. */
const PIECE_ROWS = 2000;
/** Faults of a kind that are shown. */
const SHOWN_FAULTS = 50;

/** What should not be in a stored memory, kind by kind; those that it has not are left out. */
export const findFaults = work<{ readonly id: number }, readonly FaultsOfKind[]>(
  'find faults of a memory',
  { room: 'long' },
  async (desk, { id }, { onProgress }) => {
    const kinds = new Map(MEMORY_CODES.map((code) => [code, { count: 0, shown: [] as MemoryFinding[] }]));
    const numbers = rowNumbers();
    for await (const { bead, findings } of checkedBeads(desk, id, onProgress)) {
      numbers.add(bead);
      for (const finding of findings) {
        const kind = kinds.get(finding.code)!;
        kind.count += 1;
        if (kind.shown.length < SHOWN_FAULTS) kind.shown.push(finding);
      }
    }
    const wanted = [...new Set([...kinds.values()].flatMap(({ shown }) => shown.map(({ bead }) => bead)))];
    const part = plainBitext(await readBeads(desk.store.db, id, wanted));
    const texts = new Map(rowsOf(part).map((row) => [row.bead.id, rowTexts(row, part)] as const));
    const shownAs = ({ bead, other, repairs }: MemoryFinding): ShownFault => ({
      bead,
      number: numbers.of(bead),
      ...(texts.get(bead) as Record<Side, string>),
      ...(repairs && { repairs }),
      other: other === undefined ? null : { bead: other, number: numbers.of(other) },
    });
    return [...kinds]
      .filter(([, { count }]) => count > 0)
      .map(([code, { count, shown }]) => ({ code, count, shown: shown.map(shownAs) }));
  },
);

/** All findings of one kind. */
export const findFaultsOfKind = work<{ readonly id: number; readonly code: MemoryCode }, readonly MemoryFinding[]>(
  'find faults of one kind',
  { room: 'long' },
  async (desk, { id, code }, { onProgress }) => {
    const found: MemoryFinding[] = [];
    for await (const { findings } of checkedBeads(desk, id, onProgress)) {
      found.push(...findings.filter((finding) => finding.code === code));
    }
    return found;
  },
);

/**
 * The beads of a memory in order, each with what is wrong with it. Those whose lengths do not go together come once more
 * at the end: what is usual is known only then.
 */
async function* checkedBeads(
  desk: Desk,
  id: number,
  onProgress: (share: number) => void,
): AsyncGenerator<{ bead: number; findings: readonly MemoryFinding[] }> {
  const { db } = desk.store;
  const head = await headOf(desk, id);
  const { beads } = await countBeads(db, id, DOUBTFUL_BELOW);
  const packs = { source: desk.packs(head.sourceLanguage), target: desk.packs(head.targetLanguage) };
  const languageOf = await languageTeller(packs.source.shared);
  const isFaulty = (texts: Record<Side, string>) => isFaultyRow(texts, { packs });
  const checker = memoryChecker({ isFaulty, targetOf: (bead) => targetOfRow(db, head, bead) });
  let read = 0;
  for await (const piece of readPieces(db, id, PIECE_ROWS)) {
    const codes = await codesOf(db, id, piece);
    for (const row of rowsOf(piece)) {
      const { texts, plain } = unitTexts(row, head, codes);
      const isForeign = () => isOfOtherLanguage(plain, head, languageOf);
      yield { bead: row.bead.id, findings: await checker.check({ row, texts, plain, isForeign }, codes) };
    }
    read += piece.beads.length;
    onProgress(Math.min(1, read / beads));
  }
  for (const bead of checker.oddLengths()) yield { bead, findings: [{ code: 'odd-length', bead }] };
}
