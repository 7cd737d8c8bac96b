import type { Bead, Bitext, Segment } from '../../src/core/bitext/bitext.ts';

/**
 * A bitext from beads in the field's notation: `bitextOf('1-1 2-1')` has source
 * segments "s1 s2 s3" and target segments "t1 t2". Source ids count from 1,
 * target ids from 101, bead ids from 201.
 */
export function bitextOf(notation: string): Bitext {
  const source: Segment[] = [];
  const target: Segment[] = [];
  const beads = notation.split(' ').map((shape, i): Bead => {
    const [n = 0, m = 0] = shape.split('-').map(Number);
    return {
      id: 201 + i,
      source: Array.from({ length: n }, () => add(source, 's', 1)),
      target: Array.from({ length: m }, () => add(target, 't', 101)),
      status: 'proposed',
      confidence: 0.5,
      note: '',
    };
  });
  const last = Math.max(...[...source, ...target, ...beads].map(({ id }) => id));
  return { sourceLanguage: 'en', targetLanguage: 'fr', source, target, beads, nextId: Math.max(1000, last + 1) };
}

function add(side: Segment[], letter: string, first: number): number {
  const id = first + side.length;
  side.push({ id, text: `${letter}${side.length + 1}`, paragraph: 0, kind: 'body' });
  return id;
}

/** A bitext of rows of one sentence a side, with the texts given; its ids are those of `bitextOf`. */
export function bitextWith(rows: readonly (readonly [source: string, target: string])[]): Bitext {
  const bitext = bitextOf(rows.map(() => '1-1').join(' '));
  return {
    ...bitext,
    source: bitext.source.map((segment, i) => ({ ...segment, text: rows[i]![0] })),
    target: bitext.target.map((segment, i) => ({ ...segment, text: rows[i]![1] })),
  };
}
