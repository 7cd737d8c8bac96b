import type { BeadStatus } from './bitext.ts';

/** What is said of a unit besides its texts: its status, or that with confidence (null where nobody knows it) and note. */
export type UnitMark = BeadStatus | readonly [status: BeadStatus, confidence: number | null, note: string];

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
