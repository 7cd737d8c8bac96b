import type { InlineCode } from '../../core/bitext/codes.ts';
import type { UnitProp } from '../../core/bitext/unit-rows.ts';
import type { Problem } from '../../core/problem.ts';
import { sameLanguage } from '../../core/text/language-tag.ts';
import { languageFromCode } from '../language-codes.ts';

/** One language of a translation unit. */
export interface UnitVariant {
  /** As the file writes it. */
  readonly language: string;
  readonly text: string;
}

/** A translation unit: what it says in each of its languages, and what is said of it. */
export interface TranslationUnit {
  readonly variants: readonly UnitVariant[];
  readonly notes: readonly string[];
  /** Properties that our own files give a unit, by their type. */
  readonly props: Readonly<Record<string, string>>;
  /** Properties of other tools, in their order. */
  readonly others?: readonly UnitProp[];
  /** Who changed it last and when, as the file writes it; empty where it does not say. */
  readonly changed?: { readonly by: string; readonly at: string };
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
  mended(): number;
  /** How often something damaged was left out and the next unit read. */
  restarts(): number;
  /** What the file says of its source language; empty before it is read, or where it says nothing. */
  sourceLanguage(): string;
}

/** Gives an inline code the character that stands for it, or null where there is none left. */
export type CharFor = (code: InlineCode) => string | null;

/** Codes are left out. */
export const NO_CODES: CharFor = () => null;

/** What a unit says in a language: of the very variety that is asked for, else of any; empty where it says nothing. */
export function textIn({ variants }: TranslationUnit, language: string): string {
  const isSaid = ({ text }: UnitVariant) => text !== '';
  const exact = variants.find((variant) => isSaid(variant) && languageFromCode(variant.language) === language);
  const found =
    exact ?? variants.find((variant) => isSaid(variant) && sameLanguage(languageFromCode(variant.language), language));
  return found?.text ?? '';
}

/** A segment's text with its white space put in order: breaks and runs of spaces are one. */
export function tidied(text: string): string {
  // Most segments have single spaces alone, and to look is quicker than to replace.
  return (/[^\S\u00a0\u202f ]| {2}/u.test(text) ? text.replace(/[^\S\u00a0\u202f]+/gu, ' ') : text).trim();
}
