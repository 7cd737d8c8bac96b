import { type Bitext, type Row, rowsOf, type Side } from '../../core/bitext/bitext.ts';
import { type InlineCodes, withoutCodes } from '../../core/bitext/codes.ts';
import { DOUBTFUL_BELOW } from '../../core/bitext/confidence.ts';
import { rowTexts } from '../../core/bitext/row-text.ts';
import { type BeadFinding, withoutLongQuotations } from '../../core/check/check-rows.ts';
import { usesSpacedSigns } from '../../core/check/form/spaces.ts';
import { severityOf } from '../../core/check/line.ts';
import { type CheckContext, rowChecks } from '../../core/check/row-checks.ts';
import type { CheckSeverity, RowCode, Span } from '../../core/check/row-finding.ts';
import type { TermFinding } from '../../core/glossary/check.ts';
import type { StoredConcept } from '../../core/glossary/concept.ts';
import { type ConsistencyFinding, consistencyCheck } from '../../core/glossary/consistency.ts';
import { findingKey } from '../../core/glossary/finding-key.ts';
import type { Message } from '../../core/message.ts';
import { shortHash } from '../../core/text/short-hash.ts';
import { dayOf } from '../../store/articles.ts';
import { countBeads } from '../../store/bead-counts.ts';
import { headsInState } from '../../store/bitexts.ts';
import { dismissedIn } from '../../store/glossary/verdicts.ts';
import { codesOf } from '../../store/review/codes.ts';
import { readPieces } from '../../store/review/slices.ts';
import { type BitextHead, headOf } from '../app.ts';
import type { Desk } from '../desk.ts';
import { work } from '../jobs/work.ts';

/** What checks of terms and of consistency find. */
type GlossaryCode = TermFinding['code'] | ConsistencyFinding['code'];

/** A finding with its place. */
export interface PlacedFinding {
  readonly code: GlossaryCode | RowCode;
  readonly severity: CheckSeverity;
  /** Why, where a check of the row says so. */
  readonly reason: Message | null;
  readonly key: string;
  readonly concept: StoredConcept | null;
  readonly found: string;
  readonly expected: string;
  /** What to write instead, where that is certain. */
  readonly suggestion: string | null;
  /** The texts of the first row, without codes; empty where the finding is one of several rows. */
  readonly texts: Readonly<Record<Side, string>>;
  /** Where it stands in them, where that is known. */
  readonly at: Readonly<Record<Side, Span | null>>;
  /** The first of the rows in which it stands: bead and number from 1. */
  readonly rows: readonly { readonly bead: number; readonly number: number }[];
  /** In how many rows it stands. */
  readonly count: number;
}

/** Findings of one bitext. */
export interface CheckedFindings {
  readonly head: BitextHead;
  readonly findings: readonly PlacedFinding[];
}

/** A page of what the check of some bitexts finds. */
export interface FoundFindings {
  /** How many findings there are. */
  readonly count: number;
  /** Those of this page, by bitext. */
  readonly checked: readonly CheckedFindings[];
}

/** Which bitexts are checked, none for all outside the archive, and which of the findings are wanted. */
export interface CheckRequest {
  readonly bitexts: readonly number[];
  readonly from: number;
  readonly most: number;
}

/** Rows that are read and checked at once. */
const PIECE_ROWS = 500;
/** Rows of a finding that are named. */
const MAX_NAMED_ROWS = 12;

/** Everything in which bitexts depart from their glossaries or from themselves, without what was dismissed; the last changed first. */
export const findFindings = work<CheckRequest, FoundFindings>(
  'check bitexts',
  { room: 'long' },
  async (desk, { bitexts, from, most }, { onProgress }) => {
    const heads = await headsOf(desk, bitexts);
    const checked: CheckedFindings[] = [];
    let count = 0;
    for (const [i, head] of heads.entries()) {
      const findings = await findingsIn(desk, head, (share) => onProgress((i + share) / heads.length));
      const shown = findings.slice(Math.max(0, from - count), Math.max(0, from + most - count));
      count += findings.length;
      if (shown.length > 0 || bitexts.length === 1) checked.push({ head, findings: shown });
    }
    return { count, checked };
  },
);

async function headsOf(desk: Desk, bitexts: readonly number[]): Promise<BitextHead[]> {
  const [only] = bitexts;
  if (only !== undefined && bitexts.length === 1) return [await headOf(desk, only)];
  const ready = await headsInState(desk.store.db, ['ready']);
  const heads = ready.filter(({ id, archivedAt }) => (bitexts.length > 0 ? bitexts.includes(id) : !archivedAt));
  return heads.sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
}

