import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { pairThingWords, type ThingWordSide } from '#dist/core/align/model/thing-words.js';
import { alignmentTokens } from '#dist/core/align/model/tokens.js';
import { UNSPACED_LETTERS } from '#dist/core/text/unspaced.js';
import { loadLanguagePacks } from '#dist/intake/language-packs.js';

// Makes data/lexicon/cldr from the annotations of Unicode's CLDR: the words that each language has for the same 1,900
// things (emoji). `npm run make:cldr-words` fetches them from npm; `-- FOLDER` takes an unpacked package instead.

const PACKAGE = 'cldr-annotations-full';
const VERSION = '48.2.0';
const TARGET = new URL('../../data/lexicon/cldr/', import.meta.url);

/** Languages with fewer words than this have hardly been translated. */
const MIN_WORDS = 150;

/** A word is kept if it goes together with one of another of these, which are annotated well and lie far apart. */
const PIVOTS = ['en', 'de'];

const annotations = z.object({
  annotations: z.object({
    annotations: z
      .record(z.string(), z.object({ default: z.array(z.string()).default([]), tts: z.array(z.string()).default([]) }))
      .default({}),
  }),
});

/** The phrases for each thing, by the characters that stand for it. */
type Phrases = ReadonlyMap<string, readonly string[]>;

function makeWords(folder: string): void {
  const packs = loadLanguagePacks();
  const all = join(folder, 'annotations');
  // Regions differ little from their language; what they lack, CLDR takes from it.
  const languages = readdirSync(all).filter((name) => /^[a-z]{2,3}(-[A-Z][a-z]{3})?$/u.test(name));
  const phrases = new Map(languages.map((language) => [language, phrasesIn(join(all, language, 'annotations.json'))]));
  const numbers = numbered(phrases.values());
  rmSync(TARGET, { recursive: true, force: true });
  mkdirSync(TARGET, { recursive: true });
  copyFileSync(join(folder, 'LICENSE'), new URL('LICENSE', TARGET));
  let [written, bytes] = [0, 0];
  const sides = new Map(
    [...phrases].map(([language, own]) => [language, { words: wordsOf(own, numbers), pack: packs(language) }]),
  );
  const pivots = PIVOTS.map((language) => sides.get(language)!);
  for (const [language, side] of sides) {
    const lines = linesOf(side, pivots);
    if (lines.length < MIN_WORDS) continue;
    const text = `${lines.join('\n')}\n`;
    writeFileSync(new URL(`${language}.txt`, TARGET), text);
    written += 1;
    bytes += Buffer.byteLength(text);
  }
  console.log(`${written} languages, ${Math.round(bytes / 1024)} KB`);
}

function fetched(): string {
  const folder = mkdtempSync(join(tmpdir(), 'visavis-cldr-'));
  execFileSync('npm', ['install', '--ignore-scripts', '--no-save', '--prefix', folder, `${PACKAGE}@${VERSION}`]);
  return join(folder, 'node_modules', PACKAGE);
}

function phrasesIn(file: string): Phrases {
  if (!existsSync(file)) return new Map();
  const { annotations: found } = annotations.parse(JSON.parse(readFileSync(file, 'utf8'))).annotations;
  return new Map(Object.entries(found).map(([thing, { default: keywords, tts }]) => [thing, [...tts, ...keywords]]));
}

/** The things that are annotated, most languages first, so that their numbers are small where they are many. */
function numbered(languages: Iterable<Phrases>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const phrases of languages) for (const thing of phrases.keys()) counts.set(thing, (counts.get(thing) ?? 0) + 1);
  const things = [...counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return new Map(things.map(([thing], number) => [thing, number]));
}

function wordsOf(phrases: Phrases, numbers: ReadonlyMap<string, number>): Map<string, number[]> {
  const things = new Map<string, Set<number>>();
  for (const [thing, own] of phrases) {
    for (const word of own.flatMap(wordsIn)) {
      const known = things.get(word);
      if (known) known.add(numbers.get(thing)!);
      else things.set(word, new Set([numbers.get(thing)!]));
    }
  }
  return new Map([...things].map(([word, own]) => [word, [...own].sort((a, b) => a - b)]));
}

/** A line a word that some other language has a word for: the word, and the numbers of its things, each as the distance from the one before. */
function linesOf(side: ThingWordSide, pivots: readonly ThingWordSide[]): string[] {
  const others = pivots.filter(({ pack }) => pack !== side.pack);
  const paired = new Set(others.flatMap((other) => [...pairThingWords(side, other).keys()]));
  return [...side.words.keys()]
    .filter((word) => alignmentTokens(word, side.pack).some((token) => paired.has(token)))
    .sort()
    .map((word) => `${word} ${distances(side.words.get(word)!).join(' ')}`);
}

const WORD = /[\p{L}\p{M}]+(?:[’'][\p{L}\p{M}]+)*/gu;
const UNSPACED = new RegExp(`[${UNSPACED_LETTERS}]`, 'u');

/** The words of a phrase; one in a script without spaces is left whole, for the aligner cuts it as it cuts texts. */
function wordsIn(phrase: string): string[] {
  return phrase.toLowerCase().match(UNSPACED.test(phrase) ? /[\p{L}\p{M}]+/gu : WORD) ?? [];
}

function distances(numbers: readonly number[]): number[] {
  return numbers.map((number, k) => number - (numbers[k - 1] ?? 0));
}

makeWords(process.argv[2] ?? fetched());
