import type { BeadStatus } from './bitext.ts';
import type { UnitOrigin, UnitProp } from './unit-origin.ts';

/** What a file says of a unit besides its texts. */
export interface UnitDetails {
  readonly status: BeadStatus;
  /** Whether the status is assumed, since the file says none and both sides have text. */
  readonly assumed?: boolean;
  /** From 0 to 1. */
  readonly confidence?: number;
  readonly note?: string;
  /** Who changed it last, by name, and when, ISO 8601. */
  readonly by?: string;
  readonly at?: string;
  /** Number of its paragraph, from 0, where the file has one. */
  readonly paragraph?: number;
  readonly props?: readonly UnitProp[];
  readonly origin?: UnitOrigin;
}

/** Most units have nothing but their status; “assumed” is one that is confirmed since nothing else is said. */
export type UnitMark = BeadStatus | 'assumed' | UnitDetails;

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
