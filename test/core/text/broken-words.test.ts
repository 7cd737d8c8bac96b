import { expect, it } from 'vitest';
import { wordJoiner } from '../../../src/core/text/broken-words.ts';

it.each([
  ['the munici-\npality of', '', 'the municipality of'],
  ['a 20-\nyear plan', '', 'a 20-year plan'],
  ['the 22-year-\nold pilot', '', 'the 22-year-old pilot'],
  ['state-of-the-\nart', '', 'state-of-the-art'],
  ['Jean-\n  Pierre and Bosnia-\r\nHerzegovina', '', 'Jean-Pierre and Bosnia-Herzegovina'],
  ['1914-\n1918', '', '1914-1918'],
  ['a well-\nknown man', 'He is well-known.', 'a well-known man'],
  ['a well-\nknown man', '', 'a wellknown man'],
  ['the light-\nhouse', 'A lighthouse. A light-house.', 'the lighthouse'],
  ['MUNICI-\nPALITY', '', 'MUNICIPALITY'],
  ['Vor-\nund Nachteile', 'Er und sie und alle und niemand.', 'Vor- und Nachteile'],
  ['soft\u00ad\nware', 'soft-ware', 'software'],
  ['wind- \nmill, a - \nb', '', 'wind- \nmill, a - \nb'],
])('puts %j together', (slice, elsewhere, mended) => {
  expect(wordJoiner(`${slice} ${elsewhere}`)(slice)).toBe(mended);
});
