import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bitext, faultIn } from '../../../src/core/bitext/bitext.ts';
import { applyEdit, type Edit, invertEdit } from '../../../src/core/bitext/edit.ts';
import { movedBeads } from '../../../src/core/bitext/moved.ts';
import { type Operation, planEdit } from '../../../src/core/bitext/operation.ts';
import { Problem } from '../../../src/core/problem.ts';
import { bitextOf } from '../../support/bitexts.ts';
import { shapes } from '../../support/notation.ts';

function edited(notation: string, ...operations: Operation[]): Bitext {
  return operations.reduce((bitext, operation) => {
    const result = applyEdit(bitext, planEdit(bitext, operation));
    if (!result) throw new Error('the edit did not apply');
    return result;
  }, bitextOf(notation));
}

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

describe('an edit', () => {
  it('does not apply where its expectation is gone', () => {
    const before = bitextOf('1-1 1-1 1-1');
    const merge = planEdit(before, { action: 'merge', bead: 201 });
    const confirmed = applyEdit(before, planEdit(before, { action: 'setStatus', beads: [202], status: 'confirmed' }));
    expect(confirmed && applyEdit(confirmed, merge)).toBeNull();
  });

  it('applies where only other rows have changed', () => {
    const before = bitextOf('1-1 1-1 1-1');
    const mark = planEdit(before, { action: 'setStatus', beads: [203], status: 'flagged', note: 'why' });
    const merged = applyEdit(before, planEdit(before, { action: 'merge', bead: 201 }));
    expect(merged && applyEdit(merged, mark)?.beads.map((bead) => bead.status)).toEqual(['proposed', 'flagged']);
  });
});

/** Any operation on any row or segment, sensible or not. */
function operationOn(bitext: Bitext): fc.Arbitrary<Operation> {
  const bead = fc.constantFrom(...bitext.beads.map(({ id }) => id));
  const place = fc.constantFrom(
    ...bitext.source.map(({ id }) => ({ side: 'source' as const, segment: id })),
    ...bitext.target.map(({ id }) => ({ side: 'target' as const, segment: id })),
  );
  return fc.oneof(
    fc.record({ action: fc.constant('merge' as const), bead }),
    fc.record({ action: fc.constant('swap' as const), bead }),
    fc.tuple(fc.nat(5), fc.integer({ min: 2, max: 4 })).map(([at, count]) => ({
      action: 'mergeRun' as const,
      beads: bitext.beads.slice(at, at + count).map(({ id }) => id),
    })),
    fc.tuple(bead, place).map(([to, at]) => ({ action: 'moveToRow' as const, ...at, to })),
    fc.tuple(bead, place).map(([bead, at]) => ({ action: 'splitRow' as const, bead, ...at })),
    fc
      .tuple(place, fc.constantFrom('previous' as const, 'next' as const))
      .map(([at, to]) => ({ action: 'move' as const, ...at, to })),
    fc
      .tuple(place, fc.constantFrom('previous' as const, 'next' as const))
      .map(([at, to]) => ({ action: 'shift' as const, ...at, to })),
    place.map((at) => ({ action: 'detach' as const, ...at })),
    ...(bitext.source.length > 0 && bitext.target.length > 0
      ? [
          fc.record({
            action: fc.constant('link' as const),
            source: fc.constantFrom(...bitext.source.map(({ id }) => id)),
            target: fc.constantFrom(...bitext.target.map(({ id }) => id)),
          }),
        ]
      : []),
    fc.tuple(place, fc.string()).map(([at, text]) => ({ action: 'rewrite' as const, ...at, text })),
    fc.tuple(place, fc.nat(4)).map(([at, offset]) => ({ action: 'splitSegment' as const, ...at, offset })),
    place.map((at) => ({ action: 'join' as const, ...at })),
    fc
      .tuple(fc.array(bead, { minLength: 1 }), fc.constantFrom('confirmed' as const, 'excluded' as const), fc.string())
      .map(([beads, status, note]) => ({ action: 'setStatus' as const, beads: [...new Set(beads)], status, note })),
  );
}

describe('an edit of texts', () => {
  const edit = (from: string): Edit => ({
    type: 'texts',
    side: 'target',
    texts: [
      { segment: 101, from: 't1', to: 'one' },
      { segment: 103, from, to: 'three' },
    ],
    marks: [201, 203].map((bead) => ({
      bead,
      from: { status: 'confirmed', note: '' },
      to: { status: 'proposed', note: '' },
    })),
  });
  const marked = () => edited('1-1 1-1 1-1', { action: 'setStatus', beads: [201, 203], status: 'confirmed' });

  it('changes segments that stand far apart, and back', () => {
    const after = applyEdit(marked(), edit('t3'));
    expect(after?.target.map(({ text }) => text)).toEqual(['one', 't2', 'three']);
    expect(after?.beads.map(({ status }) => status)).toEqual(['proposed', 'proposed', 'proposed']);
    expect(after && applyEdit(after, invertEdit(edit('t3')))).toEqual(marked());
  });

  it('does nothing where one of them has changed', () => {
    expect(applyEdit(marked(), edit('other'))).toBeNull();
  });
});

describe('rows that cross', () => {
  const crossing = (): Bitext => {
    const bitext = bitextOf('1-1 1-1 1-1');
    const [a, b, c] = bitext.beads.map((bead) => bead.target);
    return { ...bitext, beads: bitext.beads.map((bead, i) => ({ ...bead, target: [c, b, a][i] ?? [] })) };
  };

  it('are known as moved', () => {
    expect([...movedBeads(crossing())]).toHaveLength(2);
    expect([...movedBeads(bitextOf('1-1 2-1 0-1 1-1'))]).toEqual([]);
  });

  it('keep the order of the text when they come together', () => {
    const bitext = crossing();
    const merged = applyEdit(bitext, planEdit(bitext, { action: 'merge', bead: 201 }));
    expect(merged?.beads[0]?.target).toEqual([102, 103]);
    const moved = applyEdit(bitext, planEdit(bitext, { action: 'move', side: 'target', segment: 102, to: 'previous' }));
    expect(moved?.beads[0]?.target).toEqual([102, 103]);
  });
});

describe('laws', () => {
  const shape = fc.constantFrom('1-1', '2-1', '1-2', '0-1', '1-0', '3-2', '2-2');
  const notation = fc.array(shape, { minLength: 1, maxLength: 8 }).map((beads) => beads.join(' '));

  it('any run of edits keeps every segment in one bead, and its inverses lead back', () => {
    fc.assert(
      fc.property(notation, fc.gen(), (start, gen) => {
        const states = [bitextOf(start)];
        const edits = [];
        for (let i = 0; i < 12; i++) {
          const bitext = states.at(-1) as Bitext;
          const operation = gen(operationOn, bitext);
          try {
            const edit = planEdit(bitext, operation);
            const next = applyEdit(bitext, edit);
            expect(next).not.toBeNull();
            expect(faultIn(next as Bitext)).toBeNull();
            states.push(next as Bitext);
            edits.push(edit);
          } catch (error) {
            if (!(error instanceof Problem)) throw error;
          }
        }
        for (const edit of edits.reverse()) {
          const now = states.pop() as Bitext;
          const { nextId: _new, ...back } = applyEdit(now, invertEdit(edit)) as Bitext;
          const { nextId: _old, ...before } = states.at(-1) as Bitext;
          expect(back).toEqual(before);
        }
      }),
      { numRuns: 300 },
    );
  });
});
