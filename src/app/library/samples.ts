import { readFileSync } from 'node:fs';
import type { App } from '../app.ts';
import { prepareArticle } from '../import/article-intake.ts';
import { importPair } from '../import/import-pair.ts';

const SAMPLES = new URL('../../../data/samples/', import.meta.url);

/** The article pairs that ship with the program. */
const PAIRS = [
  { title: 'Ferry link reopens', source: 'ferry.fr.txt', target: 'ferry.en.txt' },
  { title: 'The last lighthouse keeper', source: 'lighthouse.en.txt', target: 'lighthouse.fr.txt' },
  { title: 'Ministers meet over the river dam', source: 'dam.en.txt', target: 'dam.ar.txt' },
] as const;

/** Brings in the sample articles and returns the bitexts' ids. */
export async function addSamples(app: App): Promise<number[]> {
  const ids: number[] = [];
  for (const { title, source, target } of PAIRS) {
    ids.push(await importPair(app, { title, source: await prepare(app, source), target: await prepare(app, target) }));
  }
  return ids;
}

function prepare(app: App, name: string) {
  return prepareArticle({ bytes: readFileSync(new URL(name, SAMPLES)), name, language: name.split('.')[1] }, app.packs);
}
