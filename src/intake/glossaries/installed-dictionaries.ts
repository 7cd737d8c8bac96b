import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { closeness } from '../../core/text/language-tag.ts';
import { languageFromCode } from '../language-codes.ts';

/** A dictionary that the machine has for its dict server. */
export interface InstalledDictionary {
  /** Its languages, as BCP 47 has them. */
  readonly from: string;
  readonly to: string;
  /** Path of the dictionary; its index stands beside it. */
  readonly dictionary: string;
  readonly index: string;
}

/** Where Debian and others put dictionaries for dictd. */
export const DICTD_FOLDER = '/usr/share/dictd';

/** FreeDict names its dictionaries by their languages in ISO 639-3: `freedict-deu-fra`, or without the first word. */
const NAMED_BY_LANGUAGES = /^(?:freedict-)?([a-z]{3})-([a-z]{3})\.dict(?:\.dz)?$/u;

/** The dictionaries of two languages in a folder, in order of their names; none where there is no such folder. */
export function installedDictionaries(folder: string): InstalledDictionary[] {
  const names = new Set(namesIn(folder));
  return [...names].sort().flatMap((name): InstalledDictionary[] => {
    const languages = NAMED_BY_LANGUAGES.exec(name);
    const index = name.replace(/\.dict(?:\.dz)?$/u, '.index');
    if (!languages || !names.has(index)) return [];
    const [from = '', to = ''] = languages.slice(1).map(languageFromCode);
    return [{ from, to, dictionary: join(folder, name), index: join(folder, index) }];
  });
}

/** Those that serve a pair of languages, in either direction. */
export function dictionariesBetween(
  dictionaries: readonly InstalledDictionary[],
  from: string,
  to: string,
): InstalledDictionary[] {
  const serves = (a: string, b: string) => closeness(from, a) > 0 && closeness(to, b) > 0;
  return dictionaries.filter((own) => serves(own.from, own.to) || serves(own.to, own.from));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
