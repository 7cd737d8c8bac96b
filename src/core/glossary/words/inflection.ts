import type { LanguagePack } from '../../text/language-pack.ts';
import type { Ending, WordRules } from './word-rules.ts';

/**
 * The forms under which a word may be written, as the set of what is left when
 * endings of number and case are taken off. Two words are forms of one if they
 * share one of these. No derivation is undone: "présidence" is not a form of
 * "président", as a stemmer would have it.
 * @param word in lower case
 * @param withGender whether endings of gender are taken off as well: for people's titles
 */
export function formsOf(
  word: string,
  { number, gender, irregular, stems }: WordRules,
  withGender: boolean,
): Set<string> {
  const forms = new Set([word]);
  const base = irregular.get(word);
  if (base !== undefined) forms.add(base);
  for (const rule of number) add(forms, word, rule);
  if (withGender) for (const form of [...forms]) for (const rule of gender) add(forms, form, rule);
  // A vowel that comes and goes: посол, послом.
  for (const form of [...forms]) {
    for (const [pattern, written] of stems) if (form.length > 3) forms.add(form.replace(pattern, written));
  }
  return forms;
}

/** Whether terms of a language are given in the form that its words are taken back to; else they are taken back as well. */
export function termsAreBasic({ grammar }: LanguagePack): boolean {
  return grammar?.inflection?.basic === true || !grammar?.inflection;
}

function add(forms: Set<string>, word: string, { ending, replacement, least, unless }: Ending): void {
  if (word.endsWith(ending) && word.length - ending.length >= least && !unless?.test(word)) {
    forms.add(word.slice(0, word.length - ending.length) + replacement);
  }
}
