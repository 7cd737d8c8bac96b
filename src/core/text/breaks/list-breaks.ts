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
 */
export function inlineList(text: string): InlineList {
  const begins: number[] = [];
  const afterMarkers = new Set<number>();
  const announced = FIRST_MARKER.test(text) ? undefined : ANNOUNCED_MARKER.exec(text);
  if (announced === null) return { begins, afterMarkers };
  let expected: string | undefined;
  for (const match of text.matchAll(MARKER)) {
    const { label, mark } = match.groups ?? {};
    if (announced && match.index <= announced.index) continue;
    if (expected !== undefined && match[0] !== expected) continue;
    if (expected !== undefined && (!announced || ENDED.test(text.slice(0, match.index)))) begins.push(match.index);
    afterMarkers.add(match.index + match[0].length);
    expected = label === undefined ? match[0] : `${following(label)}${mark}`;
  }
  return { begins, afterMarkers };
}

function following(label: string): string {
  return /\d/u.test(label) ? String(Number(label) + 1) : String.fromCharCode(label.charCodeAt(0) + 1);
}
