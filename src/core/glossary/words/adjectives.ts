import type { Grammar } from '../../text/grammar.ts';
import type { LanguagePack } from '../../text/language-pack.ts';
import { wordRules } from './word-rules.ts';
import type { Word } from './words.ts';

/** Whether a word may stand after the first of a term: "ministre russe des Affaires étrangères", also "sud-africain". */
export function interrupts(words: readonly Word[], at: number, text: string, pack: LanguagePack): boolean {
  const [word, next] = [words[at]!, words[at + 1]];
  if (word.capital) return false;
  const { adjective } = wordRules(pack);
  const compound = next && !next.capital && text.slice(word.end, next.start) === '-' && adjective.test(next.raw);
  return adjective.test(word.raw) || compound === true;
}

/**
 * A title with the adjective within it in the gender of a person: French "ministre
 * nord-coréen des Affaires étrangères" as "ministre nord-coréenne …". Null where there is no adjective alone,
 * or the language has no endings for it.
 * @param written the title as it is in the text
 * @param title as the glossary has it
 */
export function withAgreement(
  written: string,
  title: string,
  gender: 'masculine' | 'feminine',
  { agreement }: Grammar,
): string | null {
  if (!agreement) return null;
  const found = /^(\p{L}+[\s\u00a0](?:\p{L}+-)?)(\p{Ll}+)([\s\u00a0].+)$/u.exec(written);
  const [, before = '', adjective = '', after = ''] = found ?? [];
  const isPlain = found && `${before.split(/[\s\u00a0]/u)[0]}${after}`.toLowerCase() === title.toLowerCase();
  if (!isPlain) return null;
  const [from, to] = gender === 'feminine' ? ([0, 1] as const) : ([1, 0] as const);
  const ending = agreement.find((pair) => adjective.endsWith(pair[from]));
  return ending ? `${before}${adjective.slice(0, -ending[from].length)}${ending[to]}${after}` : written;
}
