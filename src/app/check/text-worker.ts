import { parentPort, workerData } from 'node:worker_threads';
import { rowChecks } from '../../core/check/row-checks.ts';
import { languageTeller } from '../../intake/detect-language.ts';
import { loadLanguagePacks } from '../../intake/language-packs.ts';
import type { RowText, TextLanguages } from '../desk.ts';
import { textReader } from './text-reader.ts';

// The thread beside one that checks a long bitext: it reads the texts of its rows.

const languages = workerData as TextLanguages;
const packFor = loadLanguagePacks();
const packs = { source: packFor(languages.sourceLanguage), target: packFor(languages.targetLanguage) };
const { spacedSigns } = languages;
const context = { packs, ...(spacedSigns !== undefined && { spacedSigns }) };
const teller = languageTeller(packs.source.shared);

async function read(texts: readonly RowText[]) {
  return textReader(languages, (one) => rowChecks(one, context), await teller).read(texts);
}

let last: Promise<void> = Promise.resolve();
parentPort?.on('message', (texts: readonly RowText[]) => {
  // What is asked first is answered first.
  last = last.then(async () => parentPort?.postMessage(await read(texts)));
});
