import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../src/core/text/sentences.ts';
import { packs } from '../../support/packs.ts';
import fc from '../../support/random-cases.ts';

/** Cases are written with " | " where one sentence ends and the next begins. */
const CASES: readonly [language: string, cases: readonly string[]][] = [
  [
    'en',
    [
      'The talks failed. | Nobody was surprised.',
      'Mr. Holm met Dr. Ray on Jan. 16. | They did not speak.',
      'The U.S. Senate voted at 5 p.m. Friday.',
      'She left at 5 p.m. | The others stayed.',
      'He moved to the U.S. | The reason was work.',
      'J. K. Rowling and J.R.R. Tolkien wrote books. | So did others.',
      'The price rose to $2.40. | It had been $1.90.',
      '“We will go,” he said. | “Not today.”',
      '“Stop!” she cried. | Nobody did.',
      'Is it true? | Yes!',
      'See No. 5 on the list. | It is short.',
      'He said no. | Then he left.',
      'It ended... | Or did it?',
      'Visit www.example.org. | Write to a.b@example.org.',
      'He read the file readme.txt twice.',
      '(It rained.) | Then it stopped.',
      '1. Take the box. | Then open it.',
      'The minister (see art. 7) agreed.',
      'This is the end.Then comes more. | He knew.',
    ].map((text) => text.replace('end.Then', 'end. | Then')),
  ],
  [
    'fr',
    [
      'M. Lavrov a reçu Mme. Dupont le 16 janv. dernier. | Ils ont parlé.',
      '« Bonjour », dit-il. | « Au revoir. » | Il part.',
      '« Trop cher ! » a-t-il lancé. | Elle a ri.',
      'Qui vient ? | Personne !',
      'Le prix est de 2,40 euros. | Il monte.',
      'Voir l’art. 7 de la loi. | Il est clair.',
      'J.-P. Martin est là. | Il attend.',
      'Il a dit non. | Puis il est parti.',
    ],
  ],
  [
    'de',
    ['Er kam am 3. Oktober. | Sie blieb.', 'Das gilt z. B. für Dr. Weber. | Er lacht.', '»Komm!«, rief sie. | Er kam.'],
  ],
  ['es', ['El Sr. García llegó. | ¿Quién era? | ¡Nadie!', 'Vive en EE.UU. desde 1990.']],
  [
    'ru',
    [
      'Это было в 2020 г. в Москве. | Потом он уехал.',
      '«Да!» — сказал он. | Все молчали.',
      'А. С. Пушкин жил здесь. | Он писал.',
    ],
  ],
  ['ar', ['هل هذا صحيح؟ | نعم. | شكرا.']],
  ['zh', ['他说好。 | 我走了。 | “为什么？” | 没人知道！']],
  ['hi', ['वह आया। | मैं गया।']],
  ['hy', ['Նա եկավ։ | Ես գնացի։']],
  ['el', ['Πού ήταν; | Στο σπίτι; | Όχι.']],
  ['am', ['ሰላም፡፡ | እሺ።']],
  ['ja', ['「行こう。」と言った。 | 彼は待った。', '２．４％上がった。 | まだ上がる。']],
];

describe.each(CASES)('splitSentences in %s', (language, cases) => {
  it.each(cases)('%s', (marked) => {
    const glue = language === 'zh' || language === 'ja' ? '' : ' ';
    const text = marked.split(' | ').join(glue);
    expect(splitSentences(text, packs(language)).map(({ start, end }) => text.slice(start, end))).toEqual(
      marked.split(' | '),
    );
  });
});

describe('the boundary set of the bench', () => {
  const folder = new URL('../../../bench/data/boundaries/', import.meta.url);
  const sets = readdirSync(folder).map((file) => ({
    language: file.replace('.txt', ''),
    cases: readFileSync(new URL(file, folder), 'utf8').trim().split('\n'),
  }));

  it('has at least 400 cases in 30 languages, all of them cut right', () => {
    const results = sets.flatMap(({ language, cases }) =>
      cases.map((line) => {
        const text = line.split(' | ').join(language === 'zh' || language === 'ja' ? '' : ' ');
        const spans = splitSentences(text, packs(language));
        return spans.map(({ start, end }) => text.slice(start, end)).join(' | ') === line;
      }),
    );
    expect(sets.length).toBeGreaterThanOrEqual(30);
    expect(results.length).toBeGreaterThanOrEqual(400);
    expect(results.filter((right) => !right)).toEqual([]);
  });
});

