import { describe, expect, it } from 'vitest';
import { rowChecks } from '../../../src/core/check/row-checks.ts';
import { packs } from '../../support/packs.ts';

function codesOf(pair: string, source: string, target: string): string[] {
  const [from = '', to = ''] = pair.split('-');
  const context = { packs: { source: packs(from), target: packs(to) } };
  return rowChecks({ source, target }, context).map(({ code }) => code);
}

describe('a word and its opposite', () => {
  it.each([
    ['en-fr', 'Milk prices rose sharply in May.', 'Les prix du lait ont fortement baissé en mai.'],
    ['en-de', 'The town’s debt has doubled since then.', 'Die Schulden der Stadt haben sich seither halbiert.'],
    ['en-es', 'The board approved the merger.', 'El consejo rechazó la fusión.'],
    ['en-ru', 'The two clubs resumed their talks.', 'Два клуба приостановили переговоры.'],
    ['en-ar', 'The ferry left shortly before midnight.', 'غادرت العبارة بعد منتصف الليل بقليل.'],
    ['en-zh', 'The co-op rejected the offer.', '合作社接受了这一提议。'],
    ['fr-en', 'Une trentaine de moutons ont disparu.', 'About a dozen sheep have disappeared.'],
    ['en-es', 'Fewer farms survive than in 2010.', 'Sobreviven más granjas que en 2010.'],
    ['en-de', 'Two years later he sold the boat.', 'Zwei Jahre zuvor verkaufte er das Boot.'],
    ['en-ar', 'Half of the lamps are broken.', 'ربع المصابيح معطل ولا يزال كذلك.'],
  ])('is found: %s %s %s', (pair, source, target) => {
    expect(codesOf(pair, source, target)).toEqual(['opposite']);
  });

  it.each([
    ['en-fr', 'Milk prices rose sharply in May.', 'Les prix du lait ont fortement augmenté en mai.'],
    ['en-de', 'The board did not approve the merger.', 'Der Vorstand hat die Fusion abgelehnt.'],
    ['en-fr', 'Prices rose in May and then declined.', 'Les prix ont baissé après une hausse en mai.'],
    ['en-es', 'The mayor declined to comment.', 'El alcalde no quiso hacer comentarios.'],
    ['en-fr', 'Two dozen sheep have disappeared.', 'Une vingtaine de moutons ont disparu.'],
  ])('is none: %s %s %s', (pair, source, target) => {
    expect(codesOf(pair, source, target)).not.toContain('opposite');
  });
});

describe('what is said otherwise is right', () => {
  it.each([
    ['en-fr', 'She was born in October 2019.', 'Elle est née en octobre.'],
    ['en-es', 'The tunnel is 1,500 metres long.', 'El túnel mide kilómetro y medio.'],
    ['en-zh', 'She swam it in 57.42 seconds.', '她游出了57秒42。'],
    ['en-fr', 'The hedge is six feet high.', 'La haie mesure un mètre quatre-vingts.'],
    ['en-de', 'It was built in six months.', 'Es wurde binnen eines halben Jahres gebaut.'],
    ['en-ru', 'He could not help laughing.', 'Он не мог не рассмеяться.'],
    ['en-ar', 'Hardly anyone came to the fair.', 'لم يأت أحد إلى المعرض تقريبا.'],
    ['en-fr', 'She turned the post down.', 'Elle n’a pas voulu du poste.'],
    ['en-fr', 'The 2019-20 season was cut short.', 'La saison 2019/2020 a été écourtée.'],
    ['en-de', 'See pages 231-35.', 'Siehe Seiten 231 bis 235.'],
    ['en-es', 'The line is open 24 hours a day.', 'La línea atiende las 24 horas.'],
    ['en-fr', 'The mill is a mile away and 40 metres up.', 'Le moulin est à 1,6 km, à 40 mètres d’altitude.'],
    ['en-de', 'The tank is two-thirds empty.', 'Der Tank ist nur noch zu einem Drittel voll.'],
    ['en-es', 'Who opened the gate?', '¿Quién abrió la puerta?'],
  ])('%s %s %s', (pair, source, target) => {
    expect(codesOf(pair, source, target)).toEqual([]);
  });
});

it.each([
  ['fr-en', 'Les ventes ont stagné au deuxième trimestre.', 'Sales stagnated in the third quarter.', 'number'],
  ['en-es', 'Who opened the gate? Nobody knows.', '¿Quién abrió la puerta. Nadie lo sabe.', 'brackets'],
  ['en-ru', 'The farmers have not accepted the ceasefire.', 'Фермеры приняли прекращение огня.', 'negation'],
])('%s %s %s: %s', (pair, source, target, code) => {
  expect(codesOf(pair, source, target)).toContain(code);
});
