import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { eld } from 'eld/medium';

type Detector = Pick<typeof eld, 'detect'>;

/**
 * eld with its tables of medium size. As a module they are an object of a hundred thousand small ones, which takes 70 MB, and to compile
 * them as much again, in every thread that detects a language. So its file is read as text, and the same detector is
 * given them as they are looked up in arrays of bytes, 4 MB in all. Where eld's files are not as they are known, it loads them itself.
 */
export async function languageDetector(): Promise<Detector> {
  const folder = foldersOfEld().find((path) => existsSync(path));
  const tables = folder && tablesIn(readFileSync(join(folder, 'ngrams/medium.js'), 'utf8'));
  if (!tables) return (await import('eld/medium')).eld;
  const { createEld }: DetectorModule = await import(pathToFileURL(join(folder, 'languageDetector.js')).href);
  const { instance, loadData } = createEld();
  loadData(tables);
  return instance;
}

/** How much a run of letters speaks for each of the languages, by their numbers. */
type Scores = Readonly<Record<number, number>>;

interface Tables {
  readonly type: string;
  readonly languages: Readonly<Record<number, string>>;
  readonly ngrams: Readonly<Record<string, Scores>>;
}

/** What eld's own entries load. */
interface DetectorModule {
  createEld(): { readonly instance: Detector; loadData(tables: Tables): unknown };
}

function foldersOfEld(): string[] {
  const folders = createRequire(import.meta.url).resolve.paths('eld') ?? [];
  return folders.map((folder) => join(folder, 'eld/src'));
}

const BEGINNING = /^export const ngramsData = \{type:'(\w+)',languages:\{([^{}]+)\},isSubset:false,ngrams:\{/mu;
const LANGUAGE = /(\d+):'(\w+)'/gu;
/** A run of letters, in quotation marks where it is no name, and its scores. */
const ENTRY = /(?:'((?:[^'\\]|\\')+)'|([^'"\s:{},]+)):\{([\d:,]+)\},?/uy;

/** The tables in the text of one of eld's files; null where it is not written as it is known to be. */
function tablesIn(text: string): Tables | null {
  const beginning = BEGINNING.exec(text);
  if (!beginning) return null;
  const [whole, type = '', listed = ''] = beginning;
  const languages = Object.fromEntries([...listed.matchAll(LANGUAGE)].map(([, number, tag]) => [number, tag]));
  const runs = runsOfLetters();
  const entry = new RegExp(ENTRY);
  let end = beginning.index + whole.length;
  entry.lastIndex = end;
  for (let found = entry.exec(text); found; found = entry.exec(text)) {
    const [, quoted, plain = '', scores = ''] = found;
    if (!runs.add(quoted?.replaceAll("\\'", "'") ?? plain, scores.split(/[:,]/u).map(Number))) return null;
    end = entry.lastIndex;
  }
  if (!text.startsWith('}};', end)) return null;
  // The detector asks for one run of letters after another.
  const ngrams = new Proxy({}, { get: (_, run) => runs.scoresOf(String(run)) });
  return { type, languages, ngrams };
}

const SLOTS = 1 << 18;
const MAX_RUNS = 0.75 * SLOTS;
/** A run has at most so many of the letters that stand for its bytes, each of one byte itself, so that it is a number below 2 to the 48th. */
const MAX_LETTERS = 6;

/** Runs of letters with their scores, in tables with open addressing. */
function runsOfLetters() {
  const keys = new Float64Array(SLOTS);
  /** Where the scores of the run begin, plus one. */
  const starts = new Uint32Array(SLOTS);
  /** Of one run after another: how many languages, then each with its score. */
  let scores = new Uint8Array(1 << 19);
  let [length, count] = [0, 0];
  const slotOf = (key: number) => {
    let slot = Math.imul(key % 0xffff_fffb, 0x9e3779b1) >>> (32 - Math.log2(SLOTS));
    while (starts[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) % SLOTS;
    return slot;
  };
  return {
    /** Returns whether it can be held. */
    add(run: string, written: readonly number[]): boolean {
      const key = keyOf(run);
      if (key === null || count >= MAX_RUNS || written.some((one) => !(one < 256))) return false;
      if (length + written.length + 1 > scores.length) {
        const larger = new Uint8Array(2 * scores.length);
        larger.set(scores);
        scores = larger;
      }
      const slot = slotOf(key);
      [keys[slot], starts[slot]] = [key, length + 1];
      scores[length] = written.length / 2;
      scores.set(written, length + 1);
      length += written.length + 1;
      count += 1;
      return true;
    },
    scoresOf(run: string): Scores | undefined {
      const key = keyOf(run);
      const start = key === null ? 0 : starts[slotOf(key)]!;
      if (start === 0) return undefined;
      const found: Record<number, number> = {};
      for (let i = 0; i < scores[start - 1]!; i++) found[scores[start + 2 * i]!] = scores[start + 2 * i + 1]!;
      return found;
    },
  };
}

function keyOf(run: string): number | null {
  if (run.length > MAX_LETTERS) return null;
  let key = 0;
  for (let i = 0; i < run.length; i++) {
    const letter = run.charCodeAt(i);
    if (letter === 0 || letter > 255) return null;
    key = 256 * key + letter;
  }
  return key;
}
