import { primarySubtag } from '../text/language-tag.ts';

/**
 * The forms under which a word may be written, as the set of what is left when
 * endings of number and case are taken off. Two words are forms of one if they
 * share one of these. No derivation is undone: "présidence" is no form of
 * "président", as a stemmer would have it.
 * @param word in lower case
 * @param gender whether endings of gender are taken off, too: for people's titles
 */
export function formsOf(word: string, language: string, gender: boolean): Set<string> {
  const rules = RULES[primarySubtag(language)];
  const forms = new Set([word]);
  if (!rules) return forms;
  for (const rule of rules.number) add(forms, word, ...rule);
  if (gender) for (const form of [...forms]) for (const rule of rules.gender) add(forms, form, ...rule);
  return forms;
}

/** Whether terms of a language stand in the form that its words are taken back to; else they are taken back as well. */
export function termsAreBasic(language: string): boolean {
  return RULES[primarySubtag(language)]?.basic === true || !RULES[primarySubtag(language)];
}

function add(forms: Set<string>, word: string, ending: string, stem: string, least: number, unless?: RegExp): void {
  if (word.endsWith(ending) && word.length - ending.length >= least && !unless?.test(word)) {
    forms.add(word.slice(0, word.length - ending.length) + stem);
  }
}

/** An ending, what stands in its place in the basic form, how many letters must be left before it, and words that only look so. */
type Rule = readonly [ending: string, stem: string, least: number, unless?: RegExp];
interface Rules {
  /** Whether a term stands in its basic form, so that only the text's words are taken back to it. */
  readonly basic?: true;
  readonly number: readonly Rule[];
  readonly gender: readonly Rule[];
}

const off = (endings: string, least: number): Rule[] => endings.split(' ').map((ending): Rule => [ending, '', least]);

const SLAVIC_LATIN = off(
  'a u owi em ie y i e ów om ami ach ą ę o ego emu ych ym ymi iego iemu ich im imi ej ia iem',
  3,
);

const RULES: Readonly<Record<string, Rules>> = {
  en: {
    basic: true,
    number: [
      ['s', '', 3, /(?:ss|us|is|ws)$/u],
      ['ies', 'y', 2],
      ['ches', 'ch', 2],
      ['shes', 'sh', 2],
      ['sses', 'ss', 2],
      ['xes', 'x', 2],
      ['men', 'man', 0],
      ['wives', 'wife', 0],
    ],
    gender: [
      ['woman', 'man', 3],
      ['women', 'man', 3],
      ['person', 'man', 4],
      ['persons', 'man', 4],
    ],
  },
  fr: {
    basic: true,
    number: [
      ['s', '', 3],
      ['x', '', 3],
      ['aux', 'al', 2],
    ],
    gender: [
      ['e', '', 4],
      ['ère', 'er', 3],
      ['euse', 'eur', 3],
      ['trice', 'teur', 2],
      ['ve', 'f', 3],
      ['enne', 'en', 2],
      ['onne', 'on', 2],
      ['ale', 'al', 2],
      ['elle', 'el', 2],
      ['ète', 'et', 2],
    ],
  },
  es: {
    basic: true,
    number: [
      ['s', '', 3],
      ['es', '', 3],
      ['ces', 'z', 2],
      ['iones', 'ión', 2],
      ['ores', 'or', 2],
    ],
    gender: [
      ['a', 'o', 3],
      ['a', '', 4],
      ['o', '', 4],
      ['enta', 'ente', 3],
      ['esa', 'e', 4],
    ],
  },
  pt: {
    basic: true,
    number: [
      ['s', '', 3],
      ['es', '', 3],
      ['ões', 'ão', 2],
      ['ais', 'al', 2],
    ],
    gender: [
      ['a', 'o', 3],
      ['a', '', 4],
      ['enta', 'ente', 3],
    ],
  },
  it: {
    basic: true,
    number: [
      ['i', 'o', 3],
      ['i', 'e', 3],
      ['e', 'a', 3],
      ['chi', 'co', 3],
      ['ghi', 'go', 3],
    ],
    gender: [
      ['a', 'o', 3],
      ['essa', 'e', 4],
      ['trice', 'tore', 2],
    ],
  },
  de: {
    number: [
      ...off('s es', 3),
      ...off('e en n em', 4),
      // Who is in a “Gewerkschaft” is no form of it.
      ['er', '', 4, /(?:schaft|ung|heit|keit|ion)er$/u],
      ['ern', '', 4, /(?:schaft|ung|heit|keit|ion)ern$/u],
    ],
    gender: [...off('in innen', 5), ['frau', 'mann', 3]],
  },
  nl: { number: [...off('s en', 3)], gender: [['ster', 'der', 4]] },
  sv: { number: off('s n en ar er or na erna arna', 4), gender: [] },
  da: { number: off('s n en et er e erne', 4), gender: [] },
  nb: { number: off('s n en et er e ene', 4), gender: [] },
  ru: {
    number: off(
      'а я у ю й о ом ем ой ей ою е и ы ов ев ам ям ами ями ах ях ый ий ого его ому ему ым им ых их ыми ими ая яя ую юю ое ее ые ие ь ью ия ию ии ией иям иями иях ьми',
      3,
    ),
    gender: [],
  },
  uk: {
    number: off(
      'а я у ю ом ем єм ою ею єю е і ї и ів їв ам ям ами ями ах ях ий ій ого його ому йому им їм их їх ими їми у ові еві єві ь ь ія ію ії',
      3,
    ),
    gender: [],
  },
  bg: { number: off('а я ът ят та то те и ове ите ът о е', 4), gender: [] },
  pl: { number: SLAVIC_LATIN, gender: [] },
  cs: { number: off('a u ovi em e i y ů ům ech ami ách ou o ého ému ých ým ými ě ích', 4), gender: [] },
  sk: { number: off('a u ovi om e i y ov och ami ách ou o ého ému ých ým ými', 4), gender: [] },
};
