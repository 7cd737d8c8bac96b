import type { LanguagePack } from '../language-pack.ts';

/** What numbers with a full stop may be in a language. */
type Numbering = Pick<LanguagePack, 'months' | 'ordinalDot'>;

/** The items of a list that is written on one line, "1) Bread 2) Milk". */
export interface InlineList {
  /** Where an item begins, the first left out. */
  readonly begins: readonly number[];
  /** Behind each item's marker: no sentence ends there. */
  readonly afterMarkers: ReadonlySet<number>;
}

const MARKER = /(?<=^|\s)(?:(?<label>\d{1,2}|[a-z])(?<mark>\.\)|[.)])(?=\s)|[•⁃▪‣](?=\s|\d))/gu;
const FIRST_MARKER = /^\s*(?:(?:1|a)(?:\.\)|[.)])\s|[•⁃▪‣])/u;

/** Behind a colon a sentence goes on with the first item; the others begin one where the one before has ended. */
const ANNOUNCED_MARKER = /[:：]\s+(?:1|a)(?:\.\)|[.)])\s/u;
const ENDED = /\p{Sentence_Terminal}["'”’»)]*\s*$/u;

/**
 * Finds the items of a list on one line. Only a text that begins with a list's first marker, or has it behind a colon, is one,
 * and each marker must follow on the one before.
 * @param pack a number before a month, or before any small word where "2." is “second”, begins no item, unless the one before has ended
 */
export function inlineList(text: string, pack: Numbering): InlineList {
  const begins: number[] = [];
  const afterMarkers = new Set<number>();
  const announced = FIRST_MARKER.test(text) ? undefined : ANNOUNCED_MARKER.exec(text);
  if (announced === null) return { begins, afterMarkers };
  let expected: string | undefined;
  for (const match of text.matchAll(MARKER)) {
    const { label, mark } = match.groups ?? {};
    if (announced && match.index <= announced.index) continue;
    if (expected !== undefined && match[0] !== expected) continue;
    if (isOrdinal(text, match, pack)) {
      // What begins with "1. mai" is no list.
      if (expected === undefined) break;
      continue;
    }
    if (expected !== undefined && (!announced || ENDED.test(text.slice(0, match.index)))) begins.push(match.index);
    afterMarkers.add(match.index + match[0].length);
    expected = label === undefined ? match[0] : `${following(label)}${mark}`;
  }
  return { begins, afterMarkers };
}

/** "1. mai ja 2. juuni": a number in mid-sentence with a small word behind it. */
function isOrdinal(text: string, { 0: marker, index }: RegExpExecArray, { months, ordinalDot }: Numbering): boolean {
  if (!/^\d{1,2}\.$/u.test(marker) || ENDED.test(text.slice(0, index))) return false;
  const next = /^\s*(\p{Ll}[\p{L}\p{M}]*)/u.exec(text.slice(index + marker.length))?.[1];
  return next !== undefined && (ordinalDot || months.flat().some((month) => next.startsWith(month)));
}

function following(label: string): string {
  return /\d/u.test(label) ? String(Number(label) + 1) : String.fromCharCode(label.charCodeAt(0) + 1);
}
