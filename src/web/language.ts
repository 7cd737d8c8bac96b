import { readFileSync } from 'node:fs';
import type { Request } from 'express';
import { type Catalogue, type Translator, translator } from '../core/translator.ts';
import { cookieOf } from './cookies.ts';

/** Languages of the interface; each has its catalogue in `data/messages`. */
export const INTERFACE_LANGUAGES = ['en', 'fr'] as const;
export type InterfaceLanguage = (typeof INTERFACE_LANGUAGES)[number];

export const LANGUAGE_COOKIE = 'visavis_language';

const FOLDER = new URL('../../data/messages/', import.meta.url);
const CATALOGUES = Object.fromEntries(
  INTERFACE_LANGUAGES.map((language) => [language, readCatalogue(language)]),
) as Record<InterfaceLanguage, Catalogue>;
const TRANSLATORS = Object.fromEntries(
  INTERFACE_LANGUAGES.map((language) => [language, translator(language, CATALOGUES[language])]),
) as Record<InterfaceLanguage, Translator>;

/** The language of a page: the one that was set, else the browser's. */
export function languageOf(request: Request): InterfaceLanguage {
  const set = chosenLanguage(request);
  if (set) return set;
  return (request.acceptsLanguages([...INTERFACE_LANGUAGES]) || 'en') as InterfaceLanguage;
}

/** The language that somebody has set in this browser; null where it follows the browser's. */
export function chosenLanguage(request: Request): InterfaceLanguage | null {
  const set = cookieOf(request, LANGUAGE_COOKIE);
  return INTERFACE_LANGUAGES.find((language) => language === set) ?? null;
}

export function translatorIn(language: InterfaceLanguage): Translator {
  return TRANSLATORS[language];
}

/** The words of a language, for a translator in another thread. */
export function catalogueOf(language: InterfaceLanguage): Catalogue {
  return CATALOGUES[language];
}

function readCatalogue(language: InterfaceLanguage): Catalogue {
  return JSON.parse(readFileSync(new URL(`${language}.json`, FOLDER), 'utf8')) as Catalogue;
}
