import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { alignPairs } from '../../app/align/align-pair.ts';
import type { App } from '../../app/app.ts';
import { importMemory } from '../../app/import/import-memory.ts';
import { intakeTools, loadLanguages } from '../../app/import/packs.ts';
import { piecesOf } from '../../app/import/read-memory.ts';
import { readPair } from '../../app/import/read-pair.ts';
import { checkStoredMemory } from '../../app/library/clean-memory.ts';
import { type Bitext, rowsOf } from '../../core/bitext/bitext.ts';
import { type InlineCodes, withoutCodes } from '../../core/bitext/inline/codes.ts';
import { FORMATTING_CODES } from '../../core/bitext/inline/formatting.ts';
import { rowTexts } from '../../core/bitext/row-text.ts';
import { type BeadFinding, checkRows } from '../../core/check/check-rows.ts';
import { type CheckLine, severityOf } from '../../core/check/line.ts';
import { MEMORY_REASONS } from '../../core/check/memory-reasons.ts';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { readInputs, unreadable } from '../files.ts';
import { reportFindings } from '../report.ts';

/** The languages that are named for what is checked. */
export interface CheckedLanguages {
  readonly from?: string;
  readonly to?: string;
}

/** A bitext, and what its checks find but for terms and patterns. */
export interface CheckedTexts {
  readonly bitext: Bitext;
  readonly codes: InlineCodes;
  readonly lines: CheckLine[];
}

/** The files of a folder that hold units, in order of their names; a single file as it is. */
export async function filesIn(path: string): Promise<string[]> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return [path];
  const names = (await readdir(path, { recursive: true })).filter((name) =>
    /\.(?:tmx|xlf|xliff|sdlxliff|mqxliff)$/iu.test(name),
  );
  if (names.length === 0) {
    throw new Problem(
      'bad-input',
      msg('There is no TMX or XLIFF file in {path}.', { path }),
      '',
      'Name a folder with such files, or two texts.',
    );
  }
  return names.sort().map((name) => join(path, name));
}

export async function ofPair(app: App, source: string, target: string, flags: CheckedLanguages): Promise<CheckedTexts> {
  const languages = loadLanguages();
  const inputs = await readInputs(source, target, flags);
  const pair = await readPair({ ...inputs, segmented: false }, languages, intakeTools());
  const [aligned] = alignPairs([pair], languages);
  const { bitext } = aligned!;
  const packs = { source: app.packs(bitext.sourceLanguage), target: app.packs(bitext.targetLanguage) };
  const codes = FORMATTING_CODES;
  return { bitext, codes, lines: rowLines(bitext, codes, checkRows(bitext, packs, codes)) };
}

/** A file of units is checked as a memory, too. */
export async function ofFile(app: App, file: string, { from, to }: CheckedLanguages): Promise<CheckedTexts> {
  const pieces = piecesOf(file);
  const imported = await importMemory(app, { name: basename(file), pieces, from, to }).catch((error: unknown) => {
    throw unreadable(file, error);
  });
  reportFindings(imported.findings);
  const { bitext, codes, findings, rows } = await checkStoredMemory(app, imported.id);
  const placed = placesOf(bitext, codes);
  const short = new Set(rows.filter(({ code }) => code === 'omission' || code === 'addition').map(({ bead }) => bead));
  const lines = findings.flatMap(({ code, bead, repairs }): CheckLine[] => {
    // Said of the row already, by the proportion of its own sentences.
    if (code === 'odd-length' && short.has(bead)) return [];
    const [repair] = repairs ?? [];
    const [found, expected] = [repair?.from ?? '', repair?.to ?? ''];
    return [
      {
        ...placed(bead),
        code,
        severity: severityOf(code),
        found,
        expected,
        at: { source: null, target: null },
        suggestion: null,
        reason: MEMORY_REASONS[code],
      },
    ];
  });
  return { bitext, codes, lines: [...lines, ...rowLines(bitext, codes, rows)] };
}

function rowLines(bitext: Bitext, codes: InlineCodes, findings: readonly BeadFinding[]): CheckLine[] {
  const placed = placesOf(bitext, codes);
  return findings.map(({ bead, source, target, ...finding }) => ({
    ...finding,
    ...placed(bead),
    at: { source, target },
  }));
}

/** The number and the texts of a row, by its bead. */
export function placesOf(
  bitext: Bitext,
  codes: InlineCodes,
): (bead: number) => Pick<CheckLine, 'row' | 'source' | 'target'> {
  const rows = new Map(
    rowsOf(bitext).map((row, i) => {
      const { source, target } = rowTexts(row, bitext);
      return [row.bead.id, { row: i + 1, source: withoutCodes(source, codes), target: withoutCodes(target, codes) }];
    }),
  );
  return (bead) => rows.get(bead)!;
}
