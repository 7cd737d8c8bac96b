/** A unit: what it measures, and how many of the base unit it is (SI; for durations days). */
interface Unit {
  readonly dimension: string;
  readonly factor: number;
}

const of = (dimension: string, factors: Readonly<Record<string, number>>): [string, Unit][] =>
  Object.entries(factors).map(([name, factor]) => [name, { dimension, factor }]);

/** The units that texts of newspapers use; their names are those of `data/checks`. */
export const UNITS: ReadonlyMap<string, Unit> = new Map([
  ...of('length', {
    mm: 0.001,
    cm: 0.01,
    m: 1,
    km: 1000,
    inch: 0.0254,
    foot: 0.3048,
    yard: 0.9144,
    mile: 1609.344,
    nmi: 1852,
    verst: 1066.8,
    li: 500,
  }),
  ...of('area', { m2: 1, km2: 1e6, hectare: 1e4, acre: 4046.856, ft2: 0.092903, mi2: 2589988, mu: 666.67 }),
  ...of('mass', {
    mg: 1e-6,
    g: 0.001,
    kg: 1,
    tonne: 1000,
    shortton: 907.18474,
    quintal: 100,
    pound: 0.45359237,
    ounce: 0.028349523,
    stone: 6.35029,
    jin: 0.5,
  }),
  ...of('volume', {
    ml: 0.001,
    cl: 0.01,
    litre: 1,
    hl: 100,
    m3: 1000,
    gallon: 3.785412,
    pint: 0.473176,
    barrel: 158.987,
    ft3: 28.3168,
  }),
  ...of('speed', { kmh: 1, mph: 1.609344, knot: 1.852, ms: 3.6 }),
  ...of('temperature', { celsius: 1, fahrenheit: 1, kelvin: 1 }),
  ...of('power', { w: 1, kw: 1e3, mw: 1e6, gw: 1e9, hp: 745.7 }),
  ...of('energy', { wh: 1, kwh: 1e3, mwh: 1e6, gwh: 1e9, twh: 1e12 }),
  ...of('time', {
    second: 1 / 86400,
    minute: 1 / 1440,
    hour: 1 / 24,
    day: 1,
    week: 7,
    month: 365.2425 / 12,
    year: 365.2425,
  }),
  ...of('data', { kb: 1e3, mb: 1e6, gb: 1e9, tb: 1e12 }),
]);

/**
 * Whether two amounts are one in different units. What is converted is rounded, so lengths, weights and the like may
 * differ by a share of `MAX_ROUNDING`, temperatures by a degree and a half; of durations only what
 * people say for each other is one: a week and eight days, two weeks and fifteen days.
 */
export function isConverted(a: number, unitOfA: string, b: number, unitOfB: string): boolean {
  const [left, right] = [UNITS.get(unitOfA), UNITS.get(unitOfB)];
  if (!left || !right || left.dimension !== right.dimension) return false;
  // Eight days are a week to the French and the Germans, fifteen two.
  if (unitOfA === unitOfB) return unitOfA === 'day' && FORTNIGHTS.has(`${Math.min(a, b)} ${Math.max(a, b)}`);
  if (left.dimension === 'temperature') {
    const [x, y] = [celsius(a, unitOfA), celsius(b, unitOfB)];
    // A difference of temperatures has no zero.
    return (
      Math.abs(x - y) <= 1.5 ||
      isNear(unitOfA === 'fahrenheit' ? a / 1.8 : a, unitOfB === 'fahrenheit' ? b / 1.8 : b, 0.08)
    );
  }
  if (left.dimension === 'time') {
    const [x, y] = [inDays(a, unitOfA, unitOfB), inDays(b, unitOfB, unitOfA)];
    return isNear(x * left.factor, y * right.factor, 0.02);
  }
  return isNear(a * left.factor, b * right.factor, MAX_ROUNDING);
}

const MAX_ROUNDING = 0.1;
const FORTNIGHTS: ReadonlySet<string> = new Set(['7 8', '14 15']);

function isNear(x: number, y: number, share: number): boolean {
  return Math.abs(x - y) <= share * Math.max(Math.abs(x), Math.abs(y));
}

function celsius(value: number, unit: string): number {
  if (unit === 'fahrenheit') return (value - 32) / 1.8;
  return unit === 'kelvin' ? value - 273.15 : value;
}

/** Eight days are a week, and fifteen two, where the other side counts weeks. */
function inDays(value: number, unit: string, other: string): number {
  return unit === 'day' && other === 'week' && value % 7 === 1 && value <= 15
    ? value - 1
    : value === 15 && unit === 'day' && other === 'week'
      ? 14
      : value;
}
