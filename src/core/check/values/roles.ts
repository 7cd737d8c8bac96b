import type { Atom } from './atoms.ts';

/** A word that says what a number beside it is, and where it stands. */
export interface Place {
  readonly role: string;
  readonly start: number;
  readonly end: number;
}

/** Nothing but spaces and money between a preposition and its number. */
const BARE = /^[\s\p{Sc}]*(?:US)?[\s\p{Sc}]*$/u;

/** The numbers of a text, and the words that may say what they are, each in their order. */
export interface Numbered {
  readonly text: string;
  readonly numbers: readonly Atom[];
  readonly places: readonly Place[];
}

/**
 * Tells which number has which role, where there is no doubt: a clause with one number and one role; or numbers
 * and roles in turn, each number before its role or each behind it.
 * @param clauses what parts clauses; null where the role has to stand directly before its number, as prepositions do
 * @returns nothing where one role has several numbers
 */
export function assigned(numbered: Numbered, clauses: RegExp | null): Map<string, Atom> {
  const pairs = clauses ? (byClause(numbered, clauses) ?? inTurn(numbered)) : besides(numbered);
  const found = new Map<string, Atom>();
  for (const [role, atom] of pairs) {
    if (found.has(role)) return new Map();
    found.set(role, atom);
  }
  return found;
}

function besides({ text, numbers, places }: Numbered): [string, Atom][] {
  return numbers.flatMap((atom): [string, Atom][] => {
    const place = places.find(({ end }) => end <= atom.start && BARE.test(text.slice(end, atom.start)));
    return place ? [[place.role, atom]] : [];
  });
}

/** Each clause with a number has one role and no other number; null where that is not so. */
function byClause({ text, numbers, places }: Numbered, clauses: RegExp): [string, Atom][] | null {
  const cuts = [...text.matchAll(clauses)]
    .filter(({ index, 0: mark }) => !numbers.some(({ start, end }) => index >= start && index + mark.length <= end))
    .map(({ index }) => index);
  const clauseOf = (at: number) => cuts.filter((cut) => cut < at).length;
  const pairs: [string, Atom][] = [];
  for (const atom of numbers) {
    const clause = clauseOf(atom.start);
    const roles = new Set(places.filter(({ start }) => clauseOf(start) === clause).map(({ role }) => role));
    const [role] = roles;
    if (roles.size !== 1 || role === undefined || numbers.some((one) => one !== atom && clauseOf(one.start) === clause))
      return null;
    pairs.push([role, atom]);
  }
  return pairs;
}

function inTurn({ numbers, places }: Numbered): [string, Atom][] {
  if (numbers.length !== places.length) return [];
  const pairs = numbers.map((atom, i): [string, Atom] => [places[i]!.role, atom]);
  const isBefore = (i: number) => numbers[i]!.start < places[i]!.start;
  const inOrder = numbers.every((atom, i) => {
    const place = places[i]!;
    const next = numbers[i + 1];
    return (
      isBefore(i) === isBefore(0) &&
      (!next || (isBefore(0) ? place.start < next.start : atom.start < places[i + 1]!.start))
    );
  });
  return inOrder ? pairs : [];
}
