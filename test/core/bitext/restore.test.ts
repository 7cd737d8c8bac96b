import { describe, expect, it } from 'vitest';
import { type Bitext, faultIn } from '../../../src/core/bitext/bitext.ts';
import { applyEdit, type Edit, invertEdit } from '../../../src/core/bitext/edit.ts';
import { type Operation, planEdit } from '../../../src/core/bitext/operation.ts';
import { restoredRun, rewind } from '../../../src/core/bitext/restore.ts';
import { Problem } from '../../../src/core/problem.ts';
import { bitextOf } from '../../support/bitexts.ts';
import { shapes } from '../../support/notation.ts';
import fc from '../../support/random-cases.ts';

/** A bitext after some operations, and what takes them back, the last first. */
function worked(start: string, ...operations: Operation[]): { now: Bitext; inverses: Edit[] } {
  let now = bitextOf(start);
  const inverses: Edit[] = [];
  for (const operation of operations) {
    const edit = planEdit(now, operation);
    now = applyEdit(now, edit)!;
    inverses.unshift(invertEdit(edit));
  }
  return { now, inverses };
}

function restored({ now, inverses }: ReturnType<typeof worked>, from: number, to = from): Bitext {
  const { run, proposed } = restoredRun(now, rewind(now, inverses)!, from, to);
  const put = proposed.map((row, k) => ({ ...row, id: now.nextId + k }));
  return applyEdit(now, { type: 'beads', expect: run, put })!;
}

describe('going back to the proposal', () => {
  it('lays a merged row out again', () => {
    const after = restored(worked('1-1 1-1 1-1', { action: 'merge', bead: 202 }), 1);
    expect(shapes(after.beads)).toBe('1-1 1-1 1-1');
    expect(after.beads.map(({ confidence }) => confidence)).toEqual([0.5, 0.5, 0.5]);
  });

  it('takes rows along that share a proposed row, and leaves the others', () => {
    const work = worked(
      '2-2 1-1 1-1',
      { action: 'splitRow', bead: 201, side: 'source', segment: 2 },
      { action: 'merge', bead: 202 },
    );
    expect(shapes(work.now.beads)).toBe('1-1 1-1 2-2');
    expect(shapes(restored(work, 0).beads)).toBe('2-2 2-2');
  });

  it('keeps the words, and puts a cut segment where its first part belongs', () => {
    const after = restored(
      worked(
        '1-1 1-1',
        { action: 'rewrite', side: 'target', segment: 101, text: 'new words' },
        { action: 'splitSegment', side: 'target', segment: 101, offset: 3 },
        { action: 'move', side: 'target', segment: 1000, to: 'next' },
      ),
      0,
    );
    expect(shapes(after.beads)).toBe('1-2 1-1');
    expect(after.target.map(({ text }) => text)).toEqual(['new', 'words', 't2']);
  });

  it('whatever was done, restoring all gives the first rows again and loses no segment', () => {
    const shape = fc.constantFrom('1-1', '2-1', '1-2', '0-1', '1-0', '2-2');
    const steps = fc.array(
      fc.tuple(fc.constantFrom('merge', 'detach', 'move', 'join', 'splitSegment'), fc.nat(9), fc.boolean()),
      {
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(fc.array(shape, { minLength: 1, maxLength: 6 }), steps, (start, wanted) => {
        let now = bitextOf(start.join(' '));
        const inverses: Edit[] = [];
        for (const [action, at, first] of wanted) {
          const side = first && now.source.length > 0 ? 'source' : 'target';
          const segment = now[side][at % Math.max(1, now[side].length)]?.id ?? 0;
          const bead = now.beads[at % now.beads.length]?.id ?? 0;
          const operation = { action, side, segment, bead, to: 'next', offset: 1 } as unknown as Operation;
          try {
            const edit = planEdit(now, operation);
            now = applyEdit(now, edit)!;
            inverses.unshift(invertEdit(edit));
          } catch (error) {
            if (!(error instanceof Problem)) throw error;
          }
        }
        const after = restored({ now, inverses }, 0, now.beads.length - 1);
        expect(faultIn(after)).toBeNull();
        expect(after.source).toEqual(now.source);
        if (!wanted.some(([action]) => action === 'join' || action === 'splitSegment')) {
          expect(shapes(after.beads)).toBe(start.join(' '));
        }
      }),
      { numRuns: 200 },
    );
  });
});
