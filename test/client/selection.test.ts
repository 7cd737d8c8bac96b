import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { Cursor } from '../../src/client/review/cursor.ts';
import { openSelection } from '../../src/client/review/selection.ts';

function rowsOf(count: number) {
  const rows = Array.from({ length: count }, (_, i) => `<li class="row" id="b${i}"><p class="segment"></p></li>`);
  const { document } = parseHTML(`<ol class="rows">${rows.join('')}</ol>`);
  const list = document.querySelector('.rows') as HTMLElement;
  const at = (row: number): Cursor => {
    const element = document.querySelector(`#b${row}`) as HTMLElement;
    return { row: element, segment: element.querySelector('.segment') as HTMLElement, side: 'source' };
  };
  return { list, at, selection: openSelection(list) };
}

const ids = (rows: readonly HTMLElement[]) => rows.map(({ id }) => id);

describe('rows chosen together', () => {
  it('reach from where choosing began to the cursor, either way', () => {
    const { at, selection } = rowsOf(5);
    selection.begin(at(2));
    expect(selection.reach(at(4))).toBe(3);
    expect(ids(selection.rows())).toEqual(['b2', 'b3', 'b4']);
    selection.begin(at(4));
    expect(selection.reach(at(1))).toBe(2);
    expect(ids(selection.rows())).toEqual(['b1', 'b2']);
  });

  it('are none once they are given up, and begin anew', () => {
    const { at, selection } = rowsOf(3);
    selection.begin(at(0));
    selection.reach(at(2));
    selection.clear();
    expect(selection.rows()).toEqual([]);
    selection.begin(at(1));
    expect(selection.reach(at(2))).toBe(2);
  });

  it('begin anew where the row that they began at has been swapped', () => {
    const { at, selection } = rowsOf(3);
    selection.begin(at(0));
    at(0).row.remove();
    selection.begin(at(1));
    expect(selection.reach(at(2))).toBe(2);
  });

  it('are none without a cursor', () => {
    const { at, selection } = rowsOf(2);
    expect(selection.reach(at(1))).toBe(0);
    selection.begin(at(0));
    expect(selection.reach(null)).toBe(0);
  });
});
