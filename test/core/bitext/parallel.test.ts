import { describe, expect, it } from 'vitest';
import type { Bitext } from '../../../src/core/bitext/bitext.ts';
import { agrees, type ParallelRow, parallelRows } from '../../../src/core/bitext/parallel.ts';
import { bitextOf } from '../../support/bitexts.ts';

/** A translation into a language, whose segments are told from those of others. */
function into(language: string, notation: string, change: (bitext: Bitext) => Bitext = (same) => same): Bitext {
  const bitext = change(bitextOf(notation));
  return {
    ...bitext,
    targetLanguage: language,
    target: bitext.target.map((segment) => ({ ...segment, text: `${language} ${segment.text}` })),
  };
}

function written(rows: readonly ParallelRow[]): string[] {
  return rows.map((row) =>
    [row.source, ...row.cells.map(({ text, differs }) => (differs === null ? text : `${text} (of ${differs})`))].join(
      ' | ',
    ),
  );
}

const withSource = (texts: readonly string[]) => (bitext: Bitext) => ({
  ...bitext,
  source: bitext.source.map((segment, i) => ({ ...segment, text: texts[i] ?? segment.text })),
});

describe('several translations of one text', () => {
  it('stand side by side, sentence by sentence', () => {
    expect(written(parallelRows([into('fr', '1-1 1-1'), into('es', '1-1 1-2')]))).toEqual([
      's1 | fr t1 | es t1',
      's2 | fr t2 | es t2 es t3',
    ]);
  });

  it('share a row where one of them has put sentences together', () => {
    const rows = parallelRows([into('fr', '1-1 2-1 1-1'), into('es', '1-1 1-1 2-1'), into('de', '1-1 1-1 1-1 1-1')]);
    expect(written(rows)).toEqual([
      's1 | fr t1 | es t1 | de t1',
      's2 s3 s4 | fr t2 fr t3 | es t2 es t3 | de t2 de t3 de t4',
    ]);
    expect(rows.every(agrees)).toBe(true);
  });

  it('keep what has no source, and what has no translation, in its place', () => {
    expect(written(parallelRows([into('fr', '1-1 0-1 1-0 1-1'), into('es', '0-1 1-1 1-1 1-1')]))).toEqual([
      ' |  | es t1',
      's1 | fr t1 | es t2',
      ' | fr t2 | ',
      's2 |  | es t3',
      's3 | fr t3 | es t4',
    ]);
  });

  it('agree where the source is only cut otherwise', () => {
    const whole = into('fr', '1-1 1-1', withSource(['One. Two.', 'Three.']));
    const cut = into('es', '1-1 1-1 1-1', withSource(['One.', 'Two.', 'Three.']));
    const rows = parallelRows([whole, cut]);
    expect(written(rows)).toEqual(['One. Two. | fr t1 | es t1 es t2', 'Three. | fr t2 | es t3']);
    expect(written(parallelRows([cut, whole]))).toEqual(['One. Two. | es t1 es t2 | fr t1', 'Three. | es t3 | fr t2']);
    expect(rows.every(agrees)).toBe(true);
  });

  it('say where the source reads otherwise', () => {
    const edited = into('es', '1-1 1-1 1-1', withSource(['s1', 'Changed.', 's3']));
    const rows = parallelRows([into('fr', '1-1 1-1 1-1'), edited]);
    expect(written(rows)).toEqual(['s1 | fr t1 | es t1', 's2 | fr t2 | es t2 (of Changed.)', 's3 | fr t3 | es t3']);
    expect(rows.map(agrees)).toEqual([true, false, true]);
  });

  it('show source that only one of them has', () => {
    const more = into('es', '1-1 1-1 1-1', withSource(['s1', 'New.', 's2']));
    expect(written(parallelRows([into('fr', '1-1 1-1'), more]))).toEqual([
      's1 | fr t1 | es t1',
      ' |  | es t2 (of New.)',
      's2 | fr t2 | es t3',
    ]);
    const less = into('es', '1-1 1-1', withSource(['s1', 's3']));
    expect(written(parallelRows([into('fr', '1-1 1-1 1-1'), less]))).toEqual([
      's1 | fr t1 | es t1',
      's2 | fr t2 |  (of )',
      's3 | fr t3 | es t2',
    ]);
  });

  it('leave excluded rows out, and count a row as confirmed where all of it is', () => {
    const marked = into('fr', '1-1 1-1 1-1', (bitext) => ({
      ...bitext,
      beads: bitext.beads.map((bead, i) => ({ ...bead, status: (['confirmed', 'excluded', 'excluded'] as const)[i]! })),
    }));
    const other = into('es', '2-1 1-0', (bitext) => ({
      ...bitext,
      beads: bitext.beads.map((bead, i) => ({ ...bead, status: i === 0 ? 'confirmed' : 'excluded' })),
    }));
    const [only, ...rest] = parallelRows([marked, other]);
    expect(rest).toEqual([]);
    expect(only?.cells.map(({ text, status }) => [text, status])).toEqual([
      ['fr t1', 'confirmed'],
      ['es t1', 'confirmed'],
    ]);
  });

  it('lose no segment of any of them, however they are cut', () => {
    const shapes = ['1-1', '2-1', '1-2', '0-1', '1-0', '3-2'];
    for (let seed = 1; seed < 60; seed++) {
      const notation = (salt: number) => {
        const picked: string[] = [];
        let state = seed * 7919 + salt * 104729;
        for (let sources = 0; sources < 12; ) {
          state = (state * 1103515245 + 12345) % 2147483648;
          const shape = shapes[state % shapes.length]!;
          const count = Math.min(12 - sources, Number(shape[0]));
          picked.push(`${count}-${count === 0 ? 1 : shape[2]}`);
          sources += count;
        }
        return picked.join(' ');
      };
      const bitexts = [into('fr', notation(1)), into('es', notation(2)), into('de', notation(3))];
      const rows = parallelRows(bitexts);
      bitexts.forEach((bitext, k) => {
        expect(
          rows
            .map(({ cells }) => cells[k]?.text)
            .filter(Boolean)
            .join(' '),
        ).toBe(bitext.target.map(({ text }) => text).join(' '));
      });
      expect(
        rows
          .map(({ source }) => source)
          .filter(Boolean)
          .join(' '),
      ).toBe(bitexts[0]!.source.map(({ text }) => text).join(' '));
    }
  });
});
