import { describe, expect, it } from 'vitest';
import { rowChecks } from '../../../src/core/check/row-checks.ts';
import { loadLanguagePacks } from '../../../src/intake/language-packs.ts';

const packs = loadLanguagePacks();

/** The codes that the checks of a row give, with the two values. */
function found(from: string, to: string, source: string, target: string): string[] {
  return rowChecks({ source, target }, { packs: { source: packs(from), target: packs(to) } }).map(
    ({ code, expected, found: other }) => `${code}: ${expected} | ${other}`,
  );
}

describe('a text that ends where a number should follow', () => {
  it.each([
    ['三分之', 'zh'],
    ['百分之', 'zh'],
    ['half past', 'en'],
    ['one in', 'en'],
    ['jeder', 'de'],
  ])('“%s” has none', (text, language) => {
    expect(found(language, 'fr', text, 'Rien.')).toEqual(expect.any(Array));
    expect(found('fr', language, 'Rien.', text)).toEqual(expect.any(Array));
  });
});

describe('a row that holds a whole table', () => {
  const numbers = Array.from({ length: 700 }, (_, i) => 1000 + ((i * 7919) % 90_000));
  const english = numbers.map((number) => `${number} boats`).join(', ');
  const french = (values: readonly number[]) => values.map((number) => `${number} bateaux`).join(', ');

  it('has its values in their places', () => {
    expect(found('en', 'fr', `${english}.`, `${french(numbers)}.`)).toEqual([]);
  });

  it('has one finding where one value is wrong', () => {
    const wrong = numbers.with(400, 99_500);
    expect(found('en', 'fr', `${english}.`, `${french(wrong)}.`)).toEqual([`number: ${numbers[400]} | 99500`]);
  });
});

describe('values that are the same', () => {
  it.each([
    ['en', 'fr', 'The fund holds 1,250 shares.', 'Le fonds détient 1 250 parts.'],
    ['en', 'es', 'The city has 1.3 million inhabitants.', 'La ciudad tiene un millón 300 mil habitantes.'],
    ['en', 'ar', 'The city has 3.2 million inhabitants.', 'يبلغ عدد سكان المدينة 3 ملايين و200 ألف نسمة.'],
    ['en', 'ar', 'The city has 1.3 million inhabitants.', 'يبلغ عدد سكان المدينة مليونا و300 ألف نسمة.'],
    ['en', 'es', 'The mayor thanked the 58 volunteers.', 'El alcalde dio las gracias a las 58 voluntarias.'],
    ['en', 'ru', 'The fund ended with 60,000 members.', 'Фонд закончил год с 60 тысячами членов.'],
    ['en', 'ru', 'People came by the thousands.', 'Люди приходили тысячами.'],
    ['en', 'zh', 'The two sides failed to agree on a date.', '双方未能就日期达成一致。'],
    ['fr', 'en', "Aucune ville n'est à l'abri d'une inondation.", 'Any city can be flooded.'],
    ['en', 'ar', 'Adam Knight and Lina Brown said so.', 'هكذا قال آدم نايت ولينا براون.'],
    ['en', 'fr', 'Ninety-seven boats sank.', 'Quatre-vingt-dix-sept bateaux ont coulé.'],
    ['en', 'fr', 'She left at half past five.', 'Elle est partie à cinq heures et demie.'],
    ['en', 'fr', 'They waited a fortnight.', 'Ils ont attendu quinze jours.'],
    ['en', 'fr', 'One in five schools closed.', 'Un cinquième des écoles ont fermé.'],
    ['en', 'fr', 'The lake lost a quarter of its water.', 'Le lac a perdu 25 % de son eau.'],
    ['en', 'de', 'Twenty-five firms paid $2.5 billion.', 'Fünfundzwanzig Firmen zahlten 2,5 Milliarden Dollar.'],
    ['en', 'de', 'It began on March 3 at 5:30 p.m.', 'Es begann am 3. März um halb sechs.'],
    ['en', 'es', 'They owe 2.5 billion euros.', 'Deben dos mil quinientos millones de euros.'],
    ['en', 'ru', 'Forty thousand people came on May 9.', 'Девятого мая пришли сорок тысяч человек.'],
    ['en', 'ar', 'Thirty-six ships left within two weeks.', 'غادرت ست وثلاثون سفينة خلال أسبوعين.'],
    ['en', 'zh', 'The bridge cost 120 million yuan.', '这座桥耗资一亿二千万元。'],
    ['en', 'zh', 'Two-thirds voted on June 4, 2023.', '三分之二的人在2023年6月4日投票。'],
    ['de', 'fr', 'Im 19. Jahrhundert war jeder Dritte arm.', 'Au XIXe siècle, une personne sur trois était pauvre.'],
    ['en', 'fr', 'The trail runs for 10 miles.', 'Le sentier court sur 16 kilomètres.'],
    [
      'en',
      'fr',
      'A century and a half later, 1.5 million came.',
      'Cent cinquante ans plus tard, un million et demi sont venus.',
    ],
    ['en', 'fr', 'It is open from 7 to 9 p.m.', 'C’est ouvert de 19 h à 21 h.'],
    ['en', 'fr', 'A 6-foot-3 guard joined.', 'Un arrière de 1,90 m est arrivé.'],
    ['en', 'de', 'It fell to 14 degrees Fahrenheit.', 'Es wurden minus zehn Grad.'],
    ['fr', 'en', 'Le 05/06/2024, la mairie fermera.', 'City hall closes on June 5, 2024.'],
    ['en', 'ru', 'The board cut the fee by half a percentage point.', 'Совет снизил сбор на 0,5 процентного пункта.'],
    ['fr', 'en', 'Le taux perd un quart de point.', 'The rate loses 25 basis points.'],
    ['en', 'ru', 'The mill closed in the early 2000s.', 'Мельница закрылась в начале двухтысячных.'],
    ['en', 'fr', 'The play runs 2 hours 20 minutes.', 'La pièce dure 2h20.'],
    ['en', 'fr', 'They met in nineteen seventy-six.', 'Ils se sont rencontrés en 1976.'],
    ['en', 'zh', 'The mill opened in 1958.', '磨坊于一九五八年开业。'],
    ['en', 'zh', 'Output fell 45 percent.', '产量下降四成五。'],
    ['en', 'ru', 'The 14-year-old girl swam home.', 'Четырнадцатилетняя девочка доплыла домой.'],
    ['en', 'de', 'The five-day fair is over.', 'Die Fünftagemesse ist vorbei.'],
    ['en', 'ar', 'Hilal won 3-2.', 'فاز الهلال بثلاثة أهداف مقابل هدفين.'],
    ['en', 'es', 'It ended 0-0.', 'Acabó sin goles.'],
  ])('%s–%s: %s', (from, to, source, target) => {
    expect(found(from, to, source, target)).toEqual([]);
  });
});

