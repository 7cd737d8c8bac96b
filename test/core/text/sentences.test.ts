import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../src/core/text/sentences.ts';
import { packs } from '../../support/packs.ts';

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
];

describe.each(CASES)('splitSentences in %s', (language, cases) => {
  it.each(cases)('%s', (marked) => {
    const glue = language === 'zh' ? '' : ' ';
    const text = marked.split(' | ').join(glue);
    expect(splitSentences(text, packs(language)).map(({ start, end }) => text.slice(start, end))).toEqual(
      marked.split(' | '),
    );
  });
});

describe('splitSentences', () => {
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

  it('takes a long paragraph without a full stop in bounded time', () => {
    const text = 'word '.repeat(40_000);
    expect(splitSentences(text, packs('en'))).toHaveLength(1);
  });
});
