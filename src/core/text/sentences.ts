import { onceFor } from '../once-for.ts';
import { type BreakRules, breakRules } from './breaks/break-rules.ts';
import { inlineList } from './breaks/list-breaks.ts';
import { proposedPlaces } from './breaks/proposals.ts';
import { clauseFinder } from './breaks/spaced-clauses.ts';
import { type StopPlace, stopFinder } from './breaks/stop-places.ts';
import type { LanguagePack } from './language-pack.ts';

/** A slice of a text: `text.slice(start, end)`, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The sentences of one paragraph as slices of it, in order; what lies between
 * them is white space. A person's own rules go before all, lists on one line
 * next, then the rules of the language; where those say neither yes nor no,
 * sentence-splitter decides.
 * @param paragraph text without blank lines; line breaks in it are white space
 */
export function splitSentences(paragraph: string, pack: LanguagePack): Span[] {
  const list = inlineList(paragraph, pack);
  const decided = pack.decisions?.(paragraph) ?? NO_DECISIONS;
  const own = [...decided].flatMap(([at, isBreak]) => (isBreak ? [at] : []));
  const ends = endsIn(paragraph, pack).filter((at) => !list.afterMarkers.has(at));
  const kept = [...new Set([...ends, ...list.begins].filter((at) => decided.get(at) !== false).concat(own))].sort(
    (a, b) => a - b,
  );
  const spans: Span[] = [];
  let from = 0;
  for (const end of [...kept, paragraph.length]) {
    const span = trimmed(paragraph, from, end);
    if (span) spans.push(span);
    from = end;
  }
  return spans;
}

/** Every place where the language's rules or, where they leave it open, the library end a sentence. */
function endsIn(paragraph: string, pack: LanguagePack): number[] {
  const { find, rules, clauses } = cutterOf(pack);
  const open: StopPlace[] = [];
  let from = 0;
  const ending = find(paragraph).filter((place) => {
    const verdict = rules(paragraph, place, from);
    if (verdict === undefined) open.push(place);
    if (verdict !== false) from = place.end;
    return verdict !== false;
  });
  const left = new Set(open);
  const proposed = open.length > 0 ? proposedPlaces(paragraph, open, pack) : new Set();
  const ends = ending.filter((place) => !left.has(place) || proposed.has(place)).map(({ end }) => end);
  return [...ends, ...clauses(paragraph)];
}

interface Cutter {
  readonly find: (text: string) => StopPlace[];
  readonly rules: BreakRules;
  readonly clauses: (text: string) => number[];
}

/** A pack's rules, made once: a text has many paragraphs. */
const cutterOf = onceFor(
  (pack: LanguagePack): Cutter => ({ find: stopFinder(pack), rules: breakRules(pack), clauses: clauseFinder(pack) }),
);

const NO_DECISIONS: ReadonlyMap<number, boolean> = new Map();

function trimmed(text: string, start: number, end: number): Span | null {
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  return start < end ? { start, end } : null;
}
