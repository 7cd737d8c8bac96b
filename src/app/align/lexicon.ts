import { associations, associationsIn } from '../../core/align/model/associations.ts';
import { readCorpus } from '../../core/align/model/corpus.ts';
import { learnAssociations } from '../../core/align/model/model-one.ts';
import { PARAMETERS } from '../../core/align/parameters.ts';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import type { PackFor } from '../../core/text/language-pack.ts';
import { decode } from '../../intake/decode.ts';
import { readDictd } from '../../intake/glossaries/read-dictd.ts';
import { readLexicon, type WordPair } from '../../intake/glossaries/read-lexicon.ts';
import { readTmx } from '../../intake/memories/read-tmx.ts';
import { sideTeller } from '../../intake/memories/unit-sides.ts';
import type { TranslationUnit } from '../../intake/memories/units.ts';
import { insertLexicon, type LexiconEntry, lexiconEntries } from '../../store/lexicon.ts';
import type { App } from '../app.ts';
import type { Desk } from '../desk.ts';
import { fileRefusals } from '../jobs/file-refusals.ts';
import { work } from '../jobs/work.ts';
import { knowledgeOf } from './knowledge.ts';

/** A file with words; a dictd dictionary comes with its index. */
export interface LexiconFile {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly index?: Uint8Array | undefined;
}

/**
 * Adds the word pairs of a file to the lexicon of a language pair, all or
 * nothing: a table, a hunalign dictionary, a dictd dictionary, or a translation
 * memory, from whose units words are learned. Returns how many.
 */
export async function importLexicon(app: App, file: LexiconFile, from: string, to: string): Promise<number> {
  const entries = await app.pool.run(readLexiconFile, { ...file, from, to });
  const unique = new Map(entries.map((entry) => [`${entry.source}\t${entry.target}`, entry]));
  await app.store.transaction((tx) => insertLexicon(tx, from, to, [...unique.values()]));
  return unique.size;
}

/** The largest dictionaries that machines come with take a minute. */
const LIMITS = { time: 300_000, memory: 768 };

/** The word pairs of a file; it comes from outside, so it is read beside the program's thread and within limits. */
export const readLexiconFile = work<LexiconFile & { readonly from: string; readonly to: string }, LexiconEntry[]>(
  'read a lexicon',
  {
    room: 'reading',
    limits: LIMITS,
    ...fileRefusals({ refused: msg('Split it into parts.'), broken: msg('Save it as CSV or TMX.') }),
  },
  async (desk, { from, to, ...file }) => entriesIn(desk, file, from, to),
);

function entriesIn(
  { packs }: Pick<Desk, 'packs'>,
  { bytes, name, index }: LexiconFile,
  from: string,
  to: string,
): LexiconEntry[] {
  if (index) return readDictd(bytes, index, name).map(certain);
  const { text } = decode(bytes, name);
  if (!/^\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE[^>]*>\s*)?<tmx\b/u.test(text)) return readLexicon(text, name).map(certain);
  const pairs = unitPairs(readTmx(text, name), from, to);
  if (pairs.length === 0) {
    throw new Problem(
      'empty-text',
      msg('{name} has no units in these two languages.', { name }),
      msg('Wanted: {from} and {to}.', { from, to }),
      'Check the languages after --from and --to.',
    );
  }
  return learnedEntries(packs, pairs, from, to);
}

function certain(pair: WordPair): LexiconEntry {
  return { ...pair, weight: 1 };
}

/** Units learned from, at most. */
const MAX_UNITS = 50_000;

function unitPairs(units: readonly TranslationUnit[], from: string, to: string): (readonly [string, string])[] {
  const sidesOf = sideTeller([from, to]);
  return units.slice(0, MAX_UNITS).flatMap((unit) => {
    const { source, target } = sidesOf(unit);
    return source[0] && target[0] ? [[source[0].text, target[0].text] as const] : [];
  });
}

/** The least probability that a learned pair is worth writing. */
const MIN_PROBABILITY = 0.2;

/**
 * What is known of a language pair, as word pairs: what was imported, and what
 * the confirmed beads and the glossary teach, the latter as stems.
 */
export async function exportLexicon(app: App, from: string, to: string): Promise<LexiconEntry[]> {
  const imported = await lexiconEntries(app.store.db, from, to);
  const { memory } = await knowledgeOf(app.store, from, to, app.packs);
  const known = new Set(imported.map((entry) => `${entry.source}\t${entry.target}`));
  const learned = learnedEntries(app.packs, memory, from, to);
  return [...imported, ...learned.filter((entry) => !known.has(`${entry.source}\t${entry.target}`))];
}

/** The word pairs that segments with their translations teach, as stems. */
function learnedEntries(
  packs: PackFor,
  memory: readonly (readonly [string, string])[],
  from: string,
  to: string,
): LexiconEntry[] {
  const nothing = (language: string) => ({ segments: [], pack: packs(language) });
  const corpus = readCorpus([{ source: nothing(from), target: nothing(to) }], memory);
  const { source, target, fixed } = corpus;
  const nothingKnown = associations(source.types.length, target.types.length, []);
  return [...associationsIn(learnAssociations(corpus, fixed, nothingKnown, PARAMETERS.learning))]
    .map((pair) => ({
      source: source.types[pair.source]!,
      target: target.types[pair.target]!,
      weight: Math.min(1, pair.forward, pair.backward),
    }))
    .filter(({ source, target, weight }) => weight >= MIN_PROBABILITY && !/^[#@!*]/u.test(source + target));
}
