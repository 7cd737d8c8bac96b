import { expect, test } from 'vitest';
import { plainRow, plainText, spanInText } from '../../../src/core/bitext/inline/plain-text.ts';
import { withWords } from '../../../src/core/bitext/inline/with-words.ts';
import { rowChecker } from '../../../src/core/glossary/row-checker.ts';
import { rowsWithCodes } from '../../../src/core/glossary/rows-with-codes.ts';
import { loadLanguagePacks } from '../../../src/intake/language-packs.ts';

const [OPEN, CLOSE] = ['\u{100000}', '\u{f0001}'];
/** A text in which brackets stand for codes. */
const coded = (text: string) => text.replaceAll('[', OPEN).replaceAll(']', CLOSE);

test('a text is read without codes, and places in it are found again with them', () => {
  const text = coded('The [𝔸 prime mi]nister[] left.');
  expect(plainText(text)).toBe('The 𝔸 prime minister left.');
  const start = plainText(text).indexOf('prime minister');
  const span = spanInText(text, { start, end: start + 'prime minister'.length });
  expect(text.slice(span.start, span.end)).toBe(coded('prime mi]nister'));
  const end = plainText(text).length;
  expect(spanInText(text, { start: end, end })).toEqual({ start: text.length, end: text.length });
});

test('words that change leave all codes, behind as many words as they stood behind', () => {
  const change = (text: string, words: string) => withWords(coded(text), words);
  expect(change('[The mayor] left [Ulm].', 'The mayors have left Ulm.')).toBe(coded('[The mayors] have left [Ulm].'));
  expect(change('The [prime mi]nister left.', 'The mayor left.')).toBe(coded('The [mayor ]left.'));
  expect(change('[All] of it', 'Nothing')).toBe(coded('[Nothing]'));
  expect(change('[Ulm]', 'Ulm is big')).toBe(coded('[Ulm] is big'));
  expect(withWords('No codes', 'none')).toBe('none');
});

test('terms are found across codes, and a correction keeps them', () => {
  const packs = loadLanguagePacks();
  const term = (language: string, text: string, status: 'preferred' | 'forbidden' = 'preferred') => ({
    ...({ language, text, status, partOfSpeech: '', gender: '', note: '' } as const),
  });
  const concept = {
    ...({ kind: 'role', definition: '', note: '' } as const),
    terms: [term('en', 'town clerk'), term('fr', 'secrétaire général'), term('fr', 'greffier communal', 'forbidden')],
  };
  const check = rowsWithCodes(rowChecker([concept], { source: packs('en'), target: packs('fr') }));
  const segment = (id: number, text: string) => ({ id, text: coded(text), paragraph: 0, kind: 'body' }) as const;
  const source = segment(1, 'The [town] clerk spoke.');
  const target = segment(2, 'Le [greffier] communal a [parlé].');
  const bead = { id: 3, source: [1], target: [2], status: 'proposed', confidence: 1, note: '' } as const;
  const { hits, findings } = check({ bead, segments: { source: [source], target: [target] } });
  const [hit] = hits.get(1)!;
  expect(source.text.slice(hit!.start, hit!.end)).toBe(coded('town] clerk'));
  expect(findings.map(({ found, correction }) => [found, correction])).toEqual([
    ['greffier communal', { at: 0, text: coded('Le [secrétaire] général a [parlé].') }],
  ]);
  expect(plainRow({ segments: { source: [source], target: [] } }).segments.source[0]!.text).toBe(
    'The town clerk spoke.',
  );
});
