import type { Side } from '../../core/bitext/bitext.ts';
import type { CheckPattern } from '../../core/check/pattern.ts';
import type { Span } from '../../core/check/row-finding.ts';
import { stoppable } from '../jobs/run-pattern.ts';
import { work } from '../jobs/work.ts';

/** Where a pattern is found in a row. */
export interface PatternMatch extends Readonly<Record<Side, Span | null>> {
  /** Which of the rows, by its place among them. */
  readonly row: number;
}

/** Where a pattern is found, up to the row that took too long. */
export interface PatternMatches {
  readonly matches: readonly PatternMatch[];
  /** The row that took too long, by its place among them; null where none did. */
  readonly slowAt: number | null;
}

/** The texts of rows, source and translation. */
export type PatternTexts = readonly (readonly [string, string])[];

/** Patterns and the texts they are looked for in. */
export interface PatternsInTexts {
  readonly patterns: readonly CheckPattern[];
  readonly texts: PatternTexts;
}

/** How long a pattern may be at one row, in ms; what takes longer is left out of the rest of the rows. */
const PATIENCE_MS = 300;

/** Where each of a person's patterns is found. It can take long, so it is done beside the server's thread. */
export const findPatterns = work<PatternsInTexts, PatternMatches[]>(
  'find patterns in rows',
  { room: 'page' },
  async (_desk, { patterns, texts }) => patterns.map((pattern) => matchPattern(pattern, texts)),
);

/** Where a pattern is found in rows. */
export function matchPattern({ searches }: CheckPattern, texts: PatternTexts): PatternMatches {
  const run = stoppable(
    { searches: JSON.stringify(searches) },
    { prepare: PREPARE, work: 'matchesIn(text)', patience: PATIENCE_MS },
  );
  const { results, slow } = run(texts);
  const matches = (results as Omit<PatternMatch, 'row'>[][]).flatMap((found, row) =>
    found.map((spans) => ({ ...spans, row })),
  );
  return { matches, slowAt: slow ? results.length : null };
}

/** Findings of one pattern in one row: more say no more. */
const MAX_MATCHES = 10;

/**
 * The leading search is the first that must be there. For each of its places the others are tried, "<same>" and "$1"
 * standing for what it has found there. Without a leading search the row is asked once.
 */
const PREPARE = `
  const wanted = JSON.parse(searches);
  const lead = wanted.findIndex(({ absent }) => !absent);
  const escaped = (words) => words.replace(/[.*+?^$\\{}()|[\\]\\\\/]/gu, '\\\\$&');
  const made = new Map();
  function expressionOf({ expression, matchCase }, place, all) {
    const source = place
      ? expression
          .replaceAll('<same>', '(?:' + escaped(place[0]) + ')')
          .replace(/\\$(\\d)/gu, (_, number) => escaped(place[number] ?? ''))
      : expression;
    const flags = 'u' + (matchCase ? '' : 'i') + (all ? 'g' : '');
    const key = flags + source;
    if (made.size > 500) made.clear();
    if (!made.has(key)) made.set(key, new RegExp(source, flags));
    return made.get(key);
  }
  const spanOf = (match) => ({ start: match.index, end: match.index + match[0].length });
  function matchesIn([source, target]) {
    const sides = { source, target };
    const first = wanted[lead];
    const places = first ? [...sides[first.side].matchAll(expressionOf(first, null, true))] : [null];
    const found = [];
    for (const place of places.slice(0, ${MAX_MATCHES})) {
      const spans = { source: null, target: null };
      if (place) spans[first.side] = spanOf(place);
      const holds = wanted.every((search, i) => {
        if (i === lead) return true;
        const match = expressionOf(search, place, false).exec(sides[search.side]);
        if (match && !search.absent) spans[search.side] ??= spanOf(match);
        return search.absent === (match === null);
      });
      if (holds) found.push(spans);
    }
    return found;
  }
`;
