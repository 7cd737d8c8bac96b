import { sameName } from '../../glossary/names.ts';
import type { LanguagePack } from '../../text/language-pack.ts';

const LATIN = /\p{Script=Latin}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;

/**
 * The probability that two single names are one where scripts differ: the best of how the one is written and of what of it is heard (Wright,
 * Knight, White, Joyce have letters that are not), and of the other with and without the ending of a case (Кейнсом).
 */
export function likenessAcross(a: string, aPack: LanguagePack, b: string, bPack: LanguagePack): number {
  let best = 0;
  for (const x of heard(a)) for (const y of heard(b)) best = Math.max(best, sameName(x, aPack, y, bPack));
  return best;
}

function heard(name: string): string[] {
  if (CYRILLIC.test(name)) return [name, name.slice(0, -1), name.slice(0, -2)].filter(({ length }) => length > 2);
  if (!LATIN.test(name)) return [name];
  const spoken = name
    .replace(/^[KW](?=[nr])/u, '')
    .replace(/gh(?=t|$)/u, '')
    .replace(/^Wh?(?=[aeiou])/u, 'U')
    .replace(/(?<=[^aeiou])e(?=s?$)/u, '');
  return spoken === name || spoken.length < 3 ? [name] : [name, spoken];
}
