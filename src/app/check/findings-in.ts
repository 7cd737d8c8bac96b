import { type Bitext, type Row, rowsOf } from '../../core/bitext/bitext.ts';
import { type InlineCodes, withoutCodes } from '../../core/bitext/codes.ts';
import { DOUBTFUL_BELOW } from '../../core/bitext/confidence.ts';
import { plainRow } from '../../core/bitext/plain-text.ts';
import { rowTexts } from '../../core/bitext/row-text.ts';
import { withoutLongQuotations } from '../../core/check/check-rows.ts';
import { severityOf } from '../../core/check/line.ts';
import { type MemoryFinding, memoryChecker, proportionMeasure } from '../../core/check/memory.ts';
import { MEMORY_REASONS } from '../../core/check/memory-reasons.ts';
import { isFaultyRow } from '../../core/check/row-checks.ts';
import { consistencyCheck } from '../../core/glossary/consistency.ts';
import { findingKey } from '../../core/glossary/finding-key.ts';
import { shortHash } from '../../core/text/short-hash.ts';
import { languageTeller } from '../../intake/detect-language.ts';
import { dayOf } from '../../store/articles.ts';
import { countBeads } from '../../store/bead-counts.ts';
import { codesOf } from '../../store/review/codes.ts';
import { readPieces } from '../../store/review/slices.ts';
import type { BitextHead } from '../app.ts';
import type { Desk, KeyedFinding, RowChecker } from '../desk.ts';
import type { PlacedFinding } from './find-findings.ts';

/** Rows that are read and checked at once. */
const PIECE_ROWS = 500;
/** Rows of a finding that are named. */
const MAX_NAMED_ROWS = 12;

/** What the check of one bitext finds, which is read a piece at a time, twice: first for what is usual in it. */
export async function findingsIn(
  desk: Desk,
  head: BitextHead,
  onProgress: (share: number) => void,
): Promise<PlacedFinding[]> {
  if (head.state !== 'ready') return [];
  const { db } = desk.store;
  const { id } = head;
  const checkTerms = await desk.terms.checkerFor(desk, { ...head, id, date: await dayOf(db, id) });
  const checker = await desk.checks.checkerFor(desk, head);
  const checkUnit = await unitChecker(desk, head);
  const consistency = consistencyCheck(desk.packs(head.targetLanguage));
  const list = openList(checker);
  const ofRows: KeyedFinding[] = [];
  const numbers = new Map<number, number>();
  const place = (bead: number) => ({ bead, number: numbers.get(bead)! });
  const { beads } = await countBeads(db, id, DOUBTFUL_BELOW);
  for await (const piece of readPieces(db, id, PIECE_ROWS)) {
    const codes = await codesOf(db, id, piece);
    const found = await checker.check(piece, codes);
    ofRows.push(...found);
    const unusual = new Set(found.flatMap(({ bead, code }) => (isOfLength(code) ? [bead] : [])));
    for (const row of rowsOf(piece)) {
      numbers.set(row.bead.id, numbers.size + 1);
      if (row.bead.status === 'excluded') continue;
      const texts = textsOf(row, piece, codes);
      const plain = plainRow(row);
      const checked = checkTerms(plain);
      for (const finding of checked.findings) {
        list.note({ ...finding, key: findingKey(finding), texts }, [place(row.bead.id)]);
      }
      consistency.note(plain, checked);
      for (const finding of checkUnit(row, codes)) {
        // Said of the row already, by the proportion of its own sentences.
        if (finding.code === 'odd-length' && unusual.has(row.bead.id)) continue;
        const others = finding.other === undefined ? [] : [place(finding.other)];
        list.note({ ...asUnit(finding), key: `${finding.code}||${hashOf(texts)}`, texts }, [
          place(row.bead.id),
          ...others,
        ]);
      }
    }
    onProgress(Math.min(1, numbers.size / beads));
  }
  for (const finding of consistency.findings()) {
    list.note({ ...finding, key: findingKey(finding), texts: { source: '', target: '' } }, finding.beads.map(place));
  }
  for (const finding of withoutLongQuotations(ofRows, (bead) => numbers.get(bead)!)) {
    if (!checker.isDismissed(finding)) list.noteOfRow(finding, place(finding.bead));
  }
  return list.findings();
}

/** Checks the rows as units of a memory. */
async function unitChecker({ store, packs }: Desk, head: BitextHead) {
  const measure = proportionMeasure();
  for await (const piece of readPieces(store.db, head.id, PIECE_ROWS)) {
    for (const row of rowsOf(piece)) measure.note(row, head);
  }
  const pair = { source: packs(head.sourceLanguage), target: packs(head.targetLanguage) };
  return memoryChecker({
    ...head,
    usual: measure.usual(),
    languageOf: await languageTeller(pair.source.shared),
    isFaulty: (texts) => isFaultyRow(texts, { packs: pair }),
  });
}

function isOfLength(code: KeyedFinding['code']): boolean {
  return code === 'omission' || code === 'addition';
}

function asUnit({ code, repairs }: MemoryFinding) {
  const [repair] = repairs ?? [];
  return { code, found: repair?.from ?? '', expected: repair?.to ?? '', reason: MEMORY_REASONS[code] };
}

function hashOf({ source, target }: PlacedFinding['texts']): string {
  return shortHash(`${source}\n${target}`);
}

function textsOf(row: Row, piece: Bitext, codes: InlineCodes): PlacedFinding['texts'] {
  const texts = rowTexts(row, piece);
  return { source: withoutCodes(texts.source, codes), target: withoutCodes(texts.target, codes) };
}

/** A finding to which rows are added. */
type Noted = Omit<PlacedFinding, 'rows' | 'count'> & { rows: PlacedFinding['rows'][number][]; count: number };

/** What is noted of a finding that is none of the checks of a row. */
type OtherFinding = Pick<PlacedFinding, 'key' | 'found' | 'expected' | 'texts'> &
  Partial<Pick<PlacedFinding, 'reason' | 'concept'>> & { readonly code: Parameters<typeof severityOf>[0] };

/** Findings, those that say the same as one, with the rows in which they stand. */
function openList(checker: RowChecker) {
  const found = new Map<string, Noted>();
  const add = (key: string, fresh: () => Omit<Noted, 'rows' | 'count'>, rows: PlacedFinding['rows']) => {
    const known = found.get(key) ?? { ...fresh(), rows: [], count: 0 };
    known.rows.push(...rows.slice(0, Math.max(0, MAX_NAMED_ROWS - known.rows.length)));
    known.count += rows.length;
    found.set(key, known);
  };
  return {
    note({ code, key, concept = null, reason = null, ...rest }: OtherFinding, rows: PlacedFinding['rows']): void {
      const severity = checker.severityOf(code, severityOf(code));
      if (severity === null || checker.isDismissed({ keys: { row: key, same: key } })) return;
      const { found: words, expected, texts } = rest;
      const at = { source: null, target: null };
      const fresh = {
        code,
        severity,
        reason,
        key,
        same: key,
        concept,
        found: words,
        expected,
        suggestion: null,
        texts,
        at,
      };
      add(key, () => fresh, rows);
    },
    noteOfRow(finding: KeyedFinding, row: PlacedFinding['rows'][number]): void {
      const { code, severity, reason, found: words, expected, suggestion, texts, source, target, keys } = finding;
      const at = { source, target };
      const fresh = { code, severity, reason, found: words, expected, suggestion, texts, at, concept: null };
      // Rows that read alike have the same finding.
      add(keys.row, () => ({ ...fresh, key: keys.row, same: keys.same }), [row]);
    },
    findings: (): PlacedFinding[] => [...found.values()],
  };
}
