import type { LanguagePack } from '../language-pack.ts';
import { monthsOf } from './months.ts';

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

/** A place by its name, with capitals where its script has them, and what stands behind its comma. */
const PLACE_WORD = "[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}.’'()-]*";
const PLACE_NAME = `${PLACE_WORD}(?: (?:\\p{Ll}{1,3} )?${PLACE_WORD}){0,3}`;
const PLACE_AND_DAY = new RegExp(
  `^${PLACE_NAME}(?:, ?${PLACE_NAME})?, ?([^,]{3,30}(?:, ?\\p{N}{4})?|[^,()]{3,20} [—–-]{1,2} \\p{Lu}[\\p{L}-]*(?: \\p{Lu}[\\p{L}-]*){0,2})\\.$`,
  'u',
);
/** An agency between strokes or in brackets: "/TASS/." */
const AGENCY = /^(?:\/[^/]{2,40}\/|[(（][^()（）]{2,40}[)）])\.?$/u;

/**
 * How many of the first sentences of a paragraph are a dateline with stops of its own: "NORTH BAY, 16 December. /TASS/."
 * @param pack of its language, for names of months
 */
export function datelineSentences(sentences: readonly string[], pack: LanguagePack): number {
  const [first = '', ...others] = sentences.map((sentence) => sentence.trim());
  const [, day = ''] = PLACE_AND_DAY.exec(first) ?? [];
  const words = first.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  if (words > MAX_WORDS || !monthsOf(pack)?.pattern.test(day)) return 0;
  const agencies = others.findIndex((sentence) => !AGENCY.test(sentence));
  return 1 + Math.max(0, agencies);
}

const MAX_WORDS = 10;
