import type { Word } from './words.ts';

/** Languages that put an adjective after its noun. */
export const ROMANCE = /^(?:fr|es|it|pt)\b/u;

/** Adjectives of nationality and the like. */
const ADJECTIVE =
  /(?:ais|aise|ois|oise|iens?|iennes?|ains?|aines?|éens?|éennes?|russe|grec|grecque|turc|turque|belge|suisse|arabe|serbe|croate|espagnole?|allemande?|britannique|bulgare|tchèque|slovaque|slovène|moldave|kurde|malgache|chypriote|basque|corse|kazakhe?|ouzbeke?|afghane?|catalane?|kosovare?|qatarie?|émiratie?|saoudite|fédérale?|actuelle?|sortante?|español|españoles|española|alemán|alemanes|catalán|británic[oa]|belga|croata|serbi[oa]|árabe|federal|actual|saliente|eñ[oa]|[nlqd]í|[nlqd]íes|rus[oa]|chin[oa]|turc[oa]|grieg[oa]|suec[oa]|suiz[oa]|polac[oa]|chec[oa]|húngar[oa]|sirio|siria|ano|ana|ense|és|esa|ino|ina|eno|ena|ese|iano|iana|ês|esa|allemand)s?$/u;

/** Whether a word may stand after the first of a term: "ministre russe des Affaires étrangères", also "sud-africain". */
export function interrupts(words: readonly Word[], at: number, text: string, language: string): boolean {
  const [word, next] = [words[at]!, words[at + 1]];
  if (!ROMANCE.test(language) || word.capital) return false;
  const compound = next && !next.capital && text.slice(word.end, next.start) === '-' && ADJECTIVE.test(next.raw);
  return ADJECTIVE.test(word.raw) || compound === true;
}

/** French endings of adjectives, masculine and feminine; those that are not here are the same in both. */
const ENDINGS: readonly (readonly [masculine: string, feminine: string])[] = [
  ['éen', 'éenne'],
  ['ien', 'ienne'],
  ['ain', 'aine'],
  ['ais', 'aise'],
  ['ois', 'oise'],
  ['ol', 'ole'],
  ['and', 'ande'],
  ['an', 'ane'],
  ['grec', 'grecque'],
  ['turc', 'turque'],
  ['al', 'ale'],
  ['el', 'elle'],
  ['ant', 'ante'],
];

/**
 * A French title with the adjective within it in the gender of a person: "ministre
 * nord-coréen des Affaires étrangères" as "ministre nord-coréenne …". Null where there is no adjective alone.
 * @param written the title as it stands in the text
 * @param title as the glossary has it
 */
export function withAgreement(written: string, title: string, gender: 'masculine' | 'feminine'): string | null {
  const found = /^(\p{L}+[\s\u00a0](?:\p{L}+-)?)(\p{Ll}+)([\s\u00a0].+)$/u.exec(written);
  const [, before = '', adjective = '', after = ''] = found ?? [];
  const isPlain = found && `${before.split(/[\s\u00a0]/u)[0]}${after}`.toLowerCase() === title.toLowerCase();
  if (!isPlain) return null;
  const [from, to] = gender === 'feminine' ? ([0, 1] as const) : ([1, 0] as const);
  const ending = ENDINGS.find((pair) => adjective.endsWith(pair[from]));
  return ending ? `${before}${adjective.slice(0, -ending[from].length)}${ending[to]}${after}` : written;
}
