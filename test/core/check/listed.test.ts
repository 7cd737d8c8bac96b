import { describe, expect, it } from 'vitest';
import { rowChecks } from '../../../src/core/check/row-checks.ts';
import { loadLanguagePacks } from '../../../src/intake/language-packs.ts';

const pack = loadLanguagePacks();
const found = (pair: string, source: string, target: string) => {
  const [from = '', to = ''] = pair.split('-');
  const packs = { source: pack(from), target: pack(to) };
  return rowChecks({ source, target }, { packs }).map(({ code, expected }) => `${code} ${expected}`);
};

describe('what has gone from a list', () => {
  it.each([
    [
      'en-fr',
      'Ferries to Larne, Cairnryan and Belfast were late.',
      'Les ferries pour Larne et Belfast avaient du retard.',
      'name Cairnryan',
    ],
    [
      'fr-en',
      'Les villes de Vannes, Lorient et Quimper votent.',
      'The towns of Vannes and Quimper vote.',
      'name Lorient',
    ],
    [
      'en-de',
      'Trains to Graz, Linz, Wels and Enns stood still.',
      'Die Züge nach Graz, Linz und Enns standen still.',
      'name Wels',
    ],
    ['en-ru', 'Peru, Chile and Ecuador signed it.', 'Его подписали Перу и Эквадор.', 'place Chile'],
    ['en-ar', 'Oman, Kuwait and Qatar agreed.', 'اتفقت عمان وقطر.', 'place Kuwait'],
    ['en-zh', 'Kenya, Uganda and Rwanda share the line.', '肯尼亚和卢旺达共用这条线路。', 'place Uganda'],
    ['es-en', 'Perú, Chile y Ecuador lo firmaron.', 'Peru and Ecuador signed it.', 'place Chile'],
  ])('%s: %s', (pair, source, target, expected) => {
    expect(found(pair, source, target)).toContain(expected);
  });

  it.each([
    ['en-fr', 'London, Paris and Rome agreed.', 'Londres, Paris et Rome sont d’accord.'],
    ['en-fr', 'She sang in Vienna, Graz and Linz.', 'Elle a chanté à Vienne, à Graz et à Linz.'],
    [
      'en-de',
      'The Danube flows through Austria, Hungary and Serbia.',
      'Die Donau fließt durch Österreich, Ungarn und Serbien.',
    ],
    ['en-fr', 'Anna, Ben and their aunt left.', 'Anna, Ben et leur tante sont partis.'],
    ['en-ru', 'Peru, Chile and Ecuador signed it.', 'Его подписали Перу, Чили и Эквадор.'],
    ['en-es', 'The Peruvian, Chilean and Bolivian navies sailed.', 'Las marinas de Perú, Chile y Bolivia zarparon.'],
    ['en-fr', 'Germany, France and Britain met.', 'L’Allemagne, la France et le Royaume-Uni se sont réunis.'],
    ['en-fr', 'He, Marta and Jon left.', 'Lui, Marta et Jon sont partis.'],
    ['en-de', 'On Monday, Graz, Linz and Wels were dry.', 'Am Montag waren Graz, Linz und Wels trocken.'],
    [
      'en-fr',
      'Mills in Lade, Brant and Holm reopened; Brant was first.',
      'À Lade, à Brant et à Holm, les moulins ont rouvert.',
    ],
    [
      'en-fr',
      'France, Italy, and the other members, France above all, agreed.',
      'La France, l’Italie et les autres membres sont d’accord.',
    ],
    ['en-zh', 'Kenya, Uganda and Rwanda share the line.', '肯尼亚、乌干达和卢旺达共用这条线路。'],
  ])('nothing from %s: %s', (pair, source, target) => {
    expect(found(pair, source, target)).toEqual([]);
  });
});

