/** The items of a list that is written on one line, "1) Bread 2) Milk". */
export interface InlineList {
  /** Where an item begins, the first left out. */
  readonly begins: readonly number[];
  /** Behind each item's marker: no sentence ends there. */
  readonly afterMarkers: ReadonlySet<number>;
}

const MARKER = /(?<=^|\s)(?:(?<label>\d{1,2}|[a-z])(?<mark>\.\)|[.)])(?=\s)|[•⁃▪‣](?=\s|\d))/gu;
const FIRST_MARKER = /^\s*(?:(?:1|a)(?:\.\)|[.)])\s|[•⁃▪‣])/u;

/** Finds the items of a list on one line. Only a text that begins with a list's first marker is one, and each marker must follow on the one before. */
export function inlineList(text: string): InlineList {
  const begins: number[] = [];
  const afterMarkers = new Set<number>();
  if (!FIRST_MARKER.test(text)) return { begins, afterMarkers };
  let expected: string | undefined;
  for (const match of text.matchAll(MARKER)) {
    const { label, mark } = match.groups ?? {};
    if (expected !== undefined && match[0] !== expected) continue;
    if (expected !== undefined) begins.push(match.index);
    afterMarkers.add(match.index + match[0].length);
    expected = label === undefined ? match[0] : `${following(label)}${mark}`;
  }
  return { begins, afterMarkers };
}

function following(label: string): string {
  return /\d/u.test(label) ? String(Number(label) + 1) : String.fromCharCode(label.charCodeAt(0) + 1);
}
