import { getDocumentProxy } from 'unpdf';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { countLetters } from '../../core/text/letters.ts';
import { plainAuthor } from './document-author.ts';
import type { Paragraph } from './html-paragraphs.ts';
import type { ReadLetters } from './letter-guard.ts';
import { type DrawnText, linesInOrder, type PageLine } from './pdf-lines.ts';

/** More pages than any article has; a book is better cut. */
const MAX_PAGES = 500;

interface Line extends PageLine {
  readonly page: number;
  /** Whether it stands at the head or the foot of its page. */
  readonly marginal: 'head' | 'foot' | null;
}

/**
 * The paragraphs of a PDF's text layer, column by column. Lines are put together
 * by their distances; what stands at head or foot of most pages, and page numbers,
 * is recognised as furniture.
 * @throws Problem `empty-text` for a scan, `unreadable-file` for one that is locked or damaged, `too-large`
 */
export async function readPdf(bytes: Uint8Array, name: string): Promise<ReadLetters> {
  const pdf = await openPdf(bytes, name);
  if (pdf.numPages > MAX_PAGES) {
    throw new Problem(
      'too-large',
      msg('“{name}” has {pages} pages.', { name, pages: pdf.numPages }),
      msg('Up to {most} pages are read.', { most: MAX_PAGES }),
      'Save the pages with the article as a PDF of their own.',
    );
  }
  const lines: Line[] = [];
  let letters = 0;
  for (let page = 1; page <= pdf.numPages; page++) {
    const read = await linesOf(pdf, page);
    letters += read.letters;
    for (const line of read.lines) lines.push(line);
  }
  if (lines.length === 0) {
    throw new Problem(
      'empty-text',
      msg('There is no text in “{name}”.', { name }),
      'Its pages are pictures, as a scanner makes them.',
      'Run it through text recognition first, or paste the text.',
    );
  }
  return { paragraphs: paragraphsOf(lines), letters, author: await authorOf(pdf) };
}

/** The author that the file's own data name; a file with damaged data has none. */
async function authorOf(pdf: Pdf): Promise<string> {
  try {
    const { info } = await pdf.getMetadata();
    return 'Author' in info && typeof info.Author === 'string' ? plainAuthor(info.Author) : '';
  } catch {
    return '';
  }
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

async function openPdf(bytes: Uint8Array, name: string): Promise<Pdf> {
  try {
    // pdf.js keeps what it is given, so it is given a copy.
    return await getDocumentProxy(bytes.slice(), { verbosity: 0 });
  } catch (cause) {
    const locked = cause instanceof Error && cause.name === 'PasswordException';
    throw new Problem(
      'unreadable-file',
      locked
        ? msg('“{name}” is protected by a password.', { name })
        : msg('“{name}” cannot be read as a PDF.', { name }),
      locked ? '' : 'It is damaged or incomplete.',
      locked ? 'Save it without a password.' : 'Download or save it again, or paste the text.',
      cause,
    );
  }
}

/** The lines of a page, and how many letters it draws. */
async function linesOf(pdf: Pdf, number: number): Promise<{ lines: Line[]; letters: number }> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  const [, foot = 0, , head = 0] = page.view;
  const drawn: DrawnText[] = [];
  let backwards = 0;
  for (const item of items) {
    if (!('str' in item) || !item.str.trim()) continue;
    const [, , , , left = 0, base = 0] = item.transform as number[];
    const height = item.height || Math.abs(Number(item.transform[3])) || 10;
    drawn.push({ text: item.str, left, right: left + item.width, base, height });
    backwards += item.dir === 'rtl' ? 1 : -1;
  }
  page.cleanup();
  const share = (base: number) => (base - foot) / Math.max(1, head - foot);
  const lines = linesInOrder(drawn, backwards > 0).map(
    (line): Line => ({
      ...line,
      page: number,
      marginal: share(line.base) < MARGIN_SHARE ? 'foot' : share(line.base) > 1 - MARGIN_SHARE ? 'head' : null,
    }),
  );
  return { lines, letters: drawn.reduce((sum, { text }) => sum + countLetters(text), 0) };
}

/** Head and foot of a page, as a share of its height. */
const MARGIN_SHARE = 0.12;

/** How much larger than most lines a heading is, and how many line heights a gap between paragraphs has. */
const HEADING_SCALE = 1.2;
const PARAGRAPH_GAP = 1.75;

function paragraphsOf(lines: readonly Line[]): Paragraph[] {
  const usual = median(lines.map((line) => line.height));
  const repeated = repeatedLines(lines);
  const paragraphs: Paragraph[] = [];
  let before: Line | undefined;
  for (const line of lines) {
    const isNumber = /^\s*[-–—|]?\s*(?:\d{1,4}|[ivxl]{1,6})\s*[-–—|]?\s*$/u.test(line.text);
    const furniture = line.marginal !== null && (isNumber || repeated.has(placeOf(line)));
    const role = furniture ? 'furniture' : line.height > usual * HEADING_SCALE ? 'heading' : 'paragraph';
    const last = paragraphs.findLast((paragraph) => paragraph.role !== 'furniture');
    const joins =
      before && last?.role === role && !furniture && (role === 'heading' ? goesOn(before, line) : runsOn(before, line));
    if (joins && last)
      paragraphs[paragraphs.lastIndexOf(last)] = { ...last, text: `${last.text}\n${line.text.trim()}` };
    else paragraphs.push({ text: line.text.trim(), role });
    if (!furniture) before = line;
  }
  return paragraphs;

  function goesOn(above: Line, below: Line): boolean {
    const gap = above.base - below.base;
    return (
      above.page === below.page &&
      gap > 0 &&
      gap < above.height * PARAGRAPH_GAP &&
      Math.abs(above.height - below.height) < 1
    );
  }

  /** Whether a line continues the paragraph of the one before, on the next page or column too. */
  function runsOn(above: Line, below: Line): boolean {
    if (goesOn(above, below)) {
      return below.left <= Math.min(above.left, below.margin) + usual || above.left > below.left;
    }
    if (SENTENCE_END.test(above.text)) return false;
    if (/^\s*\p{Ll}/u.test(below.text)) return true;
    const isNextColumn = above.page !== below.page || below.base > above.base;
    const isFull = above.right - above.margin > (above.end - above.margin) * FULL_LINE_SHARE;
    return isNextColumn && isFull && Math.abs(above.height - below.height) < 1;
  }
}

const SENTENCE_END = /[.!?…:»”"]\s*$/u;
/** The share of its column that a line fills if it is not the last of its paragraph. */
const FULL_LINE_SHARE = 0.8;

/** Lines that stand at head or foot of at least half of the pages, or of every second one. */
function repeatedLines(lines: readonly Line[]): Set<string> {
  const counts = new Map<string, Set<number>>();
  for (const line of lines) {
    if (line.marginal === null) continue;
    const place = placeOf(line);
    counts.set(place, (counts.get(place) ?? new Set()).add(line.page));
  }
  const pages = new Set(lines.map(({ page }) => page)).size;
  return new Set([...counts].filter(([, on]) => on.size > 1 && on.size * 2 >= pages).map(([place]) => place));
}

function placeOf({ text, marginal }: Line): string {
  return `${marginal ?? ''} ${text.replace(/\d+/gu, '#').trim()}`;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
