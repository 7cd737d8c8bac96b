import { describe, expect, it } from 'vitest';
import { faultIn } from '../../../src/core/bitext/bitext.ts';
import { type Operation, planEdit } from '../../../src/core/bitext/operation.ts';
import { Problem } from '../../../src/core/problem.ts';
import { bitextOf } from '../../support/bitexts.ts';
import { edited } from '../../support/edited.ts';
import { shapes } from '../../support/notation.ts';

describe('operations', () => {
  it.each<[string, string, Operation, string]>([
    ['merge takes the row below', '1-1 1-1 1-1', { action: 'merge', bead: 202 }, '1-1 2-2'],
    ['merge with an empty side', '1-1 1-0 1-1', { action: 'merge', bead: 201 }, '2-1 1-1'],
    [
      'split before a source segment',
      '1-1 2-2',
      { action: 'splitRow', bead: 202, side: 'source', segment: 3 },
      '1-1 1-1 1-1',
    ],
    [
      'split where the other side has one segment',
      '2-1',
      { action: 'splitRow', bead: 201, side: 'source', segment: 2 },
      '1-1 1-0',
    ],
    ['move up', '1-1 2-1', { action: 'move', side: 'source', segment: 2, to: 'previous' }, '2-1 1-1'],
    [
      'move up takes what stands above along',
      '1-1 3-1',
      { action: 'move', side: 'source', segment: 3, to: 'previous' },
      '3-1 1-1',
    ],
    ['move down', '1-2 1-1', { action: 'move', side: 'target', segment: 102, to: 'next' }, '1-1 1-2'],
    [
      'a row left with nothing goes',
      '1-1 0-1 1-1',
      { action: 'move', side: 'target', segment: 102, to: 'next' },
      '1-1 1-2',
    ],
    [
      'move out of the first row makes a row',
      '2-1',
      { action: 'move', side: 'source', segment: 1, to: 'previous' },
      '1-0 1-1',
    ],
    [
      'move out of the last row makes a row',
      '1-2',
      { action: 'move', side: 'target', segment: 102, to: 'next' },
      '1-1 0-1',
    ],
    ['join within a row', '2-1', { action: 'join', side: 'source', segment: 1 }, '1-1'],
    ['join takes from the row below', '1-1 1-1', { action: 'join', side: 'target', segment: 101 }, '1-1 1-0'],
    [
      'regroup into more rows',
      '1-1 2-1 0-1',
      {
        action: 'regroup',
        beads: [202, 203],
        groups: [
          { source: [2], target: [102] },
          { source: [3], target: [] },
          { source: [], target: [103] },
        ],
      },
      '1-1 1-1 1-0 0-1',
    ],
    [
      'regroup into fewer rows',
      '1-1 1-0 0-1',
      { action: 'regroup', beads: [202, 203], groups: [{ source: [2], target: [102] }] },
      '1-1 1-1',
    ],
    [
      'shift a run down into an empty side',
      '1-1 1-1 1-1 1-0 1-1',
      { action: 'shift', side: 'target', segment: 101, to: 'next' },
      '1-0 1-1 1-1 1-1 1-1',
    ],
    [
      'shift a run down to the end, where a row is made',
      '1-1 1-1',
      { action: 'shift', side: 'target', segment: 101, to: 'next' },
      '1-0 1-1 0-1',
    ],
    [
      'shift a run down from the second segment of a row',
      '1-2 1-1 1-0',
      { action: 'shift', side: 'target', segment: 102, to: 'next' },
      '1-1 1-1 1-1',
    ],
    [
      'shift a run up into an empty side',
      '1-0 1-1 1-1 1-1',
      { action: 'shift', side: 'target', segment: 101, to: 'previous' },
      '1-1 1-1 1-1 1-0',
    ],
    ['take a segment out', '2-1 1-1', { action: 'detach', side: 'source', segment: 2 }, '1-1 1-0 1-1'],
    ['take the first out', '2-1', { action: 'detach', side: 'source', segment: 1 }, '1-0 1-1'],
    ['take one out of the middle', '3-1', { action: 'detach', side: 'source', segment: 2 }, '1-1 1-0 1-0'],
    ['take one side out', '1-1', { action: 'detach', side: 'target', segment: 101 }, '1-0 0-1'],
    ['merge a run', '1-1 1-0 1-1 1-1', { action: 'mergeRun', beads: [201, 202, 203] }, '3-2 1-1'],
    ['swap translations', '1-1 1-2', { action: 'swap', bead: 201 }, '1-2 1-1'],
    ['swap with an empty side', '1-0 1-1', { action: 'swap', bead: 201 }, '1-1 1-0'],
    [
      'place a translation far away',
      '1-1 1-1 1-1',
      { action: 'moveToRow', side: 'target', segment: 101, to: 203 },
      '1-0 1-1 1-2',
    ],
    [
      'place what has a row to itself',
      '1-0 1-1 0-1',
      { action: 'moveToRow', side: 'target', segment: 102, to: 201 },
      '1-1 1-1',
    ],
    ['pair what is apart', '1-0 1-1 0-1', { action: 'link', source: 1, target: 102 }, '1-1 1-1'],
    ['pair out of rows', '1-1 1-1 1-1', { action: 'link', source: 1, target: 103 }, '1-1 0-1 1-1 1-0'],
    ['pair within a row', '2-2', { action: 'link', source: 2, target: 102 }, '1-1 1-1'],
    ['cut a segment', '1-1', { action: 'splitSegment', side: 'source', segment: 1, offset: 1 }, '2-1'],
  ])('%s', (_name, before, operation, expected) => {
    const result = edited(before, operation);
    expect(shapes(result.beads)).toBe(expected);
    expect(faultIn(result)).toBeNull();
  });

  it('does not regroup rows into other segments than theirs, or rows that do not follow each other', () => {
    const regroup = (beads: number[], source: number[], target: number[]) => () =>
      edited('1-1 1-1 1-1', { action: 'regroup', beads, groups: [{ source, target }] });
    expect(regroup([201, 202], [1, 2], [101])).toThrow(Problem);
    expect(regroup([201, 203], [1, 3], [101, 103])).toThrow(Problem);
    expect(regroup([999], [1], [101])).toThrow(Problem);
  });

  it('keeps notes of both rows and reopens what was confirmed', () => {
    const result = edited(
      '1-1 1-1',
      { action: 'setStatus', beads: [201], status: 'confirmed', note: 'one' },
      { action: 'setStatus', beads: [202], note: 'two' },
      { action: 'merge', bead: 201 },
    );
    expect(result.beads[0]).toMatchObject({ status: 'proposed', note: 'one\ntwo', confidence: null });
  });

  it('rewrites a text on one line and keeps its place', () => {
    const result = edited('1-1', { action: 'rewrite', side: 'target', segment: 101, text: ' new\n text ' });
    expect(result.target[0]).toMatchObject({ id: 101, text: 'new text' });
  });

  it.each<[string, Operation]>([
    ['merge of the last row', { action: 'merge', bead: 202 }],
    ['split before the first segment', { action: 'splitRow', bead: 202, side: 'source', segment: 2 }],
    ['empty text', { action: 'rewrite', side: 'source', segment: 1, text: '  ' }],
    ['cut at the end', { action: 'splitSegment', side: 'source', segment: 1, offset: 2 }],
    ['a merge of one row', { action: 'mergeRun', beads: [201] }],
    ['a swap of the last row', { action: 'swap', bead: 202 }],
    ['a place that is its own', { action: 'moveToRow', side: 'target', segment: 101, to: 201 }],
    ['a mark that changes nothing', { action: 'setStatus', beads: [201], status: 'proposed' }],
  ])('refuses %s', (_name, operation) => {
    expect(() => planEdit(bitextOf('1-1 1-1'), operation)).toThrow(Problem);
  });

  it('does not let a source segment jump over others', () => {
    const bitext = bitextOf('1-1 1-1 1-1');
    expect(() => planEdit(bitext, { action: 'moveToRow', side: 'source', segment: 1, to: 203 })).toThrow(
      'keep their order',
    );
    expect(() => planEdit(bitext, { action: 'mergeRun', beads: [201, 203] })).toThrow(Problem);
  });

  it('calls a row that is gone a conflict', () => {
    expect(() => planEdit(bitextOf('1-1'), { action: 'merge', bead: 999 })).toThrow(
      expect.objectContaining({ code: 'conflict' }),
    );
  });
});
