import { describe, expect, it } from 'vitest';
import { type Bitext, faultIn } from '../../../src/core/bitext/bitext.ts';
import { applyEdit, type Edit, invertEdit } from '../../../src/core/bitext/edit.ts';
import { movedBeads } from '../../../src/core/bitext/moved.ts';
import { type Operation, planEdit } from '../../../src/core/bitext/operation.ts';
import { Problem } from '../../../src/core/problem.ts';
import { bitextOf } from '../../support/bitexts.ts';
import { edited } from '../../support/edited.ts';
import fc from '../../support/random-cases.ts';

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
