import type { NameWords } from '../text/name-words.ts';

/**
 * Whether two names, however alike, are those of two people: a man and a woman,
 * or two with other initials.
 * @param left the parts of a name in lower case and Latin letters, the family name last
 */
export function areOthers(
  left: readonly string[],
  right: readonly string[],
  { familyEndings }: Pick<NameWords, 'familyEndings'>,
): boolean {
  const initials = (parts: readonly string[]) =>
    parts
      .filter((part) => part.length === 1)
      .sort()
      .join('');
  const [mine, theirs] = [initials(left), initials(right)];
  if (mine && theirs && mine !== theirs && left.length !== right.length) return true;
  if (left.length < 2 || left.length !== right.length) return false;
  const last = left.length - 1;
  return (
    left.slice(0, last).some((part, i) => isOtherGender(part, right[i]!)) ||
    isOtherFamilyForm(left[last]!, right[last]!, familyEndings)
  );
}

/** Whether two given names are of a man and a woman, or of two women, by their endings: Maria and Mario, Jean and Jeanne, Anna and Anne. */
function isOtherGender(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 3) return false;
  if (long.length === short.length) {
    return short.slice(0, -1) === long.slice(0, -1) && /^(?:ao|oa|ae|ea)$/u.test(`${short.at(-1)}${long.at(-1)}`);
  }
  return long === `${short}a` || (/[nlt]$/u.test(short) && long === `${short}${short.at(-1)}e`);
}

/** Whether two family names are the Slavic ones of a man and a woman: Ivanov and Ivanova. */
function isOtherFamilyForm(a: string, b: string, endings: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return long === `${short}a` && endings.some((ending) => short.endsWith(ending));
}
