import { rowsOf } from '../../../core/bitext/bitext.ts';
import type { Correction } from '../../../core/bitext/correct.ts';
import { type InlineCodes, NO_INLINE_CODES, partsAtCodes, withoutCodes } from '../../../core/bitext/inline/codes.ts';
import { isFormatting } from '../../../core/bitext/inline/formatting.ts';
import { filledTexts, rowKey, textKey } from '../../../core/bitext/row-key.ts';
import type { Finding } from '../../../core/finding.ts';
import { withoutForbidden } from '../../../core/formats/xml-text.ts';
import { type Message, msg } from '../../../core/message.ts';
import { Problem } from '../../../core/problem.ts';
import type { WordTableRow } from '../../../intake/memories/read-word-table.ts';
import { readBitext } from '../../../store/review/bitext-rows.ts';
import { codesOf } from '../../../store/review/codes.ts';
import { type App, headOf } from '../../app.ts';
import { readTableOfWord } from './word-table.ts';

/** A row that somebody has corrected in Word. */
export interface WordCorrection extends Correction {
  /** The row's number in the bitext. */
  readonly number: number;
  /** The row as it is (`rowKey`). */
  readonly key: string;
  readonly before: readonly string[];
  /** The note that the file adds; empty where it adds none. */
  readonly remark: string;
}

/** What a Word file would change, and what in it is not taken. */
export interface WordCorrections {
  readonly corrections: readonly WordCorrection[];
  readonly findings: readonly Finding[];
}

/**
 * Holds the table of a Word file against the rows of a bitext. Nothing is changed.
 * @throws Problem as `readWordTable`, and `bad-input` where no row of it is of this bitext
 */
export async function planCorrections(
  app: App,
  id: number,
  file: { readonly bytes: Uint8Array; readonly name: string },
  signal?: AbortSignal,
): Promise<WordCorrections> {
  const head = await headOf(app, id);
  if (head.state !== 'ready') {
    throw new Problem('not-ready', 'This bitext is not aligned yet.', '', 'Wait until its rows are shown.');
  }
  const table = await app.pool.run(readTableOfWord, file, { signal });
  const bitext = await app.store.read((db) => readBitext(db, id));
  const codes = (await codesOf(app.store.db, id)) ?? NO_INLINE_CODES;
  // Where nothing is bold, nobody has made it so by a style of the table.
  const isFormatted = [...codes.values()].some(isFormatting);
  const rows = new Map(rowsOf(bitext).map((row, i) => [row.bead.id, { row, number: i + 1 }]));
  const left = { added: [], gone: [], twice: [], changedHere: [], source: [], coded: [] } as Record<LeftOut, string[]>;
  const seen = new Set<number>();
  const corrections: WordCorrection[] = [];
  for (const line of table) {
    const found = line.id === null ? undefined : rows.get(line.id);
    if (line.id === null) left.added.push(line.number || beginning(line));
    else if (!found) left.gone.push(line.number || `#${line.id}`);
    else if (seen.has(line.id)) left.twice.push(line.number);
    else {
      seen.add(line.id);
      const { row, number } = found;
      const plain = {
        source: row.segments.source.map(({ text }) => ({ text: withoutForbidden(withoutCodes(text, codes)) })),
        target: row.segments.target.map(({ text }) => ({ text: withoutForbidden(withoutCodes(text, codes)) })),
      };
      const [source, before] = [filledTexts(plain.source), filledTexts(plain.target)];
      if (!isSame(source, line.source)) left.source.push(String(number));
      const isOther = !isSame(before, line.target);
      const { note } = row.bead;
      const remark = line.note !== '' && line.note !== note ? line.note : '';
      if (!isOther && remark === '') continue;
      if (line.key !== hashed(plain)) left.changedHere.push(String(number));
      else if (isOther && row.segments.target.some(({ text }) => isCoded(text, codes))) {
        left.coded.push(String(number));
      } else {
        const after = isFormatted ? line.formatted : line.target;
        const target = isOther ? after : row.segments.target.map(({ text }) => text);
        const all = note === '' || remark.startsWith(note) ? remark : `${note}\n${remark}`;
        const change = { bead: row.bead.id, target, note: remark === '' ? note : all };
        corrections.push({ ...change, number, key: rowKey(row), before, remark });
      }
    }
  }
  if (seen.size === 0) {
    throw new Problem(
      'bad-input',
      msg('“{name}” is not of this bitext.', { name: file.name }),
      'None of its rows is there.',
      'Choose the file that was exported from this bitext.',
    );
  }
  return { corrections, findings: findingsOf(left, rows.size - seen.size) };
}

type LeftOut = keyof typeof TELL;

const TELL = {
  changedHere: (numbers: string[]) =>
    msg('Rows that were changed here since the file was made stay as they are: {numbers}.', { numbers }),
  source: (numbers: string[]) =>
    msg('The source of these rows is another in the file; it stays as it is here: {numbers}.', { numbers }),
  coded: (numbers: string[]) =>
    msg('Rows with inline codes stay as they are, since Word has not kept the codes: {numbers}.', { numbers }),
  added: (numbers: string[]) => msg('Rows that were added in the file are left out: {numbers}.', { numbers }),
  twice: (numbers: string[]) => msg('Rows that are in the file twice are read once: {numbers}.', { numbers }),
  gone: (numbers: string[]) =>
    msg('Rows of the file that are no longer there, since they were merged or deleted, are left out: {numbers}.', {
      numbers,
    }),
} as const satisfies Record<string, (numbers: string[]) => Message>;

/** Numbers that are named at most. */
const MAX_NAMED = 30;

function findingsOf(left: Readonly<Record<LeftOut, readonly string[]>>, missing: number): Finding[] {
  const findings = (Object.keys(TELL) as LeftOut[]).flatMap((code): Finding[] => {
    const numbers = left[code];
    if (numbers.length === 0) return [];
    const named = numbers.length > MAX_NAMED ? [...numbers.slice(0, MAX_NAMED), '…'] : [...numbers];
    return [{ code, severity: 'warning', place: '', message: TELL[code](named) }];
  });
  if (missing === 0) return findings;
  const message = msg('Rows that are not in the file stay as they are: {number}.', { number: missing });
  return [...findings, { code: 'missing', severity: 'info', place: '', message }];
}

function hashed(texts: Readonly<Record<'source' | 'target', readonly { text: string }[]>>): string {
  return textKey({ segments: texts });
}

/** Whether a text has codes that Word has not kept, or characters that it cannot hold. */
function isCoded(text: string, codes: InlineCodes): boolean {
  const isLost = partsAtCodes(text, codes).some((part) => typeof part !== 'string' && !isFormatting(part));
  return isLost || withoutForbidden(text) !== text;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, i) => text === b[i]);
}

function beginning({ target, source }: WordTableRow): string {
  return `“${(target[0] ?? source[0] ?? '').slice(0, 30)}”`;
}
