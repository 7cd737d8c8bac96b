import type { BeadStatus } from './bitext.ts';

/** A property that another tool gave a unit; of one type there may be several. */
export type UnitProp = readonly [type: string, value: string];

/** What a file says of a unit besides its texts. */
export interface UnitDetails {
  readonly status: BeadStatus;
  /** From 0 to 1. */
  readonly confidence?: number;
  readonly note?: string;
  /** Who changed it last, by name, and when, ISO 8601. */
  readonly by?: string;
  readonly at?: string;
  readonly props?: readonly UnitProp[];
}

/** Most units have nothing but their status. */
export type UnitMark = BeadStatus | UnitDetails;

/**
 * Translation units of two languages as three columns of the same length, each
 * an array in JSON and UTF-8: so the store takes them, and so they go from thread to thread at no
 * cost. Long memories would be slower by half with an object a unit.
 */
export interface UnitRows {
  readonly count: number;
  /** Texts (`string[]`), empty where a unit says nothing in the language, never on both sides. */
  readonly source: Uint8Array;
  readonly target: Uint8Array;
  /** `UnitMark[]`. */
  readonly marks: Uint8Array;
}
