import { describe, expect, it } from 'vitest';
import type { Operation } from '../../src/core/bitext/operation.ts';
import { Problem } from '../../src/core/problem.ts';
import { inEnglish } from '../../src/core/translator.ts';
import { readForm } from '../../src/web/forms.ts';
import { OperationForm } from '../../src/web/operation-form.ts';

const AT = { side: 'target', segment: 12 } as const;

const OPERATIONS: readonly Operation[] = [
  { action: 'setStatus', beads: [3, 4], status: 'flagged', note: 'who is it?' },
  { action: 'setStatus', beads: [3], note: '' },
  { action: 'merge', bead: 3 },
  { action: 'mergeRun', beads: [3, 4, 5] },
  { action: 'swap', bead: 3 },
  { action: 'splitRow', bead: 3, ...AT },
  { action: 'move', ...AT, to: 'previous' },
  { action: 'rewrite', ...AT, text: ' as it was typed ' },
  { action: 'splitSegment', ...AT, offset: 0 },
  { action: 'join', ...AT },
  { action: 'shift', ...AT, to: 'next' },
  { action: 'detach', ...AT },
  { action: 'moveToRow', ...AT, to: 9 },
  { action: 'link', source: 1, target: 12 },
];

/** An operation as a form without script sends it: every value is a text, and one of a list stands for the list. */
function asFields(operation: Operation): Record<string, string | string[]> {
  const text = (value: unknown) => (Array.isArray(value) && value.length > 1 ? value.map(String) : String(value));
  return Object.fromEntries(Object.entries(operation).map(([name, value]) => [name, text(value)]));
}

describe('an operation', () => {
  it.each(OPERATIONS)('$action is the same from the page and from a form without script', (operation) => {
    expect(readForm(OperationForm, operation)).toEqual(operation);
    expect(readForm(OperationForm, asFields(operation))).toEqual(operation);
  });

  it('lays rows out by groups', () => {
    const operation = { action: 'regroup', beads: [3, 4], groups: [{ source: [1], target: [11, 12] }] };
    expect(readForm(OperationForm, operation)).toEqual(operation);
  });

  it.each([
    ['an action of no kind', { action: 'cut', ...AT, offset: 3 }, 'action'],
    ['no action', { beads: [3] }, 'action'],
    ['no row', { action: 'setStatus', beads: [], status: 'confirmed' }, 'beads'],
    ['half a place', { action: 'detach', side: 'target' }, 'segment'],
    ['a place that is none', { action: 'detach', side: 'target', segment: 'x' }, 'segment'],
    ['a side of no text', { action: 'join', side: 'middle', segment: 1 }, 'side'],
    ['a way that leads nowhere', { action: 'move', ...AT, to: '9' }, 'to'],
  ])('with %s is refused, and the field is named', (_, sent, field) => {
    const refused = (() => {
      try {
        return readForm(OperationForm, sent);
      } catch (error) {
        return error;
      }
    })();
    if (!(refused instanceof Problem)) throw new Error('not refused');
    expect(refused.code).toBe('bad-request');
    expect(refused.detail && inEnglish(refused.detail)).toContain(`${field}:`);
  });
});
