import { plainRow } from '../../core/bitext/inline/plain-text.ts';
import { segmentTexts } from '../../core/bitext/row-text.ts';
import { allProps, type UnitProp } from '../../core/bitext/unit-origin.ts';
import { joinSegments } from '../../core/text/join.ts';
import { primarySubtag } from '../../core/text/language-tag.ts';
import { similarity } from '../../core/text/similarity.ts';
import { type AnyOf, indexWords } from '../../store/full-text.ts';
import { type MemoryUnit, unitsWith } from '../../store/lookup.ts';
import { notesOfUnits } from '../../store/review/row-notes.ts';
import { type App, headOf } from '../app.ts';
import { openRow } from '../review/review.ts';

/** A unit of the memory with how alike its source is to what was asked for, in per cent. */
export interface MemoryMatch extends MemoryUnit {
  readonly score: number;
}

export interface Lookup {
  readonly text: string;
  readonly from: string;
  readonly to: string;
  /** In per cent; less alike is not shown. */
  readonly atLeast?: number;
  readonly most?: number;
}

/** Segments that are looked at word by word, of those that share rare words. */
const MAX_CANDIDATES = 300;
/** How many of its longest words represent a segment: they are mostly its rarest. */
const KEY_WORD_COUNT = 6;
/** A match this alike ends the search, in per cent. */
const GOOD_MATCH_PERCENT = 75;

/**
 * Exact and fuzzy matches for a segment in everything that is stored, in either
 * direction, the likest first, confirmed ones before others.
 */
export async function lookUp(app: App, { text, from, to, atLeast = 50, most = 10 }: Lookup): Promise<MemoryMatch[]> {
  const words = indexWords(text);
  if (words.length === 0) return [];
  await app.searchIndex.ready();
  const pair = { from: primarySubtag(from), to: primarySubtag(to), limit: MAX_CANDIDATES };
  const units = new Map<string, MemoryMatch>();
  for (const [i, anyOf] of queriesFor(words).entries()) {
    for (const unit of await unitsWith(app.store.db, { ...pair, anyOf })) {
      const score = similarity(text, unit.source);
      units.set(`${unit.bitext} ${unit.bead} ${unit.source}`, { ...unit, score });
    }
    // A query by fewer words finds hardly anything better than what is so alike.
    if (i > 0 && (units.size >= MAX_CANDIDATES || [...units.values()].some(({ score }) => score >= GOOD_MATCH_PERCENT)))
      break;
  }
  const scored = [...units.values()]
    .filter(({ score }) => score >= atLeast)
    .sort((a, b) => b.score - a.score || rank(b) - rank(a) || (a.updatedAt < b.updatedAt ? 1 : -1));
  // The same translation of the same source once.
  const once = new Map(scored.toReversed().map((unit) => [`${unit.source}\t${unit.target}`, unit]));
  return scored.filter((unit) => once.get(`${unit.source}\t${unit.target}`) === unit).slice(0, most);
}

function rank({ status }: MemoryUnit): number {
  return status === 'confirmed' ? 1 : 0;
}

/** Queries from the narrowest on: all words in a row, then what shares two, at last one of the longest words. */
function queriesFor(words: readonly string[]): AnyOf[] {
  const phrase = [[words.slice(0, 30).join(' ')]];
  const longest = [...new Set(words.map((word) => word.toLowerCase()))]
    .sort((a, b) => b.length - a.length)
    .slice(0, KEY_WORD_COUNT);
  const triples = longest.flatMap((a, i) =>
    longest.slice(i + 1).flatMap((b, j) => longest.slice(i + j + 2).map((c) => [a, b, c])),
  );
  const few = longest.slice(0, 4);
  const pairs = few.flatMap((a, i) => few.slice(i + 1).map((b) => [a, b]));
  return [
    phrase,
    ...(triples.length > 0 ? [triples] : []),
    ...(pairs.length > 0 ? [pairs] : longest.map((word) => [[word]])),
  ];
}

/** What the memory has for the source of a row, other than the row itself, and what other tools said of the row. */
export async function lookUpRow(
  app: App,
  bitext: number,
  bead: number,
): Promise<{ text: string; props: readonly UnitProp[]; matches: MemoryMatch[] }> {
  const { sourceLanguage: from, targetLanguage: to } = await headOf(app, bitext);
  const { segments } = plainRow(await openRow(app, bitext, bead));
  const text = joinSegments(segmentTexts({ segments }).source, from);
  const matches = await lookUp(app, { text, from, to });
  const notes = (await notesOfUnits(app.store.db, bitext, [bead])).get(bead);
  const props = notes ? allProps(notes.props, notes.origin) : [];
  return { text, props, matches: matches.filter((match) => match.bitext !== bitext || match.bead !== bead) };
}
