import { readdirSync, readFileSync } from 'node:fs';
import { type Lexicon, type SeedConcept, seedLexicon } from '../core/align/model/lexicon.ts';
import type { LanguagePack } from '../core/text/language-pack.ts';

const FOLDER = new URL('../../data/lexicon/', import.meta.url);

/** The languages of a line of the seed lexicon, in the order of its columns. */
export const SEED_LANGUAGES = ['en', 'fr', 'de', 'es', 'it', 'pt', 'nl', 'ru', 'ar', 'zh'] as const;

/** Reads the concepts that ship with the program: a line a concept, columns parted by ";", forms by spaces. */
export function readSeedConcepts(): SeedConcept[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.csv'))
    .sort()
    .flatMap((name) => readFileSync(new URL(name, FOLDER), 'utf8').trimEnd().split('\n'))
    .map((line) => {
      const cells = line.split(';');
      return Object.fromEntries(
        SEED_LANGUAGES.map((language, i) => [language, (cells[i] ?? '').split(' ').filter(Boolean)]),
      );
    });
}

/** The seed lexicon of two languages. */
export type SeedFor = (source: LanguagePack, target: LanguagePack) => Lexicon;

/** Finds the seed lexicon of a language pair; each is made once. */
export function loadSeedLexicons(): SeedFor {
  let concepts: SeedConcept[] | undefined;
  const made = new Map<string, Lexicon>();
  return (source, target) => {
    const key = `${source.language} ${target.language}`;
    let lexicon = made.get(key);
    if (!lexicon) {
      concepts ??= readSeedConcepts();
      lexicon = seedLexicon(concepts, source, target);
      made.set(key, lexicon);
    }
    return lexicon;
  };
}
