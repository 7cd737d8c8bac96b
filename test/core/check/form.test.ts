import { describe, expect, it } from 'vitest';
import { checkRows } from '../../../src/core/check/check-rows.ts';
import { rowChecks } from '../../../src/core/check/row-checks.ts';
import { loadLanguagePacks } from '../../../src/intake/language-packs.ts';

const packs = { source: loadLanguagePacks()('en'), target: loadLanguagePacks()('fr') };
const found = (source: string, target: string) => rowChecks({ source, target }, { packs });

describe('form, names and completeness', () => {
  it.each([
    ['“Stay,” he said.', 'Restez, a-t-il dit.', 'quotes'],
    ['“Stay,” he said.', '« Restez, a-t-il dit.', 'quotes'],
    ['The dam (new) holds.', 'Le barrage (neuf tient.', 'brackets'],
    ['The dam holds.', 'Le barrage tient', 'punctuation-final'],
    ['Will the dam hold?', 'Le barrage tiendra.', 'punctuation-final'],
    ['The dam holds.', 'Le  barrage tient.', 'spaces'],
    ['The dam holds.', 'Le barrage barrage tient.', 'repeated-word'],
    ['See www.dam.org/a1.', 'Voir www.dam.org/a7.', 'link'],
    ['The dam holds.', 'le barrage tient.', 'capital'],
    ['Engineer Marta Kellner left.', 'L’ingénieure Marta Kelnler est partie.', 'name'],
    ['Mr Brandov spoke first.', 'M. Brandof a parlé en premier.', 'name'],
    ['NATO will meet.', 'L’ONU se réunira.', 'acronym'],
    ['The dam holds and the valley is safe.', 'Le barrage tient and the valley is safe.', 'untranslated'],
    ['The dam was not inspected.', 'Le barrage a été inspecté.', 'negation'],
    [
      'The dam burst on its northern edge at dawn. Nobody in the valley below had been warned by the owners.',
      'Le barrage a cédé à l’aube.',
      'omission',
    ],
  ])('%s → %s: %s', (source, target, code) => {
    expect(found(source, target).map((finding) => finding.code)).toContain(code);
  });

  it.each([
    ['“Stay,” he said.', '« Restez », a-t-il dit.'],
    ['The owners refused to pay.', 'Les propriétaires n’ont pas voulu payer.'],
    ['President Boris Yeltsin came.', 'Le président Boris Eltsine est venu.'],
    ['See dam.org/en/news.', 'Voir dam.org/fr/news.'],
    ['We look after it.', 'Nous nous en occupons.'],
    ['He lived it up as a young man.', 'Jeune, il a fait les quatre cents coups.'],
    ['“The Old Man and the Sea” came out.', 'Le Vieil Homme et la Mer est paru.'],
  ])('nothing is found in %s → %s', (source, target) => {
    expect(found(source, target)).toEqual([]);
  });

  it('a quotation may be opened in one row and closed in another', () => {
    const texts = (first: string, second: string) =>
      [first, second].map((text, id) => ({ id, text, paragraph: 0, kind: 'body' as const }));
    const bitext = {
      sourceLanguage: 'en',
      targetLanguage: 'fr',
      source: texts('“We stay,” he said.', '“And we wait.”'),
      target: texts('« Nous restons, a-t-il dit.', 'Et nous attendons. »'),
      beads: [0, 1].map((id) => ({
        id,
        source: [id],
        target: [id],
        status: 'confirmed' as const,
        confidence: null,
        note: '',
      })),
      nextId: 2,
    };
    expect(checkRows(bitext, packs)).toEqual([]);
    expect(checkRows({ ...bitext, beads: bitext.beads.slice(0, 1) }, packs)).toHaveLength(1);
  });

  it('a finding has its places on both sides, and a suggestion where one is certain', () => {
    expect(found('It has 12 doors.', 'Il a 21 portes.')).toMatchObject([
      {
        code: 'number',
        severity: 'error',
        source: { start: 7, end: 9 },
        target: { start: 5, end: 7 },
        suggestion: '12',
      },
    ]);
  });
});
