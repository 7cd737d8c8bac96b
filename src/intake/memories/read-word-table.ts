import { type StyledRun, textOfRuns } from '../../core/bitext/inline/formatting.ts';
import { plainText } from '../../core/bitext/inline/plain-text.ts';
import { TEXT_STYLES, type TextStyle } from '../../core/bitext/inline/styled-spans.ts';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { mainPart } from '../articles/word/word-parts.ts';
import { plainWord } from '../articles/word/word-text.ts';
import { parseWord, type WordElement } from '../articles/word/word-tree.ts';
import { decodeBytes, markedEncoding } from '../decode.ts';
import { namesIn, unpackedEntries } from '../zip.ts';

/** A row of a table that a translation was corrected in. */
export interface WordTableRow {
  /** As the table has it. */
  readonly number: string;
  /** Of its bead; null for a row that somebody has added. */
  readonly id: number | null;
  /** Of its texts as they went out (`textKey`). */
  readonly key: string;
  /** Its paragraphs, without those that are empty. */
  readonly source: readonly string[];
  readonly target: readonly string[];
  /** The target with what is bold or italic in it as codes. */
  readonly formatted: readonly string[];
  readonly note: string;
}

/**
 * The rows of the bilingual tables in a Word file, as `app/export/docx.ts` writes them and people give them back: with the changes that
 * Word has tracked taken as made.
 * @throws Problem `unsupported-type` where it is no Word file, `bad-input` where it has no such table, `unreadable-file`
 */
export function readWordTable(bytes: Uint8Array, name: string): WordTableRow[] {
  const rows = tableRows(documentIn(bytes, name)).flatMap((cells): WordTableRow[] => {
    const [head = [], source = [], , note = []] = cells.map((cell) => cell.map(plainText));
    const formatted = cells[2] ?? [];
    const target = formatted.map(plainText);
    if (cells.length < 3) return [];
    const { number = head.join(' '), id, key = '' } = ROW_HEAD.exec(head.join(' '))?.groups ?? {};
    const row = { number, key, source, target, formatted, note: note.join('\n') };
    if (id !== undefined) return [{ ...row, id: Number(id) }];
    const isHeader = head.join(' ') === '№';
    const isEmpty = source.length + target.length === 0;
    return isHeader || isEmpty ? [] : [{ ...row, id: null }];
  });
  if (rows.some(({ id }) => id !== null)) return rows;
  throw new Problem(
    'bad-input',
    msg('“{name}” holds no table with rows of a bitext.', { name }),
    'The rows are known by the number that begins with # in the first column.',
    'Export the bitext as DOCX, correct the translations in its table, and choose that file.',
  );
}

/** The first column of a row: its number, the id of its bead and the key of its texts. */
const ROW_HEAD = /^(?<number>\d*)\s*#(?<id>\d{1,15})\.(?<key>\w+)$/u;

function documentIn(bytes: Uint8Array, name: string): WordElement {
  const main =
    String.fromCharCode(...bytes.subarray(0, 2)) === 'PK' ? mainPart(bytes, namesIn(bytes, name), name) : null;
  const part = main === null ? undefined : unpackedEntries(bytes, name, (entry) => entry === main).get(main);
  if (!part) {
    throw new Problem('unsupported-type', msg('“{name}” is not a Word file.', { name }), '', 'Choose a .docx file.');
  }
  try {
    return plainWord(parseWord(decodeBytes(part, markedEncoding(part) ?? 'utf-8')));
  } catch (cause) {
    throw new Problem(
      'unreadable-file',
      msg('“{name}” cannot be read as a Word document.', { name }),
      'Its parts are damaged.',
      'Open it in a word processor, save it again as .docx or .txt, and try again.',
      cause,
    );
  }
}

/** The rows of all tables, each cell as its paragraphs. Rows that were deleted with changes tracked are gone. */
function tableRows(root: WordElement): string[][][] {
  return within(root, 'w:tr')
    .filter((row) => within(row, 'w:trPr').every((properties) => within(properties, 'w:del').length === 0))
    .map((row) => within(row, 'w:tc').map(paragraphsOf));
}

function paragraphsOf(cell: WordElement): string[] {
  return within(cell, 'w:p')
    .map((paragraph) => textOfRuns(trimmedRuns(runsOf(paragraph, []))))
    .filter((text) => text !== '');
}

/** The elements of a name within another, the outermost ones. */
function within({ children }: WordElement, name: string): WordElement[] {
  return children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return child.name === name ? [child] : within(child, name);
  });
}

function runsOf({ name, children }: WordElement, around: readonly TextStyle[]): StyledRun[] {
  const sign = SIGNS[name];
  if (sign !== undefined) return [{ text: sign, styles: around }];
  if (name === 'w:pPr' || name === 'w:rPr') return [];
  const styles = name === 'w:r' ? stylesOfRun(children) : around;
  return children.flatMap((child): StyledRun[] => {
    if (typeof child === 'string') return name === 'w:t' ? [{ text: plainText(child), styles }] : [];
    return runsOf(child, styles);
  });
}

const SIGNS: Readonly<Partial<Record<string, string>>> = { 'w:tab': '\t', 'w:br': '\n', 'w:noBreakHyphen': '\u2011' };

/** What a run itself says of how it is shown. */
function stylesOfRun(children: WordElement['children']): TextStyle[] {
  const properties = children.flatMap((child) =>
    typeof child !== 'string' && child.name === 'w:rPr' ? child.children : [],
  );
  return TEXT_STYLES.filter((style) =>
    properties.some(
      (property) =>
        typeof property !== 'string' &&
        property.name === (style === 'bold' ? 'w:b' : 'w:i') &&
        !/^(?:false|0|off)$/u.test(property.attributes['w:val'] ?? ''),
    ),
  );
}

/** Runs without white space around them. */
function trimmedRuns(runs: readonly StyledRun[]): StyledRun[] {
  const first = runs.findIndex(({ text }) => text.trim() !== '');
  const last = runs.findLastIndex(({ text }) => text.trim() !== '');
  return runs.slice(Math.max(0, first), last + 1).map(({ text, styles }, i, kept) => {
    const begun = i === 0 ? text.trimStart() : text;
    return { text: i === kept.length - 1 ? begun.trimEnd() : begun, styles };
  });
}
