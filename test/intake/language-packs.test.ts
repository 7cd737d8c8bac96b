import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '../../src/core/problem.ts';
import { loadLanguagePacks } from '../../src/intake/language-packs.ts';

const DATA = fileURLToPath(new URL('../../data/', import.meta.url));

describe('a language pack', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'visavis-packs-'));
    for (const name of ['languages', 'boilerplate', 'credits.json'])
      cpSync(join(DATA, name), join(folder, name), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const load = () => loadLanguagePacks(pathToFileURL(`${folder}/`));
  const packOf = (language: string) => JSON.parse(readFileSync(join(folder, 'languages', `${language}.json`), 'utf8'));
  const write = (name: string, text: string) => writeFileSync(join(folder, 'languages', name), text);

  it('is added by a file, and what it knows of names counts in every language', () => {
    write(
      'eo.json',
      JSON.stringify({ ...packOf('mt'), language: 'eo', name: 'Esperanto', nameWords: { particles: ['disde'] } }),
    );
    const packs = load();
    expect(packs('eo').name).toBe('Esperanto');
    expect(packs('fr').shared.nameWords.particles).toContain('disde');
    expect(packs('xx').shared).toBe(packs('fr').shared);
  });

  it.each<[string, (pack: Record<string, unknown>) => unknown, string]>([
    ['a field that is misspelt', (pack) => ({ ...pack, elision: ['l'] }), 'elision: there is no such field'],
    ['a field that is missing', ({ starters: _, ...pack }) => pack, 'starters: is not a list'],
    ['a week of six days', (pack) => ({ ...pack, weekdays: [[], [], [], [], [], []] }), 'weekdays: has 6 entries'],
    [
      'a broken pattern',
      (pack) => ({ ...pack, grammar: { adjectives: ['ais', '(oise'] } }),
      'grammar: adjectives: 2: is not a regular expression',
    ],
    [
      'an ending without its measure',
      (pack) => ({ ...pack, grammar: { inflection: { number: [['s', '']], gender: [] } } }),
      'grammar: inflection: number: 1: is not a rule of three or four parts',
    ],
  ])('with %s is refused', (_name, change, detail) => {
    write('fr.json', JSON.stringify(change(packOf('fr'))));
    expect(problemOf(load).message).toContain(detail);
  });

  it('that is not JSON is refused with its name', () => {
    write('fr.json', '{"language": ');
    expect(problemOf(load).message).toContain('The language file “languages/fr.json” cannot be used.');
  });

  function problemOf(action: () => unknown): Problem {
    try {
      action();
    } catch (error) {
      return error as Problem;
    }
    throw new Error('Nothing was refused.');
  }
});

describe('docs/languages.md', () => {
  const page = readFileSync(new URL('../../docs/languages.md', import.meta.url), 'utf8');
  const fieldsIn = (value: unknown): string[] =>
    Object.entries(value as Record<string, unknown>).flatMap(([field, inner]) =>
      ['grammar', 'nameWords', 'inflection', 'agents', 'compounds'].includes(field)
        ? [field, ...fieldsIn(inner)]
        : [field],
    );
  const fields = new Set(
    readdirSync(join(DATA, 'languages')).flatMap((name) =>
      fieldsIn(JSON.parse(readFileSync(join(DATA, 'languages', name), 'utf8'))),
    ),
  );

  it('says what every field of a pack is for', () => {
    expect([...fields].filter((field) => !page.includes(`\`${field}\``))).toEqual([]);
  });
});
