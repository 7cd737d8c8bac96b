import { describe, expect, it } from 'vitest';
import { reconciled } from '../../../src/core/align/pages/reconcile.ts';
import { isLeftOut } from '../../../src/core/text/page/judge-page.ts';
import type { LineSize } from '../../../src/core/text/page/line-shape.ts';

/** A line: how likely it is outside beside the other page and by itself, its counterpart, words in common, what is known of it. */
interface Line {
  readonly beside: number;
  readonly alone: number;
  readonly size: LineSize;
  readonly mate?: number;
  readonly links?: number;
  readonly marks?: readonly string[];
  readonly numbers?: readonly string[];
  readonly state?: 'text' | 'meta' | 'after';
}

function side(lines: readonly Line[]) {
  return {
    sizes: lines.map(({ size }) => size),
    marks: lines.map(({ marks = [] }) => marks),
    numbers: lines.map(({ numbers = [] }) => numbers),
    outside: lines.map(({ alone }) => alone),
    evidence: lines.map(({ mate = -1, links = 0 }) => ({
      covered: mate < 0 ? 0 : 1,
      confidence: mate < 0 ? 0 : 0.8,
      links,
      weight: 40,
      mate,
    })),
    judged: lines.map(({ beside, size, state = 'text' }) => ({ outside: beside, size, state })),
  };
}

const leftOut = (source: readonly Line[], target: readonly Line[]) => {
  const settled = reconciled(side(source), side(target));
  return { source: settled.source.map(isLeftOut), target: settled.target.map(isLeftOut) };
};

describe('lines of two pages, each with its counterpart', () => {
  it('are kept where one page takes them for text', () => {
    const [sure, doubted]: Line[][] = [
      [{ beside: 0.99, alone: 0.99, size: 'short', mate: 0 }],
      [{ beside: 0.2, alone: 0.1, size: 'short', mate: 0 }],
    ];
    expect(leftOut(sure!, doubted!)).toEqual({ source: [false], target: [false] });
  });

  it('are left out both where neither page does', () => {
    const one: Line = { beside: 0.99, alone: 0.99, size: 'short', mate: 0 };
    expect(leftOut([one], [{ ...one, beside: 0.8 }])).toEqual({ source: [true], target: [true] });
  });

  it('are left out where they are a label in two languages, with the link below it', () => {
    const label: Line = { beside: 0.1, alone: 0.5, size: 'short', mate: 0, marks: ['phrase:lines'] };
    const link: Line = { beside: 0.1, alone: 0.6, size: 'middle', mate: 1, links: 1 };
    expect(leftOut([label, link], [{ ...label, marks: [] }, link])).toEqual({
      source: [true, true],
      target: [true, true],
    });
  });

  it('are kept below a label where their own pages take them for headings', () => {
    const label: Line = { beside: 0.1, alone: 0.9, size: 'short', mate: 0, marks: ['phrase:lines'] };
    const heading: Line = { beside: 0.1, alone: 0.05, size: 'short', mate: 1, links: 1 };
    expect(leftOut([label, heading], [label, heading]).source).toEqual([true, false]);
  });
});

describe('lines without a counterpart', () => {
  it('are left out where the other page leaves out one with the same number at the same place', () => {
    const around: Line = { beside: 0, alone: 0, size: 'full', mate: 0, links: 5 };
    const time: Line = { beside: 0.6, alone: 0.6, size: 'short', numbers: ['15'] };
    const source = [around, time, { ...around, mate: 2 }];
    expect(leftOut(source, [around, { ...time, beside: 0.99 }, { ...around, mate: 2 }])).toEqual({
      source: [false, true, false],
      target: [false, true, false],
    });
    expect(
      leftOut(source, [around, { ...time, beside: 0.99, numbers: ['45'] }, { ...around, mate: 2 }]).source,
    ).toEqual([false, false, false]);
  });

  it('are kept where their own page takes them for a sentence', () => {
    const sentence: Line = { beside: 0.99, alone: 0.02, size: 'sentence' };
    expect(leftOut([sentence], []).source).toEqual([false]);
    expect(leftOut([{ ...sentence, alone: 0.9 }], []).source).toEqual([true]);
  });

  it('are kept where a credit ends them, as under a picture, but not below the text', () => {
    const caption: Line = { beside: 0.99, alone: 0.9, size: 'middle', marks: ['credit:tail'], state: 'meta' };
    expect(leftOut([caption], []).source).toEqual([false]);
    expect(leftOut([{ ...caption, state: 'after' }], []).source).toEqual([true]);
  });
});
