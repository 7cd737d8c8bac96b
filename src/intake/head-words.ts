import { existsSync, readFileSync } from 'node:fs';
import type { HeadKind, HeadWord, HeadWords } from '../core/glossary/extraction/head-words.ts';

/** The languages of a line, in the order of its columns. */
export const HEAD_LANGUAGES = ['en', 'fr', 'de', 'es', 'it', 'pt', 'nl', 'ru', 'ar', 'zh'] as const;

const FILES = {
  role: 'roles',
  body: 'bodies',
  field: 'fields',
  thing: 'things',
  country: 'countries',
} as const satisfies Record<HeadKind, string>;

/** Lines of a file are numbered from a thousand of its own. */
const APART = 1000;

/**
 * Reads the words by which posts and bodies are found, by language: a line a meaning, columns parted by ";"; "~" before a
 * line for bodies that every country has.
 */
export function readHeadWords(folder: URL): ReadonlyMap<string, HeadWords> {
  const words = new Map<string, Map<string, HeadWord>>(HEAD_LANGUAGES.map((language) => [language, new Map()]));
  (Object.keys(FILES) as HeadKind[]).forEach((kind, k) => {
    readLines(new URL(`${FILES[kind]}.csv`, folder)).forEach(([first = '', ...rest], line) => {
      const national = first.startsWith('~');
      const cells = [first.replace(/^~/u, ''), ...rest];
      HEAD_LANGUAGES.forEach((language, column) => {
        const list = words.get(language)!;
        for (const one of wordsIn(cells[column] ?? '')) {
          addMeaning(list, { ...one, national }, kind, (k + 1) * APART + line);
        }
      });
    });
  });
  const stops = listsIn(new URL('stops.csv', folder));
  const and = listsIn(new URL('and.csv', folder));
  const deputies = listsIn(new URL('deputies.csv', folder));
  const formers = listsIn(new URL('formers.csv', folder));
  const interims = listsIn(new URL('interims.csv', folder));
  const leaving = listsIn(new URL('leaving.csv', folder));
  const courtesy = listsIn(new URL('courtesy.csv', folder));
  return new Map(
    HEAD_LANGUAGES.map((language, column) => [
      language,
      {
        words: [...words.get(language)!.values()],
        stops: stops[column] ?? new Set(),
        and: and[column] ?? new Set(),
        deputies: deputies[column] ?? new Set(),
        formers: formers[column] ?? new Set(),
        interims: interims[column] ?? new Set(),
        leaving: leaving[column] ?? new Set(),
        courtesy: courtesy[column] ?? new Set(),
      },
    ]),
  );
}

function readLines(file: URL): string[][] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split(';'));
}

/** The words of the one line of a file, by column. */
function listsIn(file: URL): ReadonlySet<string>[] {
  return (readLines(file)[0] ?? []).map((cell) => new Set(cell.split('|').filter(Boolean)));
}

type Written = Pick<HeadWord, 'text' | 'gender' | 'prefix'>;

const GENDERS = { m: 'masculine', f: 'feminine', n: 'neuter' } as const;

/** The words of a cell: "ministro/ministra" for a man and a woman, "Amt(n)" with its gender, "Außen-" in compounds alone. */
function wordsIn(cell: string): Written[] {
  return cell
    .split('|')
    .filter(Boolean)
    .flatMap((variant): Written[] => {
      const [text = '', feminine] = variant.split('/');
      if (feminine !== undefined) {
        return [
          { text, gender: 'masculine', prefix: false },
          { text: feminine, gender: 'feminine', prefix: false },
        ];
      }
      const marked = /^(.+)\(([mfn])\)$/u.exec(text);
      if (marked) return [{ text: marked[1]!, gender: GENDERS[marked[2] as 'm' | 'f' | 'n'], prefix: false }];
      return [{ text: text.replace(/-$/u, ''), gender: '', prefix: text.endsWith('-') }];
    });
}

function addMeaning(
  list: Map<string, HeadWord>,
  word: Omit<HeadWord, 'meanings'>,
  kind: HeadKind,
  meaning: number,
): void {
  const key = `${word.text}${word.prefix ? '-' : ''}`;
  const before = list.get(key);
  const meanings = before?.meanings[kind] ?? [];
  list.set(key, {
    ...word,
    gender: before?.gender || word.gender,
    national: (before?.national ?? false) || word.national,
    meanings: { ...before?.meanings, [kind]: [...meanings, meaning] },
  });
}
