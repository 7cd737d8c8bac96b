import type { Block } from '../blocks.ts';
import type { LanguagePack } from '../language-pack.ts';
import { monthsOf } from './months.ts';

/** What the lines of a page say of the article; each empty where they say nothing, or more than one thing. */
export interface PageDetails {
  /** The day on which it was published, ISO 8601. */
  readonly published: string;
  /** Who holds the rights of the page. */
  readonly publisher: string;
}

/**
 * Reads day and publisher of an article from lines that are no part of it: the first full date above its text,
 * and the name beside a sign of copyright and a year below it. A date in numbers alone counts where it can be read in one way only.
 * @param pack of the page's language, for names of months
 */
export function detailsIn(text: string, blocks: readonly Block[], pack: LanguagePack): PageDetails {
  const aside = blocks.map(({ kind }) => ASIDE.has(kind));
  const firstBody = blocks.findIndex(({ kind }) => kind === 'body');
  const lines = blocks.map(({ start, end }) => text.slice(start, end));
  const above = lines.filter((line, i) => aside[i] && i < firstBody && line.length <= MAX_LINE);
  const lastBody = blocks.findLastIndex(({ kind }) => kind === 'body');
  const below = lines.filter(
    (line, i) => OWNED.has(blocks[i]!.kind) && i > lastBody && line.length <= MAX_LINE && YEAR.test(line),
  );
  return {
    published: above.map((line) => dayIn(line, pack)).find((day) => day !== '') ?? '',
    publisher: below.map(holderIn).find((name) => name !== '') ?? '',
  };
}

/** Lines with a sign of copyright look like credits. */
const OWNED: ReadonlySet<Block['kind']> = new Set(['boilerplate', 'credit']);
const ASIDE: ReadonlySet<Block['kind']> = new Set(['boilerplate', 'byline', 'credit', 'dateline']);
const MAX_LINE = 200;
const YEAR = /(?<!\p{N})(?:19|20)\p{N}{2}(?!\p{N})/u;

/** The first full date in a line, ISO 8601. */
function dayIn(line: string, pack: LanguagePack): string {
  // Most lines have no year, and the patterns of months take long to compile.
  if (!YEAR.test(line)) return '';
  const months = monthsOf(pack);
  for (const pattern of months?.dates ?? []) {
    const { day = '', month = '', year = '' } = pattern.exec(line)?.groups ?? {};
    const found = iso(year, String(months?.numberOf(month)), day);
    if (found !== '') return found;
  }
  const [, year = '', month = '', day = ''] =
    /(?<!\p{N})((?:19|20)\p{N}{2})\s?[-/.年년]\s?(\p{N}{1,2})\s?[-/.月월]\s?(\p{N}{1,2})(?!\p{N})/u.exec(line) ?? [];
  const written = iso(year, month, day);
  if (written !== '') return written;
  const [, one = '', mark = '', two = '', last = ''] =
    /(?<![\p{N}.])(\p{N}{1,2})([./-])(\p{N}{1,2})\2((?:19|20)\p{N}{2})(?!\p{N})/u.exec(line) ?? [];
  if (mark === '.' || Number(one) > 12 || one === two) return iso(last, two, one);
  return Number(two) > 12 ? iso(last, one, two) : '';
}

function iso(year: string, month: string, day: string): string {
  const [y, m, d] = [year, month, day].map(numberIn);
  if (!y || !m || !d || m > 12 || d > new Date(Date.UTC(y, m, 0)).getUTCDate()) return '';
  return `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

/** A number in digits of any script. */
function numberIn(digits: string): number {
  return Number(
    [...digits]
      .map((digit) => {
        let zero = digit.codePointAt(0)!;
        while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && digit.codePointAt(0)! - zero < 9) zero -= 1;
        return digit.codePointAt(0)! - zero;
      })
      .join(''),
  );
}

/** The name beside a sign of copyright, without years and what follows a stop. */
function holderIn(line: string): string {
  const behind = /[©ⓒ]\s*(?:copyright\s*)?(?:\p{N}{4}(?:\s*[-–]\s*\p{N}{2,4})?[,.]?\s*)?([^©ⓒ|·•]{2,60})/iu.exec(
    line,
  )?.[1];
  const name = (behind ?? '')
    .replace(/\s(?:[-–—]|\/)\s.*$|[,.]\s.*$/u, '')
    .replace(/[,\s]*\p{N}{4}(?:\s*[-–]\s*\p{N}{2,4})?\s*$/u, '')
    .replace(/[\s.,]+$/u, '')
    .trim();
  return /\p{L}{2}/u.test(name) && name.split(/\s/u).length <= 6 ? name : '';
}
