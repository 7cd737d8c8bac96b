import type { Side } from '../../core/bitext/bitext.ts';
import { ANY_LANGUAGE } from '../../core/glossary/any-language.ts';
import { type Table, withoutHint } from '../table-rows.ts';
import { tableWords } from './table-words.ts';

/**
 * What each column of a table is, by its place: a field such as "term" or
 * "status", "term:fr" for terms of a language where a row is a pair, or "" to
 * leave it out.
 */
export type TableMapping = readonly string[];

const FIELDS: Readonly<Record<string, string>> = {
  id: 'concept',
  entry: 'concept',
  lang: 'language',
  pos: 'part_of_speech',
  'part of speech': 'part_of_speech',
  partofspeech: 'part_of_speech',
  comment: 'note',
  remarks: 'note',
  domain: 'subject_field',
  subject: 'subject_field',
};

/** Whether a text is a table of terms with a header, by its first line. */
export function isGlossaryTable(text: string): boolean {
  const first = withoutHint(text).split(/\r?\n/u, 1)[0] ?? '';
  const columns = first.split(/[,;\t|]/u).map(plain);
  const fields = columns.map(fieldOf);
  if (fields.includes('term') && fields.includes('language')) return true;
  if (sidesOf(columns)) return true;
  return columns.length > 1 && columns.filter((column) => languageOf(column) !== null).length > 1;
}

/**
 * Which columns hold a text and its translation, by their names in whatever language; null where the header does not say
 * so. Where only the translation has such a name, terms are what it translates.
 * @param columns in lower case
 */
export function sidesOf(columns: readonly string[]): Readonly<Record<Side, number>> | null {
  const { sides, columns: fields } = tableWords();
  const sideOf = (column: string) => sides.get(column.replaceAll("'", '’'));
  const isTerm = (column: string) => column === 'term' || fields.get(column) === 'term';
  const target = columns.findIndex((column) => sideOf(column) === 'target');
  const named = columns.findIndex((column) => sideOf(column) === 'source');
  const terms = columns.findIndex(isTerm);
  const byLanguage = columns.some((column) => fieldOf(column) === 'language');
  // Of a table with terms and their languages, a source is where a term was found.
  const source = terms < 0 ? named : byLanguage ? -1 : terms;
  return source < 0 || target < 0 ? null : { source, target };
}

/** What the columns seem to be, by their names. */
export function guessMapping({ columns }: Pick<Table, 'columns'>): string[] {
  const names = columns.map(plain);
  const pair = sidesOf(names);
  if (pair) {
    return names.map((name, at) => (at === pair.source || at === pair.target ? `term:${ANY_LANGUAGE}` : fieldOf(name)));
  }
  const byTerm = names.some((name) => fieldOf(name) === 'term');
  return columns.map((column) => {
    const name = plain(column);
    const language = byTerm ? null : languageOf(name);
    return language ? `term:${language}` : fieldOf(name);
  });
}

/** The field that a column is of, by its name; one that is not known has its own. */
export function fieldOf(name: string): string {
  return FIELDS[name] ?? tableWords().columns.get(name.replaceAll("'", '’')) ?? name;
}

/** A column that is named by a language, or by terms of one: "en", "fr-CA", "French", "terme français", "Term (DE)". */
export function languageOf(column: string): string | null {
  const whole = languageNamed(column);
  if (whole) return whole;
  const words = column.split(/[\s_:()[\]/-]+/u).filter(Boolean);
  const isTerm = (word: string) => word === 'term' || word === 'terms' || tableWords().columns.get(word) === 'term';
  const others = words.filter((word) => !isTerm(word));
  const [language = null, ...more] = new Set(others.map(languageNamed));
  return others.length < words.length && more.length === 0 ? language : null;
}

function languageNamed(column: string): string | null {
  const named = NAMES.get(column);
  if (named) return named;
  if (!/^[a-z]{2,3}(?:[-_][a-z]{2}|[-_][a-z]{4}|[-_]\d{3})*$/iu.test(column) || NO_LANGUAGES.has(column)) return null;
  try {
    const tag = new Intl.Locale(column.replaceAll('_', '-')).toString();
    return ENGLISH.of(tag) === tag ? null : tag;
  } catch {
    return null;
  }
}

const ENGLISH = new Intl.DisplayNames(['en'], { type: 'language' });

/** Short words that head columns and happen to be languages' codes. */
const NO_LANGUAGES = new Set(['id', 'no', 'pos', 'ids', 'as', 'is', 'to', 'do', 'key', 'tag']);

const NAMES = new Map(
  'en fr de es it pt nl ru pl uk ar zh ja ko sv da nb fi el tr cs hu ro he'.split(' ').flatMap((tag, _at, tags) => {
    const readers = new Set(['en', 'fr', 'de', 'es', 'it', tag].filter((reader) => tags.includes(reader)));
    return [...readers].map((reader) => {
      const name = new Intl.DisplayNames([reader], { type: 'language' }).of(tag) ?? tag;
      return [name.toLowerCase(), tag] as const;
    });
  }),
);

function plain(column: string): string {
  return column.trim().replace(/^"|"$/gu, '').trim().toLowerCase();
}
