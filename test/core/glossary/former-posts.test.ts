import { describe, expect, it } from 'vitest';
import { termMatcher } from '../../../src/core/glossary/matching.ts';
import { rowChecker } from '../../../src/core/glossary/row-checker.ts';
import { concept } from '../../support/concepts.ts';
import { packs } from '../../support/packs.ts';

const minister = concept('role', [
  'en/fisheries minister',
  'fr/ministre de la Pêche',
  'de/Fischereiminister',
  'es/ministro de Pesca',
  'it/ministro della Pesca',
  'pt/ministro das Pescas',
  'nl/minister van Visserij',
  'ru/министр рыболовства',
  'ar/وزير الصيد',
  'zh/渔业部长',
]);

describe('a post that is held no more, or not yet', () => {
  it.each([
    ['en', 'The acting fisheries minister left.'],
    ['en', 'A former Norwegian fisheries minister spoke.'],
    ['en', 'The fisheries minister-designate waited.'],
    ['fr', 'L’ancien ministre norvégien de la Pêche parle.'],
    ['fr', 'L’ex-ministre de la Pêche parle.'],
    ['fr', 'Le ministre de la Pêche par intérim parle.'],
    ['de', 'Der frühere Fischereiminister spricht.'],
    ['de', 'Der norwegische Fischereiminister a. D. spricht.'],
    ['es', 'El entonces ministro de Pesca habló.'],
    ['es', 'La nota es del ministro de Pesca en funciones.'],
    ['it', 'L’ex ministro della Pesca parla.'],
    ['it', 'Parla il ministro della Pesca ad interim.'],
    ['pt', 'O antigo ministro das Pescas falou.'],
    ['nl', 'De voormalige minister van Visserij sprak.'],
    ['ru', 'Бывшего министра рыболовства видели в порту.'],
    ['ru', 'Исполняющий обязанности министра рыболовства выступил.'],
    ['ar', 'تحدث وزير الصيد النرويجي السابق.'],
    ['zh', '前渔业部长昨日发言。'],
  ])('is not the post (%s): %s', (language, text) => {
    expect(termMatcher([minister], packs(language))(text)).toEqual([]);
  });

  it.each([
    ['en', 'Two former fisheries ministers spoke.'],
    ['en', 'The outgoing fisheries minister spoke.'],
    ['en', 'A former fisherman met the fisheries minister.'],
    ['es', 'El exministro de Pesca habló.'],
    ['zh', '目前渔业部长在港口。'],
  ])('is the post where it is (%s): %s', (language, text) => {
    expect(termMatcher([minister], packs(language))(text)).toHaveLength(1);
  });
});

describe('a surname alone', () => {
  const lindqvist = concept('person', ['en/Astrid Lindqvist', 'fr/Astrid Lindqvist']);
  const lindqvast = concept('person', ['en/Olof Lindqvast', 'fr/Olof Lindqvast']);
  const findings = (source: string, target: string, ...others: (typeof lindqvist)[]) => {
    const check = rowChecker([lindqvist, ...others], { source: packs('en'), target: packs('fr') });
    const segment = (id: number, text: string) => ({ id, text, paragraph: 0, kind: 'body' as const });
    const bead = { id: 1, source: [1], target: [2], status: 'proposed' as const, confidence: 1, note: '' };
    const segments = { source: [segment(1, source)], target: [segment(2, target)] };
    return check({ bead, segments }, [lindqvist]).findings.map(({ code, found, expected, correction }) => ({
      code,
      found,
      expected,
      text: correction?.text,
    }));
  };

  it('is found where it is misspelt, and corrected', () => {
    expect(findings('Ms Lindqvist left early.', 'Mme Lindqvizt est partie tôt.')).toEqual([
      {
        code: 'name-misspelt',
        found: 'Lindqvizt',
        expected: 'Lindqvist',
        text: 'Mme Lindqvist est partie tôt.',
      },
    ]);
  });

  it.each([
    ['right', 'Ms Lindqvist left.', 'Mme Lindqvist est partie.'],
    ['not there', 'Ms Lindqvist left.', 'Elle est partie.'],
    ['another form', 'Ms Lindqvist left.', 'Les Lindqvists sont partis.'],
    ['a word of the other side', 'Ms Lindqvist left for Lindqvizt.', 'Elle est partie pour Lindqvizt.'],
  ])('is left alone where it is %s', (_what, source, target) => {
    expect(findings(source, target)).toEqual([]);
  });

  it('is left alone where somebody else has the name', () => {
    expect(findings('Ms Lindqvist left.', 'M. Lindqvast est parti.', lindqvast)).toEqual([]);
  });
});
