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
