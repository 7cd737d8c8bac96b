import { readdirSync, readFileSync } from 'node:fs';
import { type Lexicon, lexiconOf, mergedLexicon, type SeedConcept, seedLexicon } from '../core/align/model/lexicon.ts';
import { pairThingWords } from '../core/align/model/thing-words.ts';
import type { LanguagePack } from '../core/text/language-pack.ts';
import { localeNames } from './locale-names.ts';
import { readThingWords } from './thing-words.ts';

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

/** What the program knows of the words of two languages before it has seen a text. */
export type SeedFor = (source: LanguagePack, target: LanguagePack) => Lexicon;

/**
 * Finds what is known of a language pair: the concepts written for this program, and what Unicode's CLDR says of both
 * languages. Each pair's lexicon is made once, when it is first asked for.
 */
export function loadSeedLexicons(): SeedFor {
  let concepts: SeedConcept[] | undefined;
  const made = new Map<string, Lexicon>();
  return (source, target) => {
    const key = `${source.language} ${target.language}`;
    let lexicon = made.get(key);
    if (!lexicon) {
      concepts ??= readSeedConcepts();
      lexicon = mergedLexicon([
        seedLexicon(concepts, source, target),
        pairedNames(source, target),
        pairThingWords(withWords(source), withWords(target)),
      ]);
      made.set(key, lexicon);
    }
    return lexicon;
  };
}

function withWords(pack: LanguagePack) {
  return { words: readThingWords(pack.language), pack };
}

/** Names of countries, languages, months and so on that are one word in both languages. */
function pairedNames(source: LanguagePack, target: LanguagePack): Lexicon {
  const targets = localeNames(target.language);
  const entries = [...localeNames(source.language)].flatMap(([what, names]) =>
    names.flatMap((name) => (targets.get(what) ?? []).map((other) => ({ source: name, target: other, weight: 1 }))),
  );
  return lexiconOf(entries, source, target);
}
