import { type Message, msg } from '../message.ts';
import { denies, deniesOnce } from './check-negation.ts';
import { checkOrder } from './check-order.ts';
import type { CheckedTexts } from './row-checks.ts';
import type { RowCode, RowFinding } from './row-finding.ts';
import type { Atom } from './values/atoms.ts';
import { type Match, matchValues } from './values/match.ts';
import { readValues } from './values/read-values.ts';

/** Holds the numbers, amounts, dates, times, places and directions of a row against each other, by their values. */
export function checkValues(texts: CheckedTexts): RowFinding[] {
  const { source, target, packs } = texts;
  const [own, other] = [readValues(source, packs.source), readValues(target, packs.target)];
  if (own.length === 0 && other.length === 0) return [];
  const match = matchValues(own, other);
  const cut = {
    source: (atom: Atom) => source.slice(atom.start, atom.end),
    target: (atom: Atom) => target.slice(atom.start, atom.end),
  };
  const finding = (
    { code, source: own, target: other }: Difference,
    severity: RowFinding['severity'],
    reason: (values: { found: string; expected: string }) => Message,
    suggestion: string | null = null,
  ): RowFinding => {
    const [found, expected] = [other ? cut.target(other) : '', own ? cut.source(own) : ''];
    return {
      code,
      severity,
      source: own && { start: own.start, end: own.end },
      target: other && { start: other.start, end: other.end },
      found,
      expected,
      suggestion,
      reason: reason({ found, expected }),
    };
  };
  const conflicts = match.conflicts.map(({ conflict, source: a, target: b, sure }) =>
    finding({ code: conflict, source: a, target: b }, sure ? 'error' : 'warning', REASONS[conflict]),
  );
  const pairs = differences(match).filter(
    ({ source: a, target: b }) =>
      !(a && b && isComplement(a, b) && (a.fraction || b.fraction ? denies(texts) : deniesOnce(texts))),
  );
  // Where numbers differ, nothing is to be seen of their places.
  if (conflicts.length === 0 && pairs.length === 0) return checkOrder(texts, match.atoms);
  return [
    ...conflicts,
    ...pairs.map((pair): RowFinding => {
      const { source: a, target: b } = pair;
      if (a && b) return finding(pair, 'error', REASONS.differs, suggestionOf(a, b, cut.target(b)));
      return finding(pair, a?.digits ? 'error' : 'warning', a ? REASONS.missing : REASONS.added);
    }),
  ];
}

const REASONS = {
  percent: (values: { found: string; expected: string }) =>
    msg('“{expected}” and “{found}” are the same number, but per cent or points stand on one side alone.', values),
  currency: (values: { found: string; expected: string }) =>
    msg('“{expected}” and “{found}” are not the same money.', values),
  unit: (values: { found: string; expected: string }) =>
    msg('“{expected}” and “{found}” are the same number in different units.', values),
  differs: (values: { found: string; expected: string }) =>
    msg('The source has “{expected}”, the translation “{found}”.', values),
  missing: ({ expected }: { found: string; expected: string }) =>
    msg('“{expected}” of the source is not in the translation.', { expected }),
  added: ({ found }: { found: string; expected: string }) => msg('“{found}” is not in the source.', { found }),
};

interface Difference {
  readonly code: RowCode;
  readonly source: Atom | null;
  readonly target: Atom | null;
}

/** What is left over on both sides goes together, the like with the like; what is left alone is missing or added, if it has to be there. */
function differences(match: Match): Difference[] {
  const found: Difference[] = [];
  const left = {
    source: match.source.filter(isWanted(match.target, match.scores)),
    target: match.target.filter(isWanted(match.source, match.scores)),
  };
  const pair = (code: (a: Atom, b: Atom) => RowCode, goTogether: (a: Atom, b: Atom) => boolean) => {
    for (const a of left.source) {
      const b = left.target.find((other) => goTogether(a, other));
      if (!b) continue;
      left.source = left.source.filter((one) => one !== a);
      left.target = left.target.filter((one) => one !== b);
      found.push({ code: code(a, b), source: a, target: b });
    }
  };
  for (const kind of ['month', 'weekday', 'region', 'compass'] as const) {
    pair(
      () => KIND_NAMES[kind],
      (a, b) => a.kind === kind && b.kind === kind,
    );
  }
  pair(
    () => 'time',
    (a, b) =>
      (a.kind === 'time' || b.kind === 'time') &&
      isClockLike(a) &&
      isClockLike(b) &&
      (a.strength > 0 || b.strength > 0),
  );
  const numbers = (a: Atom, b: Atom) => a.kind === 'number' && b.kind === 'number';
  const like = (a: Atom, b: Atom) =>
    (a.money !== undefined) === (b.money !== undefined) &&
    a.rate === b.rate &&
    (a.fraction ?? false) === (b.fraction ?? false);
  pair(codeOf, (a, b) => numbers(a, b) && like(a, b) && a.strength === 2 && b.strength === 2);
  pair(codeOf, (a, b) => numbers(a, b) && a.strength === 2 && b.strength === 2);
  pair(
    codeOf,
    (a, b) => numbers(a, b) && Math.max(a.strength, b.strength) === 2 && Math.min(a.strength, b.strength) === 1,
  );
  pair(
    codeOf,
    (a, b) =>
      numbers(a, b) &&
      Math.max(a.strength, b.strength) === 1 &&
      ((a.ordinal && b.ordinal) ||
        (a.fraction && b.fraction) ||
        (Math.min(a.strength, b.strength) === 1 && !a.ordinal && !b.ordinal && !a.fraction && !b.fraction)) === true,
  );
  for (const a of left.source)
    if (mustStand(a, match.scores) && !isClearYear(a, match.atoms))
      found.push({
        code: a.kind === 'time' ? 'time' : a.kind === 'month' ? 'date' : 'number-missing',
        source: a,
        target: null,
      });
  for (const b of left.target)
    if (mustStand(b, match.scores))
      found.push({
        code: b.kind === 'time' ? 'time' : b.kind === 'month' ? 'date' : 'number-added',
        source: null,
        target: b,
      });
  return found;
}

