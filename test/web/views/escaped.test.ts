import ejs from 'ejs';
import { expect, it } from 'vitest';
import { escaped } from '../../../src/web/views/escaped.ts';

it('values stand in a page as EJS would write them', () => {
  for (const value of [
    'plain',
    `<a href="x">'&amp;'</a>`,
    "l'eau",
    'a"b',
    '&',
    '',
    0,
    false,
    null,
    undefined,
    ['<', 1],
  ])
    expect(escaped(value)).toBe(ejs.escapeXML(value as string));
});
