import { expect, it } from 'vitest';
import { quotationQueue } from '../../../src/app/check/quotation-queue.ts';
import { textReader } from '../../../src/app/check/text-reader.ts';
import { textsBeside } from '../../../src/app/check/texts-beside.ts';
import { rowChecks } from '../../../src/core/check/row-checks.ts';
import { languageTeller } from '../../../src/intake/detect-language.ts';
import { packs } from '../../support/packs.ts';

const WORKER = new URL('../../../dist/app/check/text-worker.js', import.meta.url);

it('texts are read beside as they are in the thread itself, and what waits is told when the thread ends', async () => {
  const languages = { sourceLanguage: 'en', targetLanguage: 'fr', spacedSigns: true };
  const pair = { source: packs('en'), target: packs('fr') };
  const texts = [
    { source: 'It opened at 9 with 120 visitors.', target: 'Il a ouvert à 9 heures avec 210 visiteurs.' },
    { source: 'Nobody had asked for it.', target: '' },
    {
      source: 'The old ferry will be painted before it is sold.',
      target: 'The old ferry will be painted before it is sold again.',
    },
  ];
  const context = { packs: pair, spacedSigns: true };
  const here = textReader(languages, (one) => rowChecks(one, context), await languageTeller(pair.source.shared));
  const beside = textsBeside(WORKER, languages);
  const read = await here.read(texts);
  expect(read.map(({ isForeign }) => isForeign)).toEqual([false, false, true]);
  expect(await Promise.all([beside.read(texts), beside.read(texts.slice(1))])).toEqual([read, read.slice(1)]);
  const waiting = beside.read(texts);
  await beside.close();
  await expect(waiting).rejects.toThrow('ended');
  await expect(beside.read(texts)).rejects.toThrow('ended');
});

it('a quotation mark waits for its partner for six rows, and what stands behind it waits for that', () => {
  const said: string[] = [];
  const queue = quotationQueue();
  const say = (what: string) => () => said.push(what);
  queue.add(say('before'));
  queue.addMark({ found: '«', place: 1 }, say('« 1'));
  queue.add(say('row 1'));
  queue.passed(1);
  expect(said).toEqual(['before']);
  queue.passed(7);
  queue.addMark({ found: '»', place: 7 }, say('» 7'));
  expect(said).toEqual(['before', 'row 1']);
  queue.addMark({ found: '«', place: 8 }, say('« 8'));
  queue.passed(14);
  queue.passed(15);
  expect(said).toEqual(['before', 'row 1', '« 8']);
  queue.addMark({ found: '«', place: 16 }, say('« 16'));
  queue.end();
  expect(said).toEqual(['before', 'row 1', '« 8', '« 16']);
});
