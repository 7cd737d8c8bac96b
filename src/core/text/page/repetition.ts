/**
 * Which lines of a page come again: `same` in the same words, `like` with other
 * numbers ("Reply 12", "Reply 30"); null for the others. Buttons and labels of
 * lists do, sentences do not.
 */
export function repetitionOf(lines: readonly string[]): ('same' | 'like' | null)[] {
  const plain = lines.map((line) => line.toLowerCase().replace(/\s+/gu, ' ').trim());
  const bare = plain.map((line) => line.replace(/[\p{N}.,:]+/gu, '#'));
  const [same, like] = [countsOf(plain), countsOf(bare)];
  return lines.map((_, i) => (same.get(plain[i]!)! > 1 ? 'same' : like.get(bare[i]!)! > 1 ? 'like' : null));
}

function countsOf(lines: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}
