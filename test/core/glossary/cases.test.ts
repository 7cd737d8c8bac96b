import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { termMatcher } from '../../../src/core/glossary/matching.ts';
import { sameName } from '../../../src/core/glossary/names.ts';
import { readGlossary } from '../../../src/intake/glossaries/read-glossary.ts';
import { packs } from '../../support/packs.ts';

const data = new URL('../../../bench/data/', import.meta.url);

describe('the recognition cases of the bench', () => {
  const folder = new URL('terms/', data);
  const concepts = readGlossary(readFileSync(new URL('glossary.csv', folder), 'utf8'), 'glossary.csv');
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));

  it('are found with precision and recall of at least 0.98', () => {
    let [wanted, found, right, lines] = [0, 0, 0, 0];
    for (const file of files) {
      const find = termMatcher(concepts, packs(file.replace('.txt', '')), { article: true });
      for (const line of readFileSync(new URL(file, folder), 'utf8').trim().split('\n')) {
        const expected = [...line.matchAll(/\[([^\]]*)\]/gu)].map((match) => match[1]);
        const text = line.replace(/[[\]]/gu, '');
        const hits = find(text).map(({ start, end }) => text.slice(start, end));
        lines += 1;
        wanted += expected.length;
        found += hits.length;
        right += hits.filter((hit) => expected.includes(hit)).length;
      }
    }
    expect(lines).toBeGreaterThanOrEqual(300);
    expect(right / found).toBeGreaterThanOrEqual(0.98);
    expect(right / wanted).toBeGreaterThanOrEqual(0.98);
  });
});

describe('the pairs of names of the bench', () => {
  it('are told rightly, 97 % of at least 200', () => {
    const lines = readFileSync(new URL('names.tsv', data), 'utf8').trim().split('\n');
    const right = lines.filter((line) => {
      const [wanted, a = '', aLanguage = '', b = '', bLanguage = ''] = line.split('\t');
      return sameName(a, packs(aLanguage), b, packs(bLanguage)) >= 0.5 === (wanted === 'same');
    });
    expect(lines.length).toBeGreaterThanOrEqual(200);
    expect(right.length / lines.length).toBeGreaterThanOrEqual(0.97);
  });

  it.each([
    ['Maria Ivanova', 'Mario Ivanov'],
    ['Jean Dupont', 'Jeanne Dupont'],
    ['Anna Müller', 'Anne Müller'],
    ['George W. Bush', 'George H. W. Bush'],
    ['Olga Petrova', 'Olga Petrov'],
  ])('are of two people, however alike: %s, %s', (a, b) => {
    expect(sameName(a, packs('en'), b, packs('fr'))).toBeLessThan(0.5);
  });

  it('are judged alike whichever stands first', () => {
    const there = sameName('Sergey Lavrov', packs('en'), 'Sergej Lawrow', packs('de'));
    expect(sameName('Sergej Lawrow', packs('de'), 'Sergey Lavrov', packs('en'))).toBeCloseTo(there, 10);
    expect(sameName('', packs('en'), 'Lavrov', packs('fr'))).toBe(0);
  });
});
