import type { LanguagePack } from '../../text/language-pack.ts';
import { formsOf } from './inflection.ts';
import { wordRules } from './word-rules.ts';
import type { Word } from './words.ts';

/**
 * How many letters of a word are written together with it and no part of the term: 1 for Arabic "to the minister", if the
 * term has the article, which then stays with it, and so does what hides one.
 * @param wanted the first word of the term
 * @param keys the forms by which the two are compared
 */
export function procliticLength(
  word: Word,
  wanted: Word,
  keys: (word: Word) => ReadonlySet<string>,
  pack: LanguagePack,
): number {
  const rules = wordRules(pack);
  if (rules.proclitics.length === 0) return 0;
  const forms = new Set([...keys(wanted), wanted.basic]);
  const isForm = (text: string) => [...formsOf(text, rules, true)].some((form) => forms.has(form));
  if (isForm(word.basic)) return 0;
  const article = rules.proclitics.find(([, hidden]) => hidden !== '')?.[1] ?? '';
  for (const [prefix, hidden] of rules.proclitics) {
    if (!word.basic.startsWith(prefix) || !isForm(hidden + word.basic.slice(prefix.length))) continue;
    if (word.basic.length !== word.raw.length) return 0;
    // An article stays with a noun that has it in the term; else what is written in the place of the term keeps it.
    const isDefinite = article !== '' && wanted.basic.startsWith(article);
    if (hidden !== '') return isDefinite ? 0 : prefix.length;
    return isDefinite && prefix.endsWith(article) ? prefix.length - article.length : prefix.length;
  }
  return 0;
}
