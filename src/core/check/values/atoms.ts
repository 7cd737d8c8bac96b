/** One value that a text states. */
export interface Atom {
  readonly kind: 'number' | 'time' | 'month' | 'weekday' | 'compass' | 'region';
  /** All its readings: a number; minutes of the day; a month or weekday from 1; for a name none. */
  readonly amounts: readonly number[];
  readonly name?: string;
  /** 2 has to stand on the other side, too; 1 only must not stand there otherwise; 0 may be what another value has as its counterpart. */
  readonly strength: 0 | 1 | 2;
  readonly digits: boolean;
  readonly rate?: 'percent' | 'points';
  /** Codes that the word for its money may mean. */
  readonly money?: readonly string[];
  readonly units?: readonly string[];
  /** A decade may leave its century out. */
  readonly decade?: boolean;
  /** Roman numerals and ordinals are held against each other. */
  readonly ordinal?: boolean;
  readonly fraction?: boolean;
  /** Stands beside another number with a sign between: 3-1. */
  readonly score?: boolean;
  readonly start: number;
  readonly end: number;
  /** Stands in brackets, as conversions do. */
  readonly aside?: boolean;
}

/** A place in a text that states values, in one of several readings, the likeliest first. */
export interface Mention {
  readonly readings: readonly (readonly Atom[])[];
}

/** What stands in digits, in one reading, and has to stand on the other side, too. */
export function inDigits(
  kind: Atom['kind'],
  amount: number,
  { start, end }: Pick<Atom, 'start' | 'end'>,
  unit?: string,
): Atom {
  return { kind, amounts: [amount], strength: 2, digits: true, start, end, ...(unit && { units: [unit] }) };
}
