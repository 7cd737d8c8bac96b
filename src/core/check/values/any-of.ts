/** A text as these patterns are looked for: in small letters, every character in its place. */
export function lowerCased(text: string): string {
  const lowered = text.toLowerCase();
  return lowered.length === text.length ? lowered : text;
}

/** A pattern in small letters, but for its classes: looking for it in small letters takes half the time of the flag `i`. */
function lowerCasePattern(pattern: string): string {
  return pattern.replace(/\\[pP]\{[^}]*\}|\\.|[^\\]/gu, (part) => (part.startsWith('\\') ? part : part.toLowerCase()));
}

/** Arabic letters with the vowel signs that may stand over them: قُتل for قتل. */
function withMarks(pattern: string): string {
  return pattern.replace(
    /\[[^\]]*\]|(\p{Script=Arabic})([?*+]?)/gu,
    (part, letter: string | undefined, often: string) => {
      if (letter === undefined) return part;
      return often === '' ? `${letter}\\p{M}*` : `(?:${letter}\\p{M}*)${often}`;
    },
  );
}

/** Any of some patterns, for texts that `lowerCased` has made small, as whole words where they begin or end with letters of a script with spaces. */
export function anyOf(patterns: readonly string[]): RegExp | null {
  if (patterns.length === 0) return null;
  const han = patterns.filter((one) => HAN.test(one));
  const words = patterns.filter((one) => !HAN.test(one)).map(withMarks);
  // The sides are looked at once for all, not once for each.
  const spaced = words.length === 0 ? [] : [`(?<![\\p{L}\\p{M}])(?:${words.join('|')})(?![\\p{L}\\p{M}])`];
  return new RegExp(lowerCasePattern([...spaced, ...han].join('|')), 'gu');
}

const HAN = /\p{Script=Han}/u;
