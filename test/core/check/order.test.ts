import { describe, expect, it } from 'vitest';
import { rowChecks } from '../../../src/core/check/row-checks.ts';
import { loadLanguagePacks } from '../../../src/intake/language-packs.ts';

const packs = loadLanguagePacks();

function codes(from: string, to: string, source: string, target: string): string[] {
  return rowChecks({ source, target }, { packs: { source: packs(from), target: packs(to) } }).map(({ code }) => code);
}

describe('numbers that have changed places', () => {
  it.each([
    ['en', 'fr', 'The landslide left 4 dead and 19 injured.', 'Le glissement de terrain a fait 19 morts et 4 blessés.'],
    ['en', 'fr', 'The fee rises from 6 to 9 euros.', 'Le tarif passe de 9 à 6 euros.'],
    ['en', 'de', 'The plan was adopted by 44 votes to 31.', 'Der Plan wurde mit 31 zu 44 Stimmen beschlossen.'],
    ['en', 'es', 'The club has 7 wins and 4 losses.', 'El club suma 4 victorias y 7 derrotas.'],
    ['en', 'ru', 'Six sailors drowned and 15 were rescued.', 'Утонули 15 моряков, ещё шестеро спасены.'],
    ['en', 'ar', 'Six people were killed and 15 wounded.', 'قُتل 15 شخصا وأصيب 6 آخرون.'],
    ['en', 'zh', 'The fire left 4 dead and 19 injured.', '火灾造成19人死亡，4人受伤。'],
  ])('%s–%s: %s', (from, to, source, target) => {
    expect(codes(from, to, source, target)).toEqual(['number-order']);
  });

  it.each([
    [
      'en',
      'fr',
      'The landslide injured 19 people and killed 4.',
      'Le glissement de terrain a fait 4 morts et 19 blessés.',
    ],
    ['en', 'fr', 'The fee rises to 9 euros from 6.', 'Le tarif passe de 6 à 9 euros.'],
    ['en', 'de', 'The plan was rejected by 44 votes to 31.', 'Der Plan wurde mit 31 zu 44 Stimmen abgelehnt.'],
    ['en', 'de', 'They lost 3-1 at home.', 'Sie verloren zu Hause 1:3.'],
    ['en', 'fr', 'Nineteen were hurt and four died.', 'Quatre personnes ont péri, dix-neuf ont été blessées.'],
  ])('in another order that is right, %s–%s: %s', (from, to, source, target) => {
    expect(codes(from, to, source, target)).toEqual([]);
  });
});

describe('negation', () => {
  it.each([
    ['en', 'fr', 'The engineer did not find any cracks.', 'L’ingénieur a trouvé des fissures.', ['negation']],
    ['en', 'fr', 'The merger fell through.', 'La fusion n’a pas abouti.', []],
    ['en', 'fr', 'The text is not without faults.', 'Le texte a ses faiblesses.', []],
    ['zh', 'en', '票价保持不变。', 'Fares will not change.', []],
    ['en', 'ar', 'Only two came back.', 'لم يعد سوى اثنين.', []],
  ])('%s–%s: %s', (from, to, source, target, expected) => {
    expect(codes(from, to, source, target)).toEqual(expected);
  });
});
