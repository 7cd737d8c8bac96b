import { describe, expect, it } from 'vitest';
import type { Segment } from '../../../src/core/bitext/bitext.ts';
import type { InlineCode, InlineCodes } from '../../../src/core/bitext/inline/codes.ts';
import { type RowSide, sideText } from '../../../src/core/check/finding-places.ts';

const CHAR = String.fromCodePoint(0x100000);
const CODE: InlineCode = { kind: 'alone', element: 'x', pair: '', data: '<br/>', attributes: {} };
const CODES: InlineCodes = new Map([[CHAR, CODE]]);

function side(...texts: string[]): RowSide {
  const segments = texts.map((text, i): Segment => ({ id: i + 1, text, paragraph: 0, kind: 'body' }));
  return { segments, joint: ' ', codes: CODES };
}

/** What stands at the places of a span. */
function wordsAt(start: number, end: number, rowSide: RowSide): string[] {
  return sideText('target', rowSide)
    .placesOf({ start, end })
    .map(
      (place) =>
        `${place.segment}: ${rowSide.segments.find(({ id }) => id === place.segment)!.text.slice(place.start, place.end)}`,
    );
}

describe('the places of a finding in the segments', () => {
  it('are counted in the second segment from its own beginning', () => {
    expect(wordsAt(14, 17, side('Seven boats.', 'It 340 trees'))).toEqual(['2: t 3']);
    expect(wordsAt(16, 19, side('Seven boats.', 'It 340 trees'))).toEqual(['2: 340']);
  });

  it('count the codes that the text of the row has not', () => {
    expect(wordsAt(3, 6, side(`It ${CHAR}340${CHAR} trees`))).toEqual(['1: 340']);
    expect(wordsAt(0, 2, side(`${CHAR}It is`))).toEqual(['1: It']);
  });

  it('are one a segment where the span reaches over several', () => {
    expect(wordsAt(3, 9, side('A mill', 'by a lake'))).toEqual(['1: ill', '2: by']);
  });

  it('are the neighbours of what has no length', () => {
    expect(wordsAt(4, 4, side('Quoi? Rien'))).toEqual(['1: i?']);
    expect(wordsAt(0, 0, side('Quoi'))).toEqual(['1: Q']);
  });
});

describe('the text that a finding suggests', () => {
  const suggested = (start: number, end: number, suggestion: string | null, rowSide: RowSide) =>
    sideText('target', rowSide).suggestedText({ target: { start, end }, suggestion });

  it('is that of the one segment, its codes kept', () => {
    expect(suggested(13, 16, '340', side('Un verger.', `${CHAR}à 430 arbres`))).toEqual({
      segment: 2,
      text: `${CHAR}à 340 arbres`,
    });
  });

  it('puts in what is missing, also at the end', () => {
    expect(suggested(4, 4, '\u00a0', side('Quoi?'))).toEqual({ segment: 1, text: 'Quoi\u00a0?' });
    expect(suggested(4, 4, '.', side('Quoi'))).toEqual({ segment: 1, text: 'Quoi.' });
  });

  it('is none where a code would be lost, two segments would change, or nothing is certain', () => {
    expect(suggested(0, 3, '340', side(`4${CHAR}30 arbres`))).toBeNull();
    expect(suggested(3, 9, 'x', side('A mill', 'by a lake'))).toBeNull();
    expect(suggested(0, 1, null, side('A mill'))).toBeNull();
  });
});