/** What the check of one bitext finds, which is read a piece at a time. */
async function findingsIn(desk: Desk, head: BitextHead, onProgress: (share: number) => void): Promise<PlacedFinding[]> {
  if (head.state !== 'ready') return [];
  const { db } = desk.store;
  const { id } = head;
  const check = await desk.terms.checkerFor(desk, { ...head, id, date: await dayOf(db, id) });
  const dismissed = await dismissedIn(db, id);
  const consistency = consistencyCheck(desk.packs(head.targetLanguage));
  const found = new Map<string, Noted>();
  const note = (
    {
      code,
      concept,
      found: words,
      expected,
    }: Pick<PlacedFinding, 'concept' | 'found' | 'expected'> & { code: GlossaryCode },
    places: PlacedFinding['rows'],
    { count, texts }: Pick<PlacedFinding, 'count' | 'texts'>,
  ): void => {
    const key = findingKey({ code, concept, found: words, expected });
    if (dismissed.has(key)) return;
    const known: Noted = found.get(key) ?? {
      code,
      severity: severityOf(code),
      reason: null,
      key,
      concept,
      found: words,
      expected,
      suggestion: null,
      texts,
      at: { source: null, target: null },
      rows: [],
      count: 0,
    };
    known.rows.push(...places.slice(0, MAX_NAMED_ROWS - known.rows.length));
    known.count += count;
    found.set(key, known);
  };
  const ofRows: RowFindingWithKey[] = [];
  let context: CheckContext | null = null;
  const numbers = new Map<number, number>();
  const { beads } = await countBeads(db, id, DOUBTFUL_BELOW);
  for await (const piece of readPieces(db, id, PIECE_ROWS)) {
    const codes = await codesOf(db, id, piece);
    context ??= contextOf(desk, piece);
    for (const row of rowsOf(piece)) {
      numbers.set(row.bead.id, numbers.size + 1);
      if (row.bead.status === 'excluded') continue;
      const checked = check(row);
      const place = { bead: row.bead.id, number: numbers.size };
      const texts = textsOf(row, piece, codes);
      for (const finding of checked.findings) note(finding, [place], { count: 1, texts });
      consistency.note(row, checked);
      ofRows.push(...findingsOfRow(row.bead.id, texts, context));
    }
    onProgress(Math.min(1, numbers.size / beads));
  }
  for (const finding of consistency.findings()) {
    const named = finding.beads.slice(0, MAX_NAMED_ROWS).map((bead) => ({ bead, number: numbers.get(bead)! }));
    note(finding, named, { count: finding.beads.length, texts: { source: '', target: '' } });
  }
  for (const { bead, source, target, ...finding } of withoutLongQuotations(ofRows, (bead) => numbers.get(bead)!)) {
    if (dismissed.has(finding.key)) continue;
    const rows = [{ bead, number: numbers.get(bead)! }];
    found.set(finding.key, { ...finding, at: { source, target }, concept: null, rows, count: 1 });
  }
  return [...found.values()];
}

/** A finding to which rows are added. */
type Noted = Omit<PlacedFinding, 'rows' | 'count'> & { rows: PlacedFinding['rows'][number][]; count: number };

interface RowFindingWithKey extends BeadFinding {
  readonly key: string;
  readonly texts: PlacedFinding['texts'];
}

/** How the rows of a bitext are checked, by its languages and the spaces of its first rows. */
function contextOf(desk: Desk, piece: Bitext): CheckContext {
  return {
    packs: { source: desk.packs(piece.sourceLanguage), target: desk.packs(piece.targetLanguage) },
    spacedSigns: usesSpacedSigns(piece.target.map(({ text }) => text)),
  };
}

function textsOf(row: Row, piece: Bitext, codes: InlineCodes): PlacedFinding['texts'] {
  const texts = rowTexts(row, piece);
  return { source: withoutCodes(texts.source, codes), target: withoutCodes(texts.target, codes) };
}

/** What the checks of a row find in it, each with a key that holds as long as the row reads as it does. */
function findingsOfRow(bead: number, texts: PlacedFinding['texts'], context: CheckContext): RowFindingWithKey[] {
  return rowChecks(texts, context).map((finding) => ({
    ...finding,
    bead,
    texts,
    key: `${findingKey({ ...finding, concept: null })}|${finding.source?.start ?? ''}-${finding.target?.start ?? ''} ${shortHash(`${texts.source}\n${texts.target}`)}`,
  }));
}
