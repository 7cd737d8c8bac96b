/** A text as a regular expression that means just it. */
export function literalPattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');
}

/** A pattern that any of some texts matches, the longest first; nothing matches it where there is none. ’ is any apostrophe. */
export function oneOf(texts: readonly string[]): string {
  if (texts.length === 0) return '(?!)';
  const longestFirst = texts.toSorted((a, b) => b.length - a.length);
  return `(?:${longestFirst.map((text) => literalPattern(text).replace(/’/gu, "[’']")).join('|')})`;
}
