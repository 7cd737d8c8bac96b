import { commonPlaces } from '../../text/common-parts.ts';
import type { Span } from '../../text/sentences.ts';

export const TEXT_STYLES = ['bold', 'italic'] as const;
export type TextStyle = (typeof TEXT_STYLES)[number];

/** A stretch of a text that its file shows in bold or italics. It stands beside the text, so that no rule that reads letters sees it. */
export interface StyledSpan extends Span {
  readonly style: TextStyle;
}

/** Stretches in order, those of a style that touch or overlap made one; what has no length is left out. */
export function mergedSpans(spans: readonly StyledSpan[]): StyledSpan[] {
  const merged: StyledSpan[] = [];
  for (const style of TEXT_STYLES) {
    let last: { start: number; end: number; style: TextStyle } | undefined;
    for (const span of spans.filter((one) => one.style === style && one.start < one.end).toSorted(inOrder)) {
      if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
      else {
        last = { ...span };
        merged.push(last);
      }
    }
  }
  return merged.toSorted(inOrder);
}

function inOrder(a: StyledSpan, b: StyledSpan): number {
  return a.start - b.start || b.end - a.end || (a.style < b.style ? -1 : 1);
}

/** Stretches as they stand in a slice of their text, from 0. */
export function spansWithin(spans: readonly StyledSpan[], { start, end }: Span): StyledSpan[] {
  return spans
    .filter((span) => span.start < end && span.end > start)
    .map((span) => ({ ...span, start: Math.max(span.start, start) - start, end: Math.min(span.end, end) - start }));
}

/** Stretches of a text that stands so far behind in another. */
export function shiftedSpans(spans: readonly StyledSpan[], by: number): StyledSpan[] {
  return spans.map((span) => ({ ...span, start: span.start + by, end: span.end + by }));
}

/**
 * Stretches where they stand in a text that was made of theirs by changes that leave its letters as they are: other white
 * space, composed letters, words put together that a line's end had cut. White space at the ends of a stretch is none of it.
 * @param to the text as it was made of `from`
 */
export function spansIn(to: string, from: string, spans: readonly StyledSpan[]): StyledSpan[] {
  if (spans.length === 0) return [];
  const counts = BROKEN_WORD.test(from) ? NEITHER_SPACE_NOR_HYPHEN : NO_SPACE;
  const before = lettersBefore(from, counts);
  const letters = letterPlaces(to, counts);
  return mergedSpans(
    spans.flatMap(({ start, end, style }) => {
      const [first, last] = [letters[before[start]!], letters[before[end]! - 1]];
      return first && last && first.start < last.end ? [{ start: first.start, end: last.end, style }] : [];
    }),
  );
}

const BROKEN_WORD = /[-\u2010\u00ad]\r?\n/u;
/** What is no letter: white space, soft hyphens, what has no width, marks of direction; and hyphens where lines' ends cut words. */
const NO_SPACE = /[^\s\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const NEITHER_SPACE_NOR_HYPHEN = /[^\s\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069\u2010-]/u;

/** How many letters, taken apart into what they are composed of, stand before each place of a text. */
function lettersBefore(text: string, counts: RegExp): number[] {
  const before: number[] = [];
  let letters = 0;
  for (const char of text) {
    for (let i = 0; i < char.length; i++) before.push(letters);
    for (const part of char.normalize('NFD')) if (counts.test(part)) letters += 1;
  }
  return [...before, letters];
}

/** Where each letter, taken apart, stands in a text. */
function letterPlaces(text: string, counts: RegExp): Span[] {
  const places: Span[] = [];
  let at = 0;
  for (const char of text) {
    const place = { start: at, end: at + char.length };
    for (const part of char.normalize('NFD')) if (counts.test(part)) places.push(place);
    at = place.end;
  }
  return places;
}

/** What is left of the stretches of a text in a newer version of it: those of the words that have stayed. */
export function spansInVersion(text: string, before: string, spans: readonly StyledSpan[]): StyledSpan[] {
  if (spans.length === 0 || text === before) return [...spans];
  const [old, fresh] = [wordsOf(before), wordsOf(text)];
  const places = commonPlaces(
    old.map(({ word }) => word),
    fresh.map(({ word }) => word),
  );
  let first = 0;
  return mergedSpans(
    spans.toSorted(inOrder).flatMap(({ style, ...span }) => {
      const kept: StyledSpan[] = [];
      let last = -1;
      while (first < old.length && old[first]!.end <= span.start) first += 1;
      for (let i = first; i < old.length && old[i]!.start < span.end; i++) {
        const { start, end } = old[i]!;
        const place = places.get(i);
        if (place === undefined) continue;
        const shift = fresh[place]!.start - start;
        const from = Math.max(start, span.start) + shift;
        // What stands between two words that have stayed together is of the stretch as well.
        kept.push({
          style,
          start: place === last + 1 && last >= 0 ? fresh[last]!.end : from,
          end: Math.min(end, span.end) + shift,
        });
        last = place;
      }
      return kept;
    }),
  );
}

function wordsOf(text: string): (Span & { readonly word: string })[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu)].map(({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }));
}
