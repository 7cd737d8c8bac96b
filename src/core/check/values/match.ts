import type { Side } from '../../bitext/bitext.ts';
import type { Atom, Mention } from './atoms.ts';
import { isConverted, UNITS } from './units.ts';

/** In what a value and its counterpart differ though the number is the same. */
export type Conflict = 'percent' | 'currency' | 'unit';

/** The values of a text and its translation, held against each other. */
export interface Match {
  readonly conflicts: readonly {
    readonly conflict: Conflict;
    readonly source: Atom;
    readonly target: Atom;
    readonly sure: boolean;
  }[];
  /** The values of each side, in the reading that was chosen. */
  readonly atoms: Readonly<Record<Side, readonly Atom[]>>;
  /** What has no counterpart. */
  readonly source: readonly Atom[];
  readonly target: readonly Atom[];
  /** Whether both sides write a score in digits: 3-1. */
  readonly scores: boolean;
}

/** A value's counterpart is looked for among so many values about its place: a row may hold a whole table. */
const NEAR = 200;

/** Finds for each value of the source one of the translation, by whichever of their readings fit. */
export function matchValues(source: readonly Mention[], target: readonly Mention[]): Match {
  const all = target.flatMap(({ readings }) => readings.flat());
  const own = source.flatMap((one, i) => bestReading(one, near(all, i / source.length)));
  const atoms = { source: own, target: target.flatMap((one, i) => bestReading(one, near(own, i / target.length))) };
  const rated = { source: atoms.source.some(isRated), target: atoms.target.some(isRated) };
  const free = { source: new Set(atoms.source), target: new Set(atoms.target) };
  const conflicts: { conflict: Conflict; source: Atom; target: Atom; sure: boolean }[] = [];
  const pairs: { a: Atom; b: Atom; fit: number }[] = [];
  for (const [i, a] of atoms.source.entries())
    for (const b of near(atoms.target, i / atoms.source.length)) {
      const fit = fitOf(a, b);
      if (fit > 0) pairs.push({ a, b, fit });
    }
  pairs.sort((x, y) => y.fit - x.fit);
  for (const { a, b, fit } of pairs) {
    if (!free.source.has(a) || !free.target.has(b)) continue;
    const conflict = fit === CONFLICT_FIT ? conflictOf(a, b) : null;
    if (conflict === 'percent' && !isAlone(a, b, rated)) continue;
    free.source.delete(a);
    free.target.delete(b);
    if (conflict) conflicts.push({ conflict, source: a, target: b, sure: true });
  }
  for (const { a, b, fit } of pairs)
    if (fit === CONFLICT_FIT && free.source.has(a) && free.target.has(b)) {
      free.source.delete(a);
      free.target.delete(b);
    }
  const left = (unmatched: ReadonlySet<Atom>, all: readonly Atom[], others: readonly Atom[]) =>
    all.filter(
      (atom, i) =>
        unmatched.has(atom) &&
        !near(others, i / all.length).some((other) => fitOf(atom, other) >= SAME_FIT || isRepeated(atom, other)),
    );
  return {
    conflicts: [...conflicts, ...bareMoney(pairs, atoms)],
    atoms,
    source: left(free.source, atoms.source, atoms.target),
    target: left(free.target, atoms.target, atoms.source),
    scores: atoms.source.some(({ score }) => score) && atoms.target.some(({ score }) => score),
  };
}

/** The values that may be the counterpart of one that stands at a share of its side: of many those about the same share. */
function near(values: readonly Atom[], share: number): readonly Atom[] {
  if (values.length <= NEAR) return values;
  const from = Math.round(share * values.length) - NEAR / 2;
  const first = Math.min(Math.max(from, 0), values.length - NEAR);
  return values.slice(first, first + NEAR);
}

/** The first reading of which everything is on the other side, too; else the likeliest. */
function bestReading({ readings }: Mention, others: readonly Atom[]): readonly Atom[] {
  if (readings.length === 1) return readings[0]!;
  const fits = (least: number) =>
    readings.find((atoms) => atoms.every((atom) => others.some((other) => fitOf(atom, other) >= least)));
  return fits(SAME_FIT) ?? fits(CONFLICT_FIT) ?? readings[0]!;
}

const EXACT_FIT = 4;
const SAME_FIT = 3;
const CONFLICT_FIT = 1;

