import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type CheckPack, EMPTY_CHECK_PACK } from '../core/check/check-pack.ts';
import type { HeadWords } from '../core/glossary/extraction/head-words.ts';
import { type Message, msg, verbatim, wordsOf } from '../core/message.ts';
import { Problem } from '../core/problem.ts';
import {
  type BoilerplatePhrases,
  type CreditMarks,
  emptyPack,
  type LanguagePack,
  type PackFor,
  type SharedWords,
} from '../core/text/language-pack.ts';
import { primarySubtag } from '../core/text/language-tag.ts';
import { joinNameWords } from '../core/text/name-words.ts';
import { acronymFile, checkFile, cityFile, givenNameFile } from './check-file.ts';
import { readHeadWords } from './head-words.ts';
import { credits, type LanguageFile, languageFile, phrases } from './language-file.ts';
import { pageModelFile } from './page-model-file.ts';
import type { Shape } from './shape.ts';

const DATA = new URL('../../data/', import.meta.url);

/**
 * Reads the language packs that ship with the program, once; a language without one gets an empty pack.
 * `docs/languages.md` says what each field of a pack is for.
 * @param data the folder with `languages/`, `boilerplate/`, `checks/`, `credits.json`, `acronyms.json`, `given-names.json`, `cities.json` and `page-models.json`
 * @throws Problem `bad-input` that names the file and the field that is wrong
 */
export function loadLanguagePacks(data = DATA): PackFor {
  const folder = new URL('languages/', data);
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const checks = checksIn(new URL(`checks/${name}`, data));
      return { name, file: readAs(languageFile, new URL(name, folder)), checks };
    });
  const smallWords = files.map(({ file: { language, starters }, checks }) => ({
    language,
    words: [...starters, ...checks.function].map((word) => word.toLowerCase()),
  }));
  const shared = { ...sharedBy(files.map(({ file }) => file)), smallWords };
  const creditMarks: CreditMarks = readAs(credits, new URL('credits.json', data));
  const acronyms = acronymsIn(new URL('acronyms.json', data));
  const cities = citiesIn(new URL('cities.json', data));
  const givenNames = givenNamesIn(new URL('given-names.json', data));
  // Only who looks for entries of a glossary or for posts asks for them.
  const headWords = readOnce(() => readHeadWords(new URL('heads/', data)));
  const pageModels = modelsIn(new URL('page-models.json', data));
  const packs = new Map<string, LanguagePack>();
  for (const { name, file, checks } of files) {
    const {
      nameWords: _n,
      joinedArticles: _j,
      lineContinuers: _l,
      fileCodes: _f,
      scriptSpellings: _s,
      declinedNames: _d,
      ...own
    } = file;
    const pack: LanguagePack = {
      ...own,
      boilerplate: phrasesIn(new URL(`boilerplate/${name}`, data)),
      checks: { ...checks, acronyms, givenNames, cities },
      shared,
      creditMarks,
      ...pageModels,
    };
    packs.set(own.language, withHeads(pack, headWords));
  }
  return (language) => {
    const primary = primarySubtag(language);
    return (
      packs.get(language) ??
      packs.get(ALIASES[primary] ?? primary) ?? { ...emptyPack(language), shared, creditMarks, ...pageModels }
    );
  };
}

/** A pack whose head words are read when they are first asked for. */
function withHeads(pack: LanguagePack, headWords: () => ReadonlyMap<string, HeadWords>): LanguagePack {
  return {
    ...pack,
    get heads() {
      return headWords().get(pack.language);
    },
  };
}

function readOnce<T>(read: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: read() };
    return known.value;
  };
}

/** Older tags, and those of a language's other written form. */
const ALIASES: Readonly<Record<string, string>> = { no: 'nb', iw: 'he', in: 'id', bs: 'hr', ji: 'yi' };

/** What all packs know together. */
function sharedBy(files: readonly LanguageFile[]): Omit<SharedWords, 'smallWords'> {
  return {
    nameWords: joinNameWords(files.map(({ nameWords = {} }) => nameWords)),
    joinedArticles: files.flatMap(({ joinedArticles = [] }) => joinedArticles),
    lineContinuers: files.flatMap(({ lineContinuers = [] }) => lineContinuers),
    fileCodes: files.flatMap(({ fileCodes = [] }) => fileCodes),
    scriptSpellings: files.flatMap(({ scriptSpellings = [] }) => scriptSpellings),
    declinedNames: files.flatMap(({ declinedNames = [] }) => declinedNames),
  };
}

function phrasesIn(file: URL): BoilerplatePhrases {
  return existsSync(file) ? readAs(phrases, file) : emptyPack('').boilerplate;
}

function checksIn(file: URL): CheckPack {
  return existsSync(file) ? { ...EMPTY_CHECK_PACK, ...readAs(checkFile, file) } : EMPTY_CHECK_PACK;
}

function acronymsIn(file: URL): CheckPack['acronyms'] {
  return existsSync(file) ? readAs(acronymFile, file).organisations : [];
}

function givenNamesIn(file: URL): readonly string[] {
  return existsSync(file) ? readAs(givenNameFile, file).names : [];
}

function citiesIn(file: URL): NonNullable<CheckPack['cities']> {
  return existsSync(file) ? readAs(cityFile, file).cities : [];
}

function modelsIn(file: URL): Pick<LanguagePack, 'pageModels'> {
  return existsSync(file) ? { pageModels: readAs(pageModelFile, file) } : {};
}

function readAs<T>(shape: Shape<T>, file: URL): T {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw unusable(file, wordsOf(error));
  }
  if (shape.fits(content)) return content;
  throw unusable(file, verbatim(shape.fault(content) ?? ''));
}

function unusable(file: URL, detail: Message): Problem {
  return new Problem(
    'bad-input',
    msg('The language file “{file}” cannot be used.', { file: file.pathname.split('/').slice(-2).join('/') }),
    detail,
    'Correct it; docs/languages.md says what each field holds.',
  );
}
