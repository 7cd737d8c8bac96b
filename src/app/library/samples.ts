import { readFileSync } from 'node:fs';
import type { App } from '../app.ts';
import { addStarterGlossary } from '../glossary/starter-glossary.ts';
import { prepareArticle } from '../import/article-intake.ts';
import { importPair } from '../import/import-pair.ts';

const SAMPLES = new URL('../../../data/samples/', import.meta.url);

/** The article pairs that ship with the program; the one that shows most comes last, and so stands first in lists. */
const PAIRS = [
  { title: 'Ferry link reopens', source: 'ferry.fr.txt', target: 'ferry.en.txt' },
  { title: 'Ministers meet over the river dam', source: 'dam.en.txt', target: 'dam.ar.txt' },
  { title: 'The last lighthouse keeper', source: 'lighthouse.en.txt', target: 'lighthouse.fr.txt' },
] as const;

/** Brings in the sample articles and returns the bitexts' ids; the last is the one to look at first. */
export async function addSamples(app: App): Promise<number[]> {
  const ids: number[] = [];
  for (const { title, source, target } of PAIRS) {
    ids.push(await importPair(app, { title, source: await prepare(app, source), target: await prepare(app, target) }));
  }
  return ids;
}

/** Brings in the sample articles and the starter glossary, for somebody who looks at the program for the first time. Returns the bitext to show. */
export async function openSamples(app: App, author: string): Promise<number> {
  await addStarterGlossary(app, author);
  const ids = await addSamples(app);
  return ids.at(-1)!;
}

function prepare(app: App, name: string) {
  return prepareArticle({ bytes: readFileSync(new URL(name, SAMPLES)), name, language: name.split('.')[1] }, app.packs);
}
