import { readFileSync } from 'node:fs';
import type { Random } from './random.ts';

const POOLS = new Map(
  readFileSync(new URL('../../../bench/data/pages/names.txt', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line): [string, string[]] => [
      line.slice(0, line.indexOf(':')),
      line
        .slice(line.indexOf(':') + 1)
        .trim()
        .split(', '),
    ]),
);

const SCRIPTS: Readonly<Record<string, string>> = {
  ru: 'cyrillic',
  zh: 'han',
  ja: 'kana',
  ko: 'hangul',
  ar: 'arabic',
  hi: 'devanagari',
};

/** An author's name as pages print it: as it is, in capitals, with another, with a place. */
export function byline(language: string, random: Random): string {
  const pool = POOLS.get(SCRIPTS[language] ?? 'latin')!;
  const name = random.pick(pool);
  switch (random.upTo(9)) {
    case 0:
    case 1:
      return name.toUpperCase();
    case 2:
      return `${name} & ${random.pick(pool)}`;
    case 3:
      return `${name}, ${random.pick(pool)}`;
    case 4:
      return `${name} | ${random.pick(PLACES).toUpperCase()}`;
    case 5:
      return `${name.toUpperCase()}, ${random.pick(PLACES)}`;
    default:
      return name;
  }
}

/** A place alone, as it stands above the first paragraph. */
export function place(random: Random): string {
  const name = random.pick(PLACES);
  return random.chance(0.6) ? name.toUpperCase() : name;
}

const PLACES = ['Lisbon', 'Port Sorrel', 'Halden Moor', 'Genf', 'Oslo', 'Valdeorle', 'New Pell', 'Tarnow'] as const;
