import { describe, expect, it } from 'vitest';
import { rowChecks } from '../../../src/core/check/row-checks.ts';
import { packs } from '../../support/packs.ts';

function codesOf(pair: string, source: string, target: string): string[] {
  const [from = '', to = ''] = pair.split('-');
  const context = { packs: { source: packs(from), target: packs(to) } };
  return rowChecks({ source, target }, context).map(({ code }) => code);
}

describe('another person', () => {
  it.each([
    ['en-fr', 'The prize went to Clara Nordqvist.', 'Le prix est allé à Clara Nordström.'],
    ['en-de', 'The potter Simon Brandt sold the kiln.', 'Der Töpfer Simon Randt verkaufte den Ofen.'],
    ['fr-en', 'La juge Sylvie Renard a signé.', 'Judge Martin Cooper has signed.'],
    ['en-ru', 'The choir is led by Hannah Lindgren.', 'Хором руководит Ханна Линдберг.'],
    ['en-ru', 'Julia Whitcombe opened the fair.', 'Ярмарку открыл Роберт Хадсон.'],
    ['en-zh', 'The novel is by Emily Sanders.', '这部小说的作者是海伦·布朗。'],
  ])('is found: %s %s %s', (pair, source, target) => {
    expect(codesOf(pair, source, target)).toContain('name');
  });

  it.each([
    ['en-de', 'Boris Yeltsin met Michael Gorbachev.', 'Boris Jelzin traf Michail Gorbatschow.'],
    ['en-fr', 'Anton Chekhov wrote to Ivan Bunin.', 'Anton Tchekhov a écrit à Ivan Bounine.'],
    ['en-de', 'She teaches at Daniel Street School.', 'Sie unterrichtet an der Daniel-Street-Schule.'],
    ['en-ru', 'Charles Darwin wrote to Henry Bates.', 'Чарльз Дарвин написал Генри Бейтсу.'],
    ['en-zh', 'Peter Wagner built the mill.', '彼得·瓦格纳建造了磨坊。'],
  ])('is none: %s %s %s', (pair, source, target) => {
    expect(codesOf(pair, source, target)).toEqual([]);
  });
});

describe('another city', () => {
  it.each([
    ['en-de', 'The ferry from Lisbon was late.', 'Die Fähre aus Madrid kam zu spät.'],
    ['en-ru', 'The orchestra played in Warsaw.', 'Оркестр играл в Праге.'],
    ['en-ar', 'The fair opened in Prague.', 'افتتح المعرض في برلين.'],
    ['en-zh', 'The fair opened in Vienna.', '博览会在布达佩斯开幕。'],
  ])('is found: %s %s %s', (pair, source, target) => {
    expect(codesOf(pair, source, target)).toEqual(['place']);
  });

  it.each([
    ['en-ru', 'They sang in Warsaw and Moscow.', 'Они пели в Варшаве и Москве.'],
    ['en-zh', 'From Romania she went to Rome.', '她从罗马尼亚去了罗马。'],
    ['en-fr', 'London said no, and Beijing agreed.', 'Le Royaume-Uni a dit non et Pékin a accepté.'],
    ['en-ar', 'The Moroccan singer lives in Amman.', 'تعيش المطربة المغربية في عمّان.'],
  ])('is none: %s %s %s', (pair, source, target) => {
    expect(codesOf(pair, source, target)).toEqual([]);
  });
});
