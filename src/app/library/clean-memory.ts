import { randomUUID } from 'node:crypto';
import type { Side } from '../../core/bitext/bitext.ts';
import { type Bitext, rowsOf, SIDES } from '../../core/bitext/bitext.ts';
import type { TextsEdit } from '../../core/bitext/edit.ts';
import type { InlineCodes } from '../../core/bitext/inline/codes.ts';
import { type BeadFinding, checkRows } from '../../core/check/check-rows.ts';
import { checkMemory, MEMORY_CODES, type MemoryCode, type MemoryFinding } from '../../core/check/memory.ts';
import { isFaultyRow } from '../../core/check/row-checks.ts';
import type { ExportDocument } from '../../core/formats/format.ts';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { languageTeller } from '../../intake/detect-language.ts';
import { readBitext } from '../../store/review/bitext-rows.ts';
import { codesOf } from '../../store/review/codes.ts';
import { notesOfRows } from '../../store/review/row-notes.ts';
import { type App, type BitextHead, headOf } from '../app.ts';
import { editBitext, editRows } from '../review/edit-bitext.ts';
import { findFaultsOfKind } from './check-stored.ts';

/** What is wrong with a memory, and its texts to show it by. */
export interface MemoryCheck {
  readonly head: BitextHead;
  readonly bitext: Bitext;
  readonly codes: InlineCodes;
  readonly findings: readonly MemoryFinding[];
  /** What the checks of each row found. */
  readonly rows: readonly BeadFinding[];
}

/** Looks through a stored bitext for what should not be in a translation memory, as a whole; `check-stored.ts` does it beside a server. */
export async function checkStoredMemory(app: App, id: number): Promise<MemoryCheck> {
  const head = await headOf(app, id);
  const [bitext, codes] = await app.store.read(
    async (db) => [await readBitext(db, id), await codesOf(db, id)] as const,
  );
  const packs = { source: app.packs(bitext.sourceLanguage), target: app.packs(bitext.targetLanguage) };
  const rows = checkRows(bitext, packs, codes);
  const isFaulty = (texts: Record<Side, string>) => isFaultyRow(texts, { packs });
  return {
    head,
    bitext,
    codes,
    rows,
    findings: await checkMemory(bitext, codes, await languageTeller(packs.source.shared), isFaulty),
  };
}

/** Findings that are put right by leaving their units out, and the one that is by repairing their texts. */
export const REMOVED_CODES: ReadonlySet<MemoryCode> = new Set(
  MEMORY_CODES.filter((code) => code !== 'encoding-damage'),
);

/**
 * Puts all findings of one kind right, as edits that can be undone: units are
 * excluded, damaged texts repaired. Returns how many units that were.
 */
export async function cleanStoredMemory(
  app: App,
  id: number,
  code: MemoryCode,
  { author, signal }: { readonly author: string; readonly signal?: AbortSignal | undefined },
): Promise<number> {
  await headOf(app, id);
  const own = await app.pool.run(findFaultsOfKind, { id, code }, { signal });
  if (own.length === 0) throw new Problem('bad-request', 'Nothing to clean up.');
  const beads = [...new Set(own.map(({ bead }) => bead))];
  if (REMOVED_CODES.has(code)) {
    await editBitext(app, id, {
      clientId: randomUUID(),
      author,
      operation: { action: 'setStatus', beads, status: 'excluded' },
    });
    return beads.length;
  }
  for (const side of SIDES) {
    const repairs = own.flatMap(({ bead, repairs = [] }) => repairs.map((repair) => ({ ...repair, bead })));
    const texts = repairs.filter((repair) => repair.side === side);
    if (texts.length === 0) continue;
    const held = new Set(texts.map(({ bead }) => bead));
    await editRows(app, id, {
      clientId: randomUUID(),
      author,
      label: msg('Repaired {count} texts', { count: texts.length }),
      beads: [...held],
      plan: (slice): TextsEdit => ({
        type: 'texts',
        side,
        texts: texts.map(({ segment, from, to }) => ({ segment, from, to })),
        marks: slice.beads
          .filter((bead) => held.has(bead.id))
          .map(({ id: bead, status, note }) => ({ bead, from: { status, note }, to: { status, note } })),
      }),
    });
  }
  return beads.length;
}

/** A memory as it is written without what was found in it: units left out, damaged texts as they were meant. */
export async function cleanedDocument(
  app: App,
  { head: { id, title }, bitext, codes, findings }: MemoryCheck,
  keep: ReadonlySet<MemoryCode>,
): Promise<ExportDocument> {
  return { title, bitext: cleaned(bitext, findings, keep), codes, ...(await notesOfRows(app.store.db, id, bitext)) };
}

function cleaned(bitext: Bitext, findings: readonly MemoryFinding[], keep: ReadonlySet<MemoryCode>): Bitext {
  const out = new Set(
    findings.filter(({ code }) => REMOVED_CODES.has(code) && !keep.has(code)).map(({ bead }) => bead),
  );
  const repaired = new Map(
    findings.flatMap(({ repairs = [] }) => repairs.map(({ side, segment, to }) => [`${side} ${segment}`, to] as const)),
  );
  const beads = rowsOf(bitext)
    .map(({ bead }) => bead)
    .map((bead) => (out.has(bead.id) ? { ...bead, status: 'excluded' as const } : bead));
  const segments = (side: Side) =>
    bitext[side].map((segment) => ({ ...segment, text: repaired.get(`${side} ${segment.id}`) ?? segment.text }));
  return { ...bitext, beads, source: segments('source'), target: segments('target') };
}