describe('values that differ', () => {
  it.each([
    ['en', 'fr', 'The fund holds 1,250 shares.', 'Le fonds détient 1 520 parts.', 'number: 1,250 | 1 520'],
    [
      'en',
      'fr',
      'It cost 3 million euros.',
      'Cela a coûté 3 milliards d’euros.',
      'number-magnitude: 3 million euros | 3 milliards d’euros',
    ],
    [
      'en',
      'fr',
      'It cost 3 million pounds.',
      'Cela a coûté 3 millions d’euros.',
      'currency: 3 million pounds | 3 millions d’euros',
    ],
    [
      'en',
      'fr',
      'The trail runs for 10 miles.',
      'Le sentier court sur 10 kilomètres.',
      'unit: 10 miles | 10 kilomètres',
    ],
    [
      'en',
      'fr',
      'The trail runs for 10 miles.',
      'Le sentier court sur 26 kilomètres.',
      'number: 10 miles | 26 kilomètres',
    ],
    ['en', 'de', 'Rents rose 4 percent.', 'Die Mieten stiegen um 4 Punkte.', 'percent: 4 percent | 4 Punkte'],
    ['en', 'es', 'They met on Monday.', 'Se reunieron el martes.', 'weekday: Monday | martes'],
    ['en', 'ru', 'The mine closed in March.', 'Шахта закрылась в мае.', 'date: March | мае'],
    ['en', 'ar', 'Thirty-six ships left.', 'غادرت ست وعشرون سفينة.', 'number: Thirty-six | ست وعشرون'],
    [
      'en',
      'zh',
      'The bridge cost 120 million yuan.',
      '这座桥耗资一千二百万元。',
      'number-magnitude: 120 million yuan | 一千二百万元',
    ],
    ['en', 'fr', 'Envoys from Iran arrived.', 'Des envoyés d’Irak sont arrivés.', 'place: Iran | Irak'],
  ])('%s–%s: %s', (from, to, source, target, expected) => {
    expect(found(from, to, source, target)).toEqual([expected]);
  });
});

describe('names and negations that differ', () => {
  it('finds another family name behind the same first name in Arabic letters', () => {
    expect(found('en', 'ar', 'The novel was reviewed by Karim Johnson.', 'قام كريم سليمان بمراجعة الرواية.')).toEqual([
      'name: Johnson | سليمان',
    ]);
  });

  it('finds a negation that is lost before a word that denies on both sides, and one that such a word opens', () => {
    expect(found('en', 'ar', 'The bank will not close its branch.', 'سيغلق البنك فرعه.')).toEqual(['negation: not | ']);
    expect(found('en', 'zh', 'The two sides agreed on a date.', '双方未能就日期达成一致。')).toEqual([
      'negation:  | 未',
    ]);
  });
});
