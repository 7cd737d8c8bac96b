import { linkedWords } from '../../core/align/explain/explain.ts';
import type { Side } from '../../core/bitext/bitext.ts';
import type { StoredConcept } from '../../core/glossary/concept.ts';
import { grouped } from '../../core/grouped.ts';
import { folded } from '../../core/text/fold.ts';
import {
  type ConcordanceQuery,
  countByMonth,
  type FoundRow,
  findRowsWith,
  publishers,
} from '../../store/concordance.ts';
import type { App } from '../app.ts';
import type { Languages, WorkOrder } from '../desk.ts';
import { work } from '../jobs/work.ts';

export type { ConcordanceQuery };

/** A piece of a text, and whether it is what was looked for or its likely translation. */
export interface MarkedPart {
  readonly text: string;
  readonly marked: boolean;
}

/** A row with the words and their likely translation marked. */
export interface ConcordanceLine extends Omit<FoundRow, Side> {
  readonly source: readonly MarkedPart[];
  readonly target: readonly MarkedPart[];
}

const MAX_LINES = 200;

/** Where some words stand in all bitexts, with their likely translation, the latest first. */
export async function concordance(
  app: App,
  query: ConcordanceQuery,
  order?: WorkOrder,
): Promise<readonly ConcordanceLine[]> {
  if (!query.words.trim()) return [];
  await app.searchIndex.ready();
  return app.pool.run(findLines, query, order);
}

/** The same as it is done in a thread: a common word stands in every segment of a long memory. */
export const findLines = work<ConcordanceQuery, readonly ConcordanceLine[]>(
  'find lines',
  { room: 'page' },
  async (desk, query) => {
    const rows = await findRowsWith(desk.store.db, query, MAX_LINES);
    const pairs = grouped(rows, (row) => `${row.sourceLanguage} ${row.targetLanguage}`);
    const marked = new Map<FoundRow, ConcordanceLine>();
    for (const group of pairs.values()) {
      for (const line of markTranslations(desk, group, query.words)) marked.set(line.row, line.line);
    }
    return rows.map((row) => marked.get(row)!);
  },
);

export function knownPublishers(app: App): Promise<string[]> {
  return publishers(app.store.db);
}

/** Marks what the words are linked with: from the lexicon, and from what the found rows have in common. */
function markTranslations(desk: Languages, rows: readonly FoundRow[], words: string) {
  const [first] = rows;
  const [from, to] = [desk.packs(first!.sourceLanguage), desk.packs(first!.targetLanguage)];
  const linksOf = linkedWords(
    {
      source: { segments: rows.map((row) => row.source), pack: from },
      target: { segments: rows.map((row) => row.target), pack: to },
      beads: rows.map((_, i) => ({ source: [i], target: [i] })),
    },
    desk.seeds(from, to),
  );
  return rows.map((row, i) => {
    const other = row.side === 'source' ? 'target' : 'source';
    const found = placesOf(words, row[row.side]);
    const linked = linksOf(i)
      .filter((link) => found.some(([start, end]) => link[row.side].start < end && link[row.side].end > start))
      .map((link) => [link[other].start, link[other].end] as const);
    const parts = {
      [row.side]: cutAt(row[row.side], found),
      [other]: cutAt(row[other], linked.length > 0 ? linked : placesOf(words, row[other])),
    } as Record<Side, MarkedPart[]>;
    return { row, line: { ...row, ...parts } };
  });
}

/** Where words stand one after another in a text, accents and capitals aside. */
function placesOf(words: string, text: string): (readonly [start: number, end: number])[] {
  const wanted = (words.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(folded);
  const there = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)];
  if (wanted.length === 0) return [];
  return there.flatMap((word, at) => {
    const fits = wanted.every((part, k) => {
      const own = folded(there[at + k]?.[0] ?? '');
      return k === wanted.length - 1 ? own.startsWith(part) : own === part;
    });
    const last = there[at + wanted.length - 1];
    return fits && last ? [[word.index, last.index + last[0].length] as const] : [];
  });
}

function cutAt(text: string, places: readonly (readonly [number, number])[]): MarkedPart[] {
  const parts: MarkedPart[] = [];
  let at = 0;
  for (const [start, end] of places.toSorted((a, b) => a[0] - b[0])) {
    if (start < at) continue;
    if (start > at) parts.push({ text: text.slice(at, start), marked: false });
    parts.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), marked: false });
  return parts;
}

/** How often each term of a concept is used, month by month. */
export interface TermUse {
  readonly text: string;
  readonly language: string;
  readonly status: string;
  readonly total: number;
  readonly months: ReadonlyMap<string, number>;
}

/** What the newsroom really writes for a concept. */
export async function usesOf(app: App, { terms }: StoredConcept, order?: WorkOrder): Promise<readonly TermUse[]> {
  await app.searchIndex.ready();
  return app.pool.run(countUses, { terms }, order);
}

/** The same as it is done in a thread. */
export const countUses = work<Pick<StoredConcept, 'terms'>, readonly TermUse[]>(
  'count uses',
  { room: 'page' },
  async ({ store }, { terms }) => {
    const uses: TermUse[] = [];
    for (const { text, language, status } of terms) {
      if (uses.some((use) => use.text === text && use.language === language)) continue;
      // The space at the end asks for whole words.
      const months = await countByMonth(store.db, `${text} `, language);
      uses.push({
        text,
        language,
        status,
        total: months.reduce((sum, { count }) => sum + count, 0),
        months: new Map(months.map(({ month, count }) => [month, count])),
      });
    }
    return uses;
  },
);
