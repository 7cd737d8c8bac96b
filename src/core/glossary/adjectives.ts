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
