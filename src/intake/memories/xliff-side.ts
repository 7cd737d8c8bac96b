import type { InlineCode } from '../../core/bitext/inline/codes.ts';

/** A side of a unit as it is read: its text, and which parts of it are marked as segments. */
export interface XliffSide {
  readonly language: string;
  /** Parts in their order, each with the name of the segment that it is marked as; empty for what stands in none. */
  readonly parts: { readonly segment: string; text: string }[];
}

export function textOf({ parts }: XliffSide): string {
  return parts.map(({ text }) => text).join('');
}

/** What kind of code a character stands for; undefined for other characters. */
export type KindOf = (char: string) => InlineCode['kind'] | undefined;

/** Whether a text is more than white space and codes. */
export function hasText(text: string, kindOf: KindOf): boolean {
  for (const char of text) if (char.trim() !== '' && kindOf(char) === undefined) return true;
  return false;
}

/**
 * The texts of the segments that are marked in a side, by their names; null where text stands outside of them, so
 * that they are not all of it. Codes between segments go with a neighbour: what opens a stretch with the next one,
 * what closes it with the one before. White space between them belongs to neither.
 */
export function segmentsOf({ parts }: XliffSide, kindOf: KindOf): Map<string, string> | null {
  const segments = new Map<string, string>();
  /** Codes that wait for the segment behind them. */
  let waiting = '';
  let last = '';
  for (const { segment, text } of parts) {
    if (segment !== '') {
      segments.set(segment, (segments.get(segment) ?? '') + waiting + text);
      waiting = '';
      last = segment;
      continue;
    }
    if (hasText(text, kindOf)) return null;
    for (const char of text) {
      const kind = kindOf(char);
      if (kind === 'open' || (kind && last === '')) waiting += char;
      else if (kind) segments.set(last, `${segments.get(last)}${char}`);
    }
  }
  if (waiting && last) segments.set(last, `${segments.get(last)}${waiting}`);
  return segments;
}
