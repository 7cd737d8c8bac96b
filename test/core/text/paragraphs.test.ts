import { describe, expect, it } from 'vitest';
import { splitParagraphs } from '../../../src/core/text/paragraphs.ts';
import { shared } from '../../support/packs.ts';

const paragraphs = (text: string) => splitParagraphs(text, shared).map(({ start, end }) => text.slice(start, end));

describe('paragraphs of a plain text', () => {
  it('are blocks between blank lines, and lines where none were wrapped', () => {
    expect(paragraphs(' One.\nTwo. \r\n\r\n\tThree.\n')).toEqual(['One.', 'Two.', 'Three.']);
    expect(paragraphs('The bridge was closed\nlate at night.\nNobody knew.')).toEqual([
      'The bridge was closed\nlate at night.',
      'Nobody knew.',
    ]);
    expect(paragraphs('')).toEqual([]);
  });

  it('are found whole where a program has wrapped the lines', () => {
    const line = 'the ferry to the islands was late again because of the fog';
    const text = `So ${line}\n  ${line}\n${line},\nand nobody was there to meet it.`;
    expect(paragraphs(`${text}\n\nEnd.`)).toEqual([text, 'End.']);
  });

  it('end at the separators of Unicode and at lone carriage returns', () => {
    expect(paragraphs('One.\u2028Two.\u2029Three.\rFour.')).toEqual(['One.', 'Two.', 'Three.', 'Four.']);
  });

  it.each([
    ['one line without end', 'The tide came in. '.repeat(700_000), 1],
    ['one word without end', 'x'.repeat(12_000_000), 1],
    ['a million lines, each going on the one before', 'a\n'.repeat(1_000_000), 1_000_000],
    ['a million blank lines', '\n'.repeat(1_000_000), 0],
  ])('are found in %s', { timeout: 60_000 }, (_what, text, count) => {
    expect(splitParagraphs(text, shared)).toHaveLength(count);
  });
});
