import { readdirSync, readFileSync } from 'node:fs';
import type { ThingWords } from '../core/align/model/thing-words.ts';
import { primarySubtag, scriptOf } from '../core/text/language-tag.ts';

const FOLDER = new URL('../../data/lexicon/cldr/', import.meta.url);

/**
 * Reads which things each word of a language names, as `bench/cldr-words.ts` has taken it from
 * Unicode's CLDR: a line a word, behind it the distances between its things' numbers. Empty for a language without a file.
 */
export function readThingWords(language: string): ThingWords {
  const file = fileOf(language);
  if (!file) return new Map();
  const lines = readFileSync(new URL(file, FOLDER), 'utf8').trimEnd().split('\n');
  return new Map(
    lines.map((line) => {
      const [word = '', ...distances] = line.split(' ');
      let number = 0;
      return [
        word,
        distances.map((distance) => {
          number += Number(distance);
          return number;
        }),
      ];
    }),
  );
}

/** CLDR keeps the words of a written form under the tag of the language. */
const KEPT_UNDER: Readonly<Record<string, string>> = { nb: 'no', tl: 'fil' };

let files: ReadonlySet<string> | undefined;

function fileOf(tag: string): string | undefined {
  files ??= new Set(readdirSync(FOLDER));
  const there = files;
  const primary = primarySubtag(tag);
  return [`${primary}-${scriptOf(tag)}`, primary, KEPT_UNDER[primary] ?? primary]
    .map((name) => `${name}.txt`)
    .find((name) => there.has(name));
}
