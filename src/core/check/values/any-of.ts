/** Any of some patterns, as whole words where they begin or end with letters of a script with spaces. */
export function anyOf(patterns: readonly string[]): RegExp | null {
  if (patterns.length === 0) return null;
  const han = patterns.filter((one) => HAN.test(one));
  const words = patterns.filter((one) => !HAN.test(one));
  // The sides are looked at once for all, not once for each.
  const spaced = words.length === 0 ? [] : [`(?<![\\p{L}\\p{M}])(?:${words.join('|')})(?![\\p{L}\\p{M}])`];
  return new RegExp([...spaced, ...han].join('|'), 'giu');
}

const HAN = /\p{Script=Han}/u;
