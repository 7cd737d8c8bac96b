import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/core/bitext/bitext.ts';
import type { StoredConcept } from '../../../src/core/glossary/concept.ts';
import { checkConsistency } from '../../../src/core/glossary/consistency.ts';
import { holdersOn, holdings, isDate, lastsOn, overlaps } from '../../../src/core/glossary/holders.ts';
import { rowChecker } from '../../../src/core/glossary/row-checker.ts';
import { checkTitles } from '../../../src/core/glossary/titles/titles.ts';
import { concept } from '../../support/concepts.ts';
import { packs } from '../../support/packs.ts';

const minister = concept('role', [
  'en/foreign minister',
  'fr/ministre des Affaires étrangères/masculine',
  'fr/ministre des Affaires étrangères/feminine',
]);
const premier = concept('role', [
  'en/prime minister',
  'fr/premier ministre/masculine',
  'fr/première ministre/feminine',
]);
const spokes = concept('role', ['en/spokesperson', 'fr/porte-parole/common', 'es/portavoz/common']);
const choe = concept('person', ['en/Choe Son Hui/feminine', 'fr/Choe Son Hui/feminine', 'es/Choe Son Hui/feminine'], {
  relations: [{ kind: 'holds', to: minister.id, since: '2022-06-11', until: '' }],
});
const blanc = concept('person', ['en/Jean Blanc/masculine', 'fr/Jean Blanc/masculine', 'es/Jean Blanc/masculine'], {
  relations: [{ kind: 'holds', to: minister.id, since: '2020', until: '2022-06' }],
});
const CONCEPTS = [minister, premier, spokes, choe, blanc];
const posts = (date = '') => ({
  concepts: new Map(CONCEPTS.map((one) => [one.id, one])),
  holdings: holdings(CONCEPTS),
  date,
});

function rowOf(target: string, source = ''): Row {
  const segment = (id: number, text: string) => ({ id, text, paragraph: 0, kind: 'body' as const });
  return {
    bead: { id: 1, source: [1], target: [2], status: 'proposed', confidence: 1, note: '' },
    segments: { source: source ? [segment(1, source)] : [], target: [segment(2, target)] },
  };
}

function found(target: string, date = '', language = 'fr') {
  const check = rowChecker(CONCEPTS, { source: packs('en'), target: packs(language) });
  const row = rowOf(target);
  const texts = row.segments.target.map(({ id, text }) => ({ text, hits: check(row).hits.get(id) ?? [] }));
  return checkTitles({ pack: packs(language), texts }, posts(date));
}

