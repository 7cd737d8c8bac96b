import { readCorpus } from '../core/align/corpus.ts';
import { learnAssociations } from '../core/align/model-one.ts';
import { PARAMETERS } from '../core/align/parameters.ts';
import { decode } from '../intake/decode.ts';
import { readLexicon } from '../intake/read-lexicon.ts';
import { insertLexicon, type LexiconEntry, lexiconEntries } from '../store/lexicon.ts';
import type { App } from './app.ts';
import { knowledgeOf } from './knowledge.ts';

/** Adds the word pairs of a file to the lexicon of a language pair, all or nothing. Returns how many. */
export async function importLexicon(
  app: App,
  bytes: Uint8Array,
  name: string,
  from: string,
  to: string,
): Promise<number> {
  const pairs = readLexicon(decode(bytes, name).text, name);
  const unique = new Map(pairs.map((pair) => [`${pair.source}\t${pair.target}`, { ...pair, weight: 1 }]));
  await app.store.transaction((tx) => insertLexicon(tx, from, to, [...unique.values()]));
  return unique.size;
}

/** The least probability that a learned pair is worth writing. */
const LEAST = 0.2;

/**
 * What is known of a language pair, as word pairs: what was imported, and what
 * the confirmed beads and the glossary teach, the latter as stems.
 */
export async function exportLexicon(app: App, from: string, to: string): Promise<LexiconEntry[]> {
  const imported = await lexiconEntries(app.store.db, from, to);
  const { memory } = await knowledgeOf(app.store, from, to, app.packs);
  const nothing = (language: string) => ({ segments: [], pack: app.packs(language) });
  const { source, target, fixed } = readCorpus([{ source: nothing(from), target: nothing(to) }], memory);
  const learned = learnAssociations(source, target, fixed, [], PARAMETERS.learning)
    .map((pair) => ({
      source: source.types[pair.source]!,
      target: target.types[pair.target]!,
      weight: Math.min(pair.forward, pair.backward),
    }))
    .filter(({ source, target, weight }) => weight >= LEAST && !/^[#@!*]/u.test(source + target));
  const known = new Set(imported.map((entry) => `${entry.source}\t${entry.target}`));
  return [...imported, ...learned.filter((entry) => !known.has(`${entry.source}\t${entry.target}`))];
}
