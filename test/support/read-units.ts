import { expect } from 'vitest';
import { createCodeBook } from '../../src/core/bitext/inline/codes.ts';
import { createLeftOut } from '../../src/intake/memories/left-out.ts';
import { tmxReader } from '../../src/intake/memories/read-tmx.ts';
import { cellsOf, cellsOfJsonLines, unitColumns, unitsOfTable } from '../../src/intake/memories/read-unit-table.ts';
import { xliffReader } from '../../src/intake/memories/read-xliff.ts';
import type { TranslationUnit } from '../../src/intake/memories/units.ts';

export const READERS = {
  tmx: (text: string, book = createCodeBook()) => read(tmxReader('a.tmx', book.charFor), text),
  xliff: (text: string, book = createCodeBook()) => read(xliffReader('a.xlf', book.charFor), text),
  xliff2: (text: string, book = createCodeBook()) => read(xliffReader('a.xlf', book.charFor), text),
  csv: (text: string) => unitsOf(text, 'a.csv'),
  tsv: (text: string) => unitsOf(text, 'a.tsv'),
  jsonl: (text: string) => unitsOf(text, 'a.jsonl'),
} as const;

export function unitsOf(text: string, name: string): TranslationUnit[] {
  const leftOut = createLeftOut();
  const cells = name.endsWith('.jsonl') ? cellsOfJsonLines(text, name, leftOut) : cellsOf(text, name);
  const { headed, columns } = unitColumns(cells, name);
  const units = unitsOfTable(cells.slice(headed ? 1 : 0), columns, ['en', 'fr'], leftOut);
  expect([...leftOut.parts()].filter(([what]) => !what.startsWith('column'))).toEqual([]);
  return units;
}

export function read(reader: ReturnType<typeof tmxReader>, text: string): TranslationUnit[] {
  const units = reader.write(text);
  const problem = reader.end();
  if (problem) throw problem;
  return units;
}

export const segmentTexts = (units: readonly TranslationUnit[]) =>
  units.map(({ variants }) => variants.map(({ text }) => text));