describe('the gender of a title', () => {
  it.each([
    [
      'by the word before it',
      'Il a reçu le ministre des Affaires étrangères Choe Son Hui.',
      'la ministre des Affaires étrangères',
      'Il a reçu la ministre des Affaires étrangères Choe Son Hui.',
    ],
    [
      'with a contracted article',
      'La visite du ministre des Affaires étrangères, Choe Son Hui, dure.',
      'de la ministre des Affaires étrangères',
      'La visite de la ministre des Affaires étrangères, Choe Son Hui, dure.',
    ],
    [
      'at the head of a sentence',
      'Le porte-parole Choe Son Hui a parlé.',
      'La porte-parole',
      'La porte-parole Choe Son Hui a parlé.',
    ],
    [
      'by its own form',
      'Le premier ministre Choe Son Hui part.',
      'La première ministre',
      'La première ministre Choe Son Hui part.',
    ],
    ['after the name', 'Choe Son Hui, le premier ministre, part.', 'première ministre', null],
    [
      'with an adjective within, which agrees',
      'le ministre nord-coréen des Affaires étrangères Choe Son Hui',
      'la ministre nord-coréenne des Affaires étrangères',
      'la ministre nord-coréenne des Affaires étrangères Choe Son Hui',
    ],
    [
      'with one that is the same in both',
      'la ministre russe des Affaires étrangères Jean Blanc',
      'le ministre russe des Affaires étrangères',
      'le ministre russe des Affaires étrangères Jean Blanc',
    ],
    [
      'of a man',
      'la ministre des Affaires étrangères Jean Blanc',
      'le ministre des Affaires étrangères',
      'le ministre des Affaires étrangères Jean Blanc',
    ],
  ])('is found %s', (_name, text, expected, correction) => {
    const [finding] = found(text);
    expect(finding).toMatchObject({ code: 'title-gender' });
    expect(finding?.expected).toContain(expected);
    if (correction) expect(finding?.correction?.text).toBe(correction);
  });

  it.each([
    'La ministre des Affaires étrangères Choe Son Hui part.',
    'Le ministre des Affaires étrangères Jean Blanc part.',
    'Le ministre des Affaires étrangères a reçu Choe Son Hui.',
    'Le porte-parole a cité Choe Son Hui.',
    'Ministre des Affaires étrangères, Choe Son Hui part.',
    'Les ministres des Affaires étrangères Jean Blanc et Choe Son Hui partent.',
  ])('is let be in “%s”', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('goes by the language’s own words', () => {
    expect(found('El portavoz Choe Son Hui habló.', '', 'es')[0]?.correction?.text).toBe(
      'La portavoz Choe Son Hui habló.',
    );
  });
});

describe('the holder of a post', () => {
  it('is told by the day', () => {
    expect(found('le ministre des Affaires étrangères Jean Blanc', '2024-01-16')).toMatchObject([
      { code: 'title-holder', expected: 'Choe Son Hui' },
    ]);
    expect(found('le ministre des Affaires étrangères Jean Blanc', '2021-05-02')).toEqual([]);
    expect(found('le ministre des Affaires étrangères Jean Blanc')).toEqual([]);
  });

  it('is known for a day, a month or a year', () => {
    expect(holdersOn(holdings(CONCEPTS), minister.id, '2024-01-16').map(({ person }) => person)).toEqual([choe.id]);
    expect(lastsOn({ since: '2020', until: '2022-06' }, '2022-06-30')).toBe(true);
    expect(lastsOn({ since: '2020', until: '2022-06' }, '2022-07-01')).toBe(false);
    expect(lastsOn({ since: '', until: '' }, '1900-01-01')).toBe(true);
    expect(overlaps(holdings(CONCEPTS))).toEqual([]);
    expect(['2024', '2024-13', '2024-02-29', '2023-02-29', 'x', ''].map(isDate)).toEqual([
      true,
      true,
      true,
      false,
      false,
      true,
    ]);
  });
});

describe('what is said in two ways', () => {
  const lines = (texts: readonly string[], concepts: readonly StoredConcept[]) => {
    const check = rowChecker(concepts, { source: packs('en'), target: packs('fr') });
    const rows = texts.map((text, i) => ({ ...rowOf(text), bead: { ...rowOf(text).bead, id: i + 1 } }));
    return checkConsistency(
      rows,
      rows.map((row) => check(row)),
      packs('fr'),
    ).map(({ code, found: rare, expected, beads }) => [code, rare, expected, beads]);
  };

  it('is found for admitted terms and for names', () => {
    const ministry = concept('organisation', [
      'fr/ministère de la Défense//preferred',
      'fr/département de la Défense//admitted',
    ]);
    expect(
      lines(
        ['Le ministère de la Défense.', 'Le ministère de la Défense.', 'Le département de la Défense.'],
        [ministry],
      ),
    ).toEqual([['term-inconsistent', 'département de la Défense', 'ministère de la Défense', [3]]]);
    expect(lines(['Hier, Dmitri Peskov.', 'Selon Dmitri Peskov, oui.', 'Selon Dmitry Peskov, non.'], [])).toEqual([
      ['name-variant', 'Dmitry Peskov', 'Dmitri Peskov', [3]],
    ]);
  });

  it('is not found for other people, genders or short forms', () => {
    expect(lines(['Jean Martin parle.', 'Jeanne Martin répond.', 'Paul Martin part.'], [])).toEqual([]);
    expect(lines(['Le premier ministre.', 'La première ministre.'], [premier])).toEqual([]);
  });
});

describe('a term that is left as it was', () => {
  it('is called untranslated, and a place may stand as its adjective', () => {
    const kremlin = concept('organisation', ['en/State Department', 'fr/département d’État']);
    const russia = concept('place', ['en/Russia', 'fr/Russie']);
    const check = rowChecker([kremlin, russia], { source: packs('en'), target: packs('fr') });
    expect(check(rowOf('Le State Department a parlé.', 'The State Department spoke.')).findings).toMatchObject([
      { code: 'term-untranslated', correction: { text: 'Le département d’État a parlé.' } },
    ]);
    expect(check(rowOf('L’armée russe avance.', 'The army of Russia advances.')).findings).toEqual([]);
    expect(check(rowOf('L’armée avance.', 'The army of Russia advances.')).findings).toMatchObject([
      { code: 'term-missing' },
    ]);
  });
});