describe('splitSentences', () => {
  it.each([
    ['1) Open the valve. 2) Close it 3) Go home', ['1) Open the valve.', '2) Close it', '3) Go home']],
    ['a. Bread b. Milk c. Eggs', ['a. Bread', 'b. Milk', 'c. Eggs']],
    ['• First thing • Second thing', ['• First thing', '• Second thing']],
    ['Plan B. Then plan C. came.', ['Plan B.', 'Then plan C. came.']],
    ['In 2. Close it. Open it.', ['In 2.', 'Close it.', 'Open it.']],
  ])('cuts a list on one line, and nothing that is none: %s', (text, expected) => {
    expect(splitSentences(text, packs('en')).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });

  it.each([
    'He bought shares of Yahoo! Japan in spring.',
    'Ask for “Lot 5.” & nothing else.',
    'The map by Lund, rev. (2011) is large.',
    'Turn + Tail Ltd. / North Pier',
    'He paused (was it late ... ?) and went.',
    'He holds that “the rules will seem less hard. . . .”',
    '"Moss [...] used two ladders [...]" (Hale 55).',
    'What I mean . . . well, never mind.',
    'Write to Mary.Lane@example.org today.',
  ])('leaves dots alone that end nothing: %s', (text) => {
    expect(splitSentences(text, packs('en'))).toHaveLength(1);
  });

  it.each([
    [
      'ru',
      [
        'Об этом сказал А. С. Веткин.',
        'Вчера так рассказал Б. Лосев.',
        'Это показал участник А. С. Рогов.',
        'Классик А. С. Лугов и Крылин И. А. Бор спорили.',
        'Ушёл командир П. Сомов.',
      ],
    ],
    ['ru', ['Поезд идёт по линии Б.', 'Потом он стоит.']],
    ['en', ['It was Edward A. Moss.', 'She saw Caroline A. Hale.', 'They take line B.', 'It is late.']],
    ['de', ['Er hat Blutgruppe A.', 'Sie wartet auf dem Bahnsteig.']],
  ])('a letter behind a word that a label stands in by chance is an initial: %s', (language, expected) => {
    const text = expected.join(' ');
    expect(splitSentences(text, packs(language)).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });

  it('is asked of the library in short: a quotation mark that nobody closes holds nothing together', () => {
    const text = `The screen is 5" wide. ${'It is new. It was cheap. '.repeat(200)}`.trim();
    expect(splitSentences(text, packs('en'))).toHaveLength(401);
  });

  it('cuts where the space after a full stop is missing', () => {
    const text = 'Le ministre arrive à Moscou, le 16 janvier.Maxim Schemetov/Associated Press';
    expect(splitSentences(text, packs('fr')).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Le ministre arrive à Moscou, le 16 janvier.',
      'Maxim Schemetov/Associated Press',
    ]);
  });

  it('loses nothing but white space, in any text and language', () => {
    const word = fc.oneof(
      fc.constantFrom('M.', 'Dr.', '»', '« ', '?', '!', '...', '.', '。', '\u00a0', '3.', 'etc.', '؟'),
      fc.string({ unit: 'binary' }),
    );
    const paragraph = fc.array(word).map((words) => words.join(' '));
    fc.assert(
      fc.property(paragraph, fc.constantFrom('en', 'fr', 'de', 'zh', 'xx'), (text, language) => {
        const spans = splitSentences(text, packs(language));
        let at = 0;
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(text.slice(at, start).trim()).toBe('');
          expect(text.slice(start, end).trim()).not.toBe('');
          at = end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
    );
  });

  it.each([
    ['ar', ['وصل الوزير إلى المطار.', 'وقال إنه متعب.'], 'التقى د.أحمد.'],
    ['fa', ['قطار دیر رسید.', 'مسافران منتظر شدند.'], 'او ب.رضا است.'],
    ['he', ['הרכבת איחרה.', 'הנוסעים חיכו.'], 'זה ת.ז שלו.'],
    ['ko', ['기차가 늦었다.', '승객들은 기다렸다.'], '그는 김.이 씨다.'],
  ])('parts words of %s between which a full stop has no space, and no letters', (language, glued, letters) => {
    const sentences = (text: string) =>
      splitSentences(text, packs(language)).map(({ start, end }) => text.slice(start, end));
    expect(sentences(glued.join(''))).toEqual(glued);
    expect(sentences(letters)).toEqual([letters]);
  });

  it('takes a long paragraph without a full stop in bounded time', () => {
    const text = 'word '.repeat(40_000);
    expect(splitSentences(text, packs('en'))).toHaveLength(1);
  });
});
