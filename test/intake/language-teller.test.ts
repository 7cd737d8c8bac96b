import { expect, it } from 'vitest';
import { languageTeller } from '../../src/intake/detect-language.ts';
import { packs } from '../support/packs.ts';

const tell = await languageTeller(packs('en').shared);

it.each([
  ['en', 'The ministers agreed on Monday to open the border again, two years after it was closed.'],
  ['fr', 'Les ministres sont convenus lundi de rouvrir la frontière, deux ans après sa fermeture.'],
  ['id', 'Para menteri sepakat pada hari Senin untuk membuka kembali perbatasan yang ditutup dua tahun lalu.'],
])('a text in %s is told as such, whatever is expected', (language, text) => {
  for (const expected of ['en', 'fr-CA', 'id', 'de']) expect(tell(text, expected)).toBe(language);
});

it('a text in which hardly a word speaks for another language is in none, and one with accents or small words of another still is in that', () => {
  expect(tell('Brelandor vitsmek torrage plusk harnobel dreft wimsal quorben tasp frindel mopser', 'en')).toBeNull();
  expect(tell('Kansaneläkelaitos uudistaa verkkopalvelunsa ensi vuonna täysin, yhtiö tiedotti', 'en')).toBe('fi');
  expect(tell('Der Hafen bleibt bis Montag geschlossen, teilte die Stadt mit.', 'en')).toBe('de');
});
