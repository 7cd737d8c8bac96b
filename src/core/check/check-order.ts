import { msg } from '../message.ts';
import { onceFor } from '../once-for.ts';
import { literalPattern, oneOf } from '../text/literal-pattern.ts';
import type { CheckPack } from './check-pack.ts';
import type { CheckedTexts } from './row-checks.ts';
import type { RowFinding } from './row-finding.ts';
import type { Atom } from './values/atoms.ts';
import { withTaken } from './values/literals.ts';
import { assigned, type Place } from './values/roles.ts';
import { TAKEN } from './values/tokens.ts';
import { lowerCased, type PhraseFinder, phraseFinder } from './words/phrase-finder.ts';

/**
 * Two numbers that stand on both sides and have changed places: 5 dead and 17 wounded for 17 dead and 5 wounded; from
 * 3 to 5 for from 5 to 3; 39 to 61 votes. Only where both sides say what each number is, by words for which the pack has a
 * role: languages order a sentence as they like.
 */
export function checkOrder(
  { source, target, packs }: CheckedTexts,
  numbers: Readonly<Record<'source' | 'target', readonly Atom[]>>,
): RowFinding[] {
  const [from, to] = [rolesOf(packs.source.checks), rolesOf(packs.target.checks)];
  if (!from || !to) return [];
  const [own, other] = [numbersIn(numbers.source), numbersIn(numbers.target)];
  if (own.length < 2 || other.length < 2) return [];
  const sides = {
    source: { text: lowerCased(source), atoms: own },
    target: { text: lowerCased(target), atoms: other },
  };
  const shared = sides.source.atoms.filter((a) => sides.target.atoms.some((b) => isSame(a, b)));
  if (new Set(shared.map(({ amounts }) => amounts[0])).size < 2) return [];
  for (const group of Object.keys(from.groups)) {
    const [one, two] = [from.groups[group], to.groups[group]];
    if (!one || !two) continue;
    const roles = rolesIn(sides.source, from, group, one);
    // Most rows do not say what two numbers are.
    const crossed = roles.size < 2 ? null : crossing(roles, rolesIn(sides.target, to, group, two));
    if (crossed) return [finding(crossed, source, target)];
  }
  const one = tallyIn(sides.source, from);
  const two = one && tallyIn(sides.target, to);
  if (!one || !two || isSame(one[0], one[1]) || !isSame(one[0], two[1]) || !isSame(one[1], two[0])) return [];
  const isVote = has(from.votes, sides.source.text) || has(to.votes, sides.target.text);
  if (!isVote || isLost(sides.source, from) || isLost(sides.target, to)) return [];
  return [finding([one[0], two[0]], source, target)];
}

function rolesIn({ text, atoms }: Side, { clauses }: Roles, group: string, words: RoleWords): Map<string, Atom> {
  const places = placesOf(text, words);
  return places.length < 2
    ? new Map()
    : assigned({ text, numbers: atoms, places }, group === 'change' ? null : clauses);
}

function has(words: PhraseFinder | null, text: string): boolean {
  return words?.isIn(text) ?? false;
}

function without(words: PhraseFinder, text: string): string {
  return withTaken(text, words.find(text)).replaceAll(TAKEN, '');
}

function numbersIn(atoms: readonly Atom[]): Atom[] {
  return atoms
    .filter(({ kind, strength, ordinal, fraction }) => kind === 'number' && strength > 0 && !ordinal && !fraction)
    .sort((a, b) => a.start - b.start);
}

interface Side {
  readonly text: string;
  readonly atoms: readonly Atom[];
}

interface RoleWords {
  readonly any: PhraseFinder | null;
  readonly each: readonly (readonly [role: string, words: PhraseFinder | null])[];
}

interface Roles {
  readonly groups: Readonly<Record<string, RoleWords>>;
  /** What parts clauses. */
  readonly clauses: RegExp;
  readonly votes: PhraseFinder | null;
  /** What may stand between the two numbers of a tally, besides the word for votes. */
  readonly to: PhraseFinder | null;
  /** Words that reject: a tally may be told from the other end. */
  readonly denied: PhraseFinder | null;
}

const rolesOf = onceFor(({ roles, tally, negation, and, prefixes = [] }: CheckPack): Roles | null => {
  if (!roles) return null;
  const joints = [`[ \\u00a0](?:${oneOf(and)})[ \\u00a0]`, ...prefixes.map((prefix) => ` ${literalPattern(prefix)}`)];
  return {
    groups: Object.fromEntries(
      Object.entries(roles).map(([group, words]) => [
        group,
        {
          any: phraseFinder(Object.values(words).flat()),
          each: Object.entries(words).map(([role, patterns]) => [role, phraseFinder(patterns)] as const),
        },
      ]),
    ),
    clauses: new RegExp([CLAUSE_SIGNS, ...joints].join('|'), 'gu'),
    votes: phraseFinder(tally?.votes ?? []),
    to: phraseFinder(tally?.to ?? []),
    denied: phraseFinder([...negation.words, ...negation.hidden]),
  };
});

/** Signs that part what is said of one number from what is said of another, as a word for "and" does. */
const CLAUSE_SIGNS = '[,;:.!?،؛。，；、]';

function placesOf(text: string, { any, each }: RoleWords): Place[] {
  return (any?.find(text) ?? []).flatMap(({ start, end }) => {
    const role = each.find(([, words]) => words?.isIn(text.slice(start, end)))?.[0];
    return role === undefined ? [] : [{ role, start, end }];
  });
}

function isSame(a: Atom, b: Atom): boolean {
  return a.amounts[0] === b.amounts[0];
}

/** The first two numbers that have each other's roles on the other side. */
function crossing(own: ReadonlyMap<string, Atom>, other: ReadonlyMap<string, Atom>): [Atom, Atom] | null {
  for (const [role, a] of own) {
    for (const [rival, b] of own) {
      if (role === rival || isSame(a, b)) continue;
      const [c, d] = [other.get(role), other.get(rival)];
      if (c && d && isSame(a, d) && isSame(b, c)) return [a, c];
    }
  }
  return null;
}

/** A vote that was lost may be told from the other end. */
function isLost({ text }: Side, { denied, to }: Roles): boolean {
  return has(denied, to ? without(to, text) : text);
}

/** The two numbers of a vote that is told as "61 votes to 39". */
function tallyIn({ text, atoms }: Side, roles: Roles): [Atom, Atom] | null {
  if (!roles.votes || !roles.to) return null;
  for (const [i, a] of atoms.entries()) {
    const b = atoms[i + 1];
    if (!b) break;
    const between = without(roles.votes, text.slice(a.end, b.start)).trim();
    if (/^[-–:]$/u.test(between) || (between !== '' && without(roles.to, between).trim() === '')) return [a, b];
  }
  return null;
}

function finding([own, other]: readonly [Atom, Atom], source: string, target: string): RowFinding {
  const [expected, found] = [source.slice(own.start, own.end), target.slice(other.start, other.end)];
  return {
    code: 'number-order',
    severity: 'warning',
    source: { start: own.start, end: own.end },
    target: { start: other.start, end: other.end },
    found,
    expected,
    suggestion: null,
    reason: msg('Two numbers have changed places: where the source has “{expected}”, the translation has “{found}”.', {
      expected,
      found,
    }),
  };
}
