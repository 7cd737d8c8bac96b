import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { emptyPack, type LanguagePack, type PackFor } from '../core/text/language-pack.ts';
import { primarySubtag } from '../core/text/language-tag.ts';

const LANGUAGES = new URL('../../data/languages/', import.meta.url);
const CREDITS = new URL('../../data/credits.json', import.meta.url);
const BOILERPLATE = new URL('../../data/boilerplate/', import.meta.url);

/** Reads the language packs that ship with the program, once; a language without one gets an empty pack. */
export function loadLanguagePacks(): PackFor {
  const packs = new Map<string, LanguagePack>();
  const creditMarks = readJson(CREDITS) as LanguagePack['creditMarks'];
  for (const file of readdirSync(LANGUAGES).filter((name) => name.endsWith('.json'))) {
    const pack = readJson(new URL(file, LANGUAGES)) as LanguagePack;
    const phrases = new URL(file, BOILERPLATE);
    const boilerplate = existsSync(phrases) ? readJson(phrases) : emptyPack(pack.language).boilerplate;
    packs.set(pack.language, { ...pack, boilerplate: boilerplate as LanguagePack['boilerplate'], creditMarks });
  }
  return (language) => {
    const primary = primarySubtag(language);
    return packs.get(language) ?? packs.get(ALIASES[primary] ?? primary) ?? { ...emptyPack(language), creditMarks };
  };
}

/** Older tags, and those of a language's other written form. */
const ALIASES: Readonly<Record<string, string>> = { no: 'nb', iw: 'he', in: 'id', bs: 'hr', ji: 'yi' };

function readJson(file: URL): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
