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
