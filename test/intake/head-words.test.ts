import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { HEAD_LANGUAGES, readHeadWords } from '../../src/intake/head-words.ts';

const shipped = readHeadWords(new URL('../../data/heads/', import.meta.url));

describe('words by which posts and bodies are found', () => {
  it.each(HEAD_LANGUAGES)('%s has some of every kind', (language) => {
    const { words, stops, and } = shipped.get(language)!;
    for (const kind of ['role', 'body', 'field', 'thing', 'country'] as const) {
      expect(words.filter(({ meanings }) => meanings[kind]).length).toBeGreaterThan(20);
    }
    for (const { text } of words) {
      expect(text).toBe(text.trim().normalize('NFC'));
      expect(text).toMatch(/\p{L}/u);
    }
    for (const word of [...stops, ...and]) expect(word).toBe(word.trim().toLowerCase());
  });

  it('are read with gender, compounds and bodies that every country has', () => {
    const folder = mkdtempSync(join(tmpdir(), 'heads-'));
    writeFileSync(join(folder, 'roles.csv'), 'minister;ministre;Minister/Ministerin;;;;;;;\n');
    writeFileSync(join(folder, 'bodies.csv'), '~office;;Amt(n);;;;;;;\n');
    writeFileSync(join(folder, 'fields.csv'), 'foreign;;Außen-;;;;;;;\n');
    const words = readHeadWords(pathToFileURL(`${folder}/`)).get('de')!.words;
    expect(words).toEqual([
      { text: 'Minister', gender: 'masculine', prefix: false, national: false, meanings: { role: [1000] } },
      { text: 'Ministerin', gender: 'feminine', prefix: false, national: false, meanings: { role: [1000] } },
      { text: 'Amt', gender: 'neuter', prefix: false, national: true, meanings: { body: [2000] } },
      { text: 'Außen', gender: '', prefix: true, national: false, meanings: { field: [3000] } },
    ]);
  });
});