/** How well two values fit: 0 not at all, `CONFLICT_FIT` by their number alone. */
function fitOf(a: Atom, b: Atom): number {
  if (a.kind !== b.kind) return isHour(a, b) || isHour(b, a) ? SAME_FIT : 0;
  if (a.name !== undefined) return a.name === b.name ? EXACT_FIT : 0;
  if ((a.score && b.ordinal) || (b.score && a.ordinal)) return 0;
  if (isOrdinalForSpan(a, b) || isOrdinalForSpan(b, a)) return 0;
  const same = isSameAmount(a, b);
  if (a.kind !== 'number') return same ? EXACT_FIT : 0;
  if (!same) return isEquivalent(a, b) ? SAME_FIT : 0;
  if (conflictOf(a, b)) return CONFLICT_FIT;
  const alike =
    (a.rate ?? '') === (b.rate ?? '') &&
    (a.money === undefined) === (b.money === undefined) &&
    (a.units === undefined) === (b.units === undefined);
  return alike ? EXACT_FIT : SAME_FIT + 0.5;
}

/** A quarter of a year is three months, and no third. */
function isOrdinalForSpan(ordinal: Atom, span: Atom): boolean {
  return ordinal.ordinal === true && span.units !== undefined && span.strength === 0;
}

/** An hour of the day may be a bare number: "at 5", "à 17 heures". */
function isHour(time: Atom, number: Atom): boolean {
  if (time.kind !== 'time' || number.kind !== 'number' || number.rate || number.money) return false;
  return number.amounts.some(
    // "From 7 to 9 p.m.": the word stands once for two hours.
    (hour) => hour <= 24 && time.amounts.some((minutes) => minutes % 60 === 0 && (minutes / 60 - hour) % 12 === 0),
  );
}

function isSameAmount(a: Atom, b: Atom): boolean {
  return a.amounts.some((x) =>
    b.amounts.some(
      (y) =>
        isClose(x, y) ||
        ((a.decade || b.decade || (a.score && b.score)) &&
          Math.min(x, y) < 100 &&
          Math.max(x, y) > 1000 &&
          x % 100 === y % 100),
    ),
  );
}

function isClose(x: number, y: number): boolean {
  return Math.abs(x - y) <= 1e-9 * Math.max(1, Math.abs(x), Math.abs(y));
}

/** The same in other units, or a share in per cent. */
function isEquivalent(a: Atom, b: Atom): boolean {
  if (a.units && b.units) {
    return a.units.some((from) =>
      b.units!.some((to) => a.amounts.some((x) => b.amounts.some((y) => isConverted(x, from, y, to)))),
    );
  }
  const share = (part: Atom, rate: Atom) =>
    part.fraction === true &&
    rate.rate === 'percent' &&
    part.amounts.some((x) => rate.amounts.some((y) => Math.abs(x * 100 - y) < 1));
  const decimal = (part: Atom, number: Atom) =>
    part.fraction === true &&
    !number.rate &&
    part.amounts.some((x) => number.amounts.some((y) => Math.abs(x - y) < 0.005));
  return share(a, b) || share(b, a) || decimal(a, b) || decimal(b, a);
}

function conflictOf(a: Atom, b: Atom): Conflict | null {
  if ((a.rate ?? '') !== (b.rate ?? '') && !a.money && !b.money) return 'percent';
  if (a.money && b.money && !a.money.some((code) => b.money!.includes(code))) return 'currency';
  if (a.units && b.units && !(a.money && b.money) && !a.units.some((unit) => b.units!.includes(unit))) {
    const equal = a.units.some((from) => b.units!.some((to) => isConverted(a.amounts[0]!, from, b.amounts[0]!, to)));
    return equal || (a.strength === 0 && b.strength === 0) ? null : 'unit';
  }
  return null;
}

/** A sign that is written once for two numbers stands with one of them alone: "3 to 5 percent", « entre 3 % et 5 % ». */
function isAlone(a: Atom, b: Atom, rated: Readonly<Record<Side, boolean>>): boolean {
  if (isRated(a) && isRated(b)) return true;
  return isRated(a) ? !rated.target : !rated.source;
}

function isRated({ rate }: Atom): boolean {
  return rate !== undefined;
}

/** Money on one side, and no money at all on the other. */
function bareMoney(
  pairs: readonly { a: Atom; b: Atom; fit: number }[],
  atoms: { source: readonly Atom[]; target: readonly Atom[] },
): Match['conflicts'] {
  const has = ({ money }: Atom) => money !== undefined;
  if (atoms.source.some(has) === atoms.target.some(has)) return [];
  const pair = pairs.find(
    ({ a, b, fit }) => fit >= SAME_FIT && a.digits && b.digits && has(a) !== has(b) && !(a.units ?? b.units),
  );
  return pair ? [{ conflict: 'currency', source: pair.a, target: pair.b, sure: false }] : [];
}

/** A value that was said already may be said again. */
function isRepeated(atom: Atom, other: Atom): boolean {
  if (isOrdinalForSpan(atom, other) || isOrdinalForSpan(other, atom)) return false;
  return atom.kind === other.kind && atom.kind === 'number' && isSameAmount(atom, other);
}

/** What a unit measures, or nothing. */
export function dimensionOf({ units }: Atom): string | undefined {
  return units?.map((unit) => UNITS.get(unit)?.dimension).find(Boolean);
}
