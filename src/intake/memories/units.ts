import type { BeadStatus, Side } from '../../core/bitext/bitext.ts';
import type { InlineCode } from '../../core/bitext/inline/codes.ts';
import type { SideOrigin, UnitOrigin, UnitProp } from '../../core/bitext/unit-origin.ts';
import type { Problem } from '../../core/problem.ts';
import type { LeftOutParts } from './left-out.ts';

/** One language of a translation unit. */
export interface UnitVariant {
  /** As the file writes it; empty where it leaves it out. */
  readonly language: string;
  readonly text: string;
  /** Which side of the unit it is, where the format says that by more than the language. */
  readonly side?: Side;
  readonly origin?: SideOrigin;
}

/** A translation unit: its text in each of its languages, and what its file says about it. */
export interface TranslationUnit {
  readonly variants: readonly UnitVariant[];
  readonly notes: readonly string[];
  /** Not given where the file says nothing of it. */
  readonly status?: BeadStatus | undefined;
  /** From 0 to 1. */
  readonly confidence?: number | undefined;
  /** The document that it comes from and the number of its paragraph there, from 1. */
  readonly place?: { readonly document: string; readonly paragraph: number } | undefined;
  /** Properties of other tools, in their order. */
  readonly props?: readonly UnitProp[];
  /** What the file says of it that is only kept. */
  readonly origin?: Omit<UnitOrigin, 'sides' | 'notes'>;
  /** Inline codes for which there was no place. */
  readonly codesLost: number;
}

/** Reads translation units piece by piece. */
export interface UnitReader {
  /** Takes the next piece of the text; returns the units that are whole with it. */
  write(piece: string): TranslationUnit[];
  /** The file's end. Returns what is wrong where it was cut off or damaged, else null. */
  end(): Problem | null;
  /** Whether it has proved to be damaged, so that nothing more is read of it. */
  isDamaged(): boolean;
  /** Places that were no XML and were read as they are meant. */
  repaired(): number;
  /** How often something damaged was left out and the next unit read. */
  restarts(): number;
  /** What the file says of its source language; empty before it is read, or where it says nothing. */
  sourceLanguage(): string;
  /** What of the file no unit has. */
  leftOut(): LeftOutParts;
  /** Letters of all texts of the file as the parser gives them; of codes that units have; and of what was left out. */
  letters(): { readonly read: number; readonly inCodes: number; readonly leftOut: number };
}

/** Gives an inline code the character that stands for it, or null where there is none left. */
export type CharFor = (code: InlineCode) => string | null;

/** Codes are left out. */
export const NO_CODES: CharFor = () => null;