/**
 * A number in words that counts nothing known may be a turn of phrase: « les quatre cents coups »; a score may be told in
 * words, « sans but ».
 */
function mustStand({ strength, digits, money, rate, units, fraction, kind, score }: Atom, scores: boolean): boolean {
  if (score && !scores) return false;
  return strength === 2 && (digits || kind !== 'number' || Boolean(money ?? rate ?? units ?? fraction));
}

/** How far the year of a date stands from its month: "March 3, 2026", 2026年3月. */
const YEAR_DISTANCE = 6;

/** The year of a date whose month is on both sides: a text of the same year leaves it out. */
function isClearYear(year: Atom, atoms: Match['atoms']): boolean {
  const [amount = 0] = year.amounts;
  if (year.kind !== 'number' || !year.digits || amount < 1900 || amount > 2100 || year.units || year.money)
    return false;
  return atoms.source.some(
    (month) =>
      month.kind === 'month' &&
      Math.max(year.start - month.end, month.start - year.end) <= YEAR_DISTANCE &&
      atoms.target.some(({ kind, amounts }) => kind === 'month' && amounts[0] === month.amounts[0]),
  );
}

/** Three quarters empty and a quarter full; 70 per cent who stayed at home and 30 who voted. */
function isComplement(a: Atom, b: Atom): boolean {
  const share = ({ amounts, fraction, rate }: Atom) =>
    fraction ? amounts : rate === 'percent' ? amounts.map((amount) => amount / 100) : [];
  return share(a).some((x) => share(b).some((y) => x !== y && Math.abs(x + y - 1) < 0.005));
}

const KIND_NAMES = { month: 'date', weekday: 'weekday', region: 'place', compass: 'direction' } as const;

/** A conversion in brackets is an addition for the reader; a lone 1 is an article elsewhere. */
function isWanted(others: readonly Atom[], scores: boolean): (atom: Atom) => boolean {
  return (atom) => {
    if (
      atom.aside &&
      (atom.money || atom.units || atom.kind === 'time') &&
      !others.some((other) => other.kind === atom.kind && other.strength === 2)
    )
      return false;
    return !(
      atom.kind === 'number' &&
      atom.amounts[0] === 1 &&
      !(atom.score && scores) &&
      !atom.rate &&
      !others.some(({ kind, strength }) => kind === 'number' && strength === 2)
    );
  };
}

function isClockLike({ kind, amounts, rate, money, units }: Atom): boolean {
  if (kind === 'time') return true;
  return kind === 'number' && !rate && !money && (units?.includes('hour') ?? false) && (amounts[0] ?? 99) <= 24;
}

function codeOf(a: Atom, b: Atom): RowCode {
  const [x = 0, y = 0] = [a.amounts[0], b.amounts[0]];
  const power = Math.log10(x / y);
  return x > 0 && y > 0 && Math.abs(power) > 0.9 && Math.abs(power - Math.round(power)) < 1e-9
    ? 'number-magnitude'
    : 'number';
}

/** A number in digits that is written in the same way on both sides can be put right as it stands. */
function suggestionOf(a: Atom, b: Atom, found: string): string | null {
  return /^\d{1,3}$/u.test(found) &&
    a.digits &&
    a.amounts.length === 1 &&
    Number.isInteger(a.amounts[0]) &&
    a.amounts[0]! < 1000 &&
    b.kind === 'number' &&
    !a.rate &&
    !a.units
    ? String(a.amounts[0])
    : null;
}
