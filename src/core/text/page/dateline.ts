const PLACE = "\\p{Lu}[\\p{Lu}\\p{M} .’'/-]{1,40}";
const PLACE_IN_SMALL_LETTERS = "\\p{Lu}[\\p{L}\\p{M}.’'-]+(?: \\p{Lu}[\\p{L}\\p{M}.’'-]+){0,3}";
const MORE_PLACES = "(?:, ?[\\p{L}\\p{M}\\p{N}. ’'-]{1,30}){0,3}";
/** Place in capitals with or without more, or place with the agency in brackets; then a dash. */
const DATELINE = new RegExp(
  `^\\s*(?:${PLACE}${MORE_PLACES}(?: ?\\([^()]{2,40}\\))?|${PLACE_IN_SMALL_LETTERS}${MORE_PLACES} ?\\([^()]{2,40}\\))(?: ?[—–]| --?| -(?= ))`,
  'u',
);

/** The dateline with which a story begins, "MOSCOW, Jan. 16 (Reuters) —", or an empty text. */
export function datelineIn(block: string): string {
  const found = DATELINE.exec(block)?.[0].trim() ?? '';
  return /\p{Lu}{2}|\(/u.test(found) ? found : '';
}