describe('a name that is written twice', () => {
  it('is misspelt once', () => {
    expect(found('en-fr', 'Lanvin won. Then Lanvin left.', 'Lanvin a gagné. Puis Lauvin est parti.')).toEqual([
      'name Lanvin',
    ]);
    expect(found('fr-en', 'Brossart a gagné, Brossart est parti.', 'Brossart won, then Brosart left.')).toEqual([
      'name Brossart',
    ]);
  });

  it.each([
    ['en-de', 'Kellner won. Then Kellner left.', 'Kellner gewann. Dann ging die Kellnerin.'],
    ['en-fr', 'Lanvin won. Then Lanvin left.', 'Lanvin a gagné, puis il est parti.'],
    ['en-fr', 'Martin met Martin.', 'Martin a rencontré Martine.'],
    ['en-fr', 'Martin and Marlin met. Martin left.', 'Martin et Marlin se sont vus. Il est parti.'],
  ])('or is not: %s %s', (pair, source, target) => {
    expect(found(pair, source, target)).toEqual([]);
  });
});

describe('days of the week', () => {
  it('are told apart within a compound', () => {
    expect(found('en-de', 'The hall opens on Tuesday evening.', 'Die Halle öffnet am Mittwochabend.')).toEqual([
      'weekday Tuesday',
    ]);
    expect(found('en-de', 'The hall opens on Tuesday evening.', 'Die Halle öffnet am Dienstagabend.')).toEqual([]);
    expect(found('en-nl', 'The hall opens on Tuesday evening.', 'De zaal gaat woensdagavond open.')).toEqual([
      'weekday Tuesday',
    ]);
  });

  it('have a capital in English', () => {
    expect(found('fr-en', 'La halle ouvre mardi.', 'The hall opens on tuesday.')).toEqual(['capital Tuesday']);
    expect(found('fr-en', 'Écrire à sunday@halle.example.', 'Write to sunday@halle.example.')).toEqual([]);
    expect(found('en-fr', 'The hall opens on Tuesday.', 'La halle ouvre mardi.')).toEqual([]);
  });
});

describe('a word for money and for a weight', () => {
  it('is a weight where the other side has one', () => {
    expect(found('en-de', 'The bell weighs 90 pounds.', 'Die Glocke wiegt 90 Kilogramm.')).toEqual(['unit 90 pounds']);
    expect(found('en-de', 'The bell weighs 90 pounds.', 'Die Glocke wiegt 41 Kilogramm.')).toEqual([]);
    expect(found('en-de', 'The bell cost 90 pounds.', 'Die Glocke kostete 90 Pfund.')).toEqual([]);
  });
});

describe('what one language denies and another does not', () => {
  it.each([
    [
      'en-de',
      'The bridge will not open before dusk, and not a day until then.',
      'Die Brücke öffnet erst in der Dämmerung.',
    ],
    ['en-zh', 'Nobody but the driver saw it.', '只有司机看见了。'],
    ['en-fr', 'Nobody asked why.', 'Personne n’a demandé pourquoi.'],
    ['en-ar', 'Only the drivers were paid.', 'لم يُدفع إلا للسائقين.'],
    ['fr-en', 'Elle n’a jamais caché sa joie.', 'She always showed her joy.'],
    ['de-en', 'Niemand außer dem Fahrer sah es.', 'Only the driver saw it.'],
    ['es-en', 'No abrirán hasta el lunes.', 'They will open on Monday at the earliest.'],
  ])('is no loss: %s %s', (pair, source, target) => {
    expect(found(pair, source, target)).toEqual([]);
  });

  it.each([
    ['en-fr', 'Nobody came to the fair.', 'Tout le monde est venu à la foire.'],
    ['en-de', 'The bridge did not open.', 'Die Brücke wurde geöffnet.'],
    ['fr-en', 'Personne n’a payé.', 'Everybody paid.'],
    ['en-fr', 'She did not hide her joy.', 'Elle a caché sa joie.'],
  ])('but a plain one is: %s %s', (pair, source, target) => {
    expect(found(pair, source, target).join()).toContain('negation');
  });
});
