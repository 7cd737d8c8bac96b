import { describe, expect, it } from 'vitest';
import type { Bead, Bitext, Segment } from '../../../src/core/bitext/bitext.ts';
import { carryOver } from '../../../src/core/bitext/carry-over.ts';
import fc from '../../support/random-cases.ts';

/** A bitext of pairs of sentences, all confirmed; an empty text is a side that the row has not. */
function confirmed(pairs: readonly (readonly [string, string])[]): Bitext {
  let nextId = 1;
  const segment = (text: string): Segment => ({ id: nextId++, text, paragraph: 0, kind: 'body' });
  const source: Segment[] = [];
  const target: Segment[] = [];
  const beads = pairs.map(([from, to]): Bead => {
    const own = { source: from ? [segment(from)] : [], target: to ? [segment(to)] : [] };
    source.push(...own.source);
    target.push(...own.target);
    const ids = { source: own.source.map(({ id }) => id), target: own.target.map(({ id }) => id) };
    return { id: nextId++, ...ids, status: 'confirmed', confidence: 0.9, note: '' };
  });
  return { sourceLanguage: 'en', targetLanguage: 'fr', source, target, beads, nextId };
}

const sides = (pairs: readonly (readonly [string, string])[]) => ({
  source: pairs.map(([from]) => from).filter(Boolean),
  target: pairs.map(([, to]) => to).filter(Boolean),
});

const numbered = (count: number) =>
  Array.from(
    { length: count },
    (_, i) => [`The ship number ${i} left port.`, `Le navire ${i} a quitté le port.`] as const,
  );
const rewritten = (i: number) => [`Nobody knows what happened ${i}`, `Nul ne sait rien de ${i}`] as const;

describe('carryOver', () => {
  it('carries every unchanged row over where a third of a long text is rewritten', () => {
    const old = numbered(3000);
    const updated = old.map((pair, i) => (i % 3 === 1 ? rewritten(i) : pair));
    const carried = carryOver(confirmed(old), sides(updated));
    expect(carried.filter(({ changed }) => !changed)).toHaveLength(2000);
  });

  it('carries every unchanged row over where all others differ by a sign', () => {
    const old = numbered(500);
    const updated = old.map(([from, to], i) => [from, i % 2 ? to.replace('.', ' !') : to] as const);
    const carried = carryOver(confirmed(old), sides(updated));
    expect(carried).toHaveLength(500);
    expect(carried.filter(({ changed }) => changed)).toHaveLength(250);
  });

  it('finds rows of a paragraph that has moved', () => {
    const old = numbered(9);
    const updated = [...old.slice(5), ...old.slice(0, 5)];
    const carried = carryOver(confirmed(old), sides(updated));
    expect(carried.map(({ source, target }) => [source, target])).toEqual(
      old.map((pair) => [[updated.indexOf(pair)], [updated.indexOf(pair)]]),
    );
  });

  it('leaves a row without a place where its sentence is gone', () => {
    const old = numbered(5);
    const carried = carryOver(confirmed(old), sides(old.toSpliced(2, 1)));
    expect(carried.map(({ bead }) => bead.source[0])).toEqual([1, 4, 10, 13]);
  });

  it('finds again what has been cut otherwise', () => {
    const old = [['It rained. It was cold.', 'Il a plu. Il faisait froid.']] as const;
    const carried = carryOver(confirmed(old), {
      source: ['It rained.', 'It was cold.'],
      target: ['Il a plu. Il faisait froid.'],
    });
    expect(carried).toMatchObject([{ source: [0, 1], target: [0], changed: false }]);
  });

  const pair = fc.constantFrom<readonly [string, string]>(
    ['Yes.', 'Oui.'],
    ['No.', 'Non.'],
    ['It rained.', 'Il a plu.'],
    ['Nobody came to the meeting.', 'Personne n’est venu à la réunion.'],
    ['Photo by hand', ''],
    ['', 'À lire aussi'],
  );

  it('always has a place for rows whose sentences are unchanged, repeated or not, and gives none twice', () => {
    fc.assert(
      fc.property(
        fc.array(pair, { maxLength: 20 }),
        fc.infiniteStream(fc.constantFrom('keep', 'keep', 'keep', 'rewrite', 'insert')),
        (old, fates) => {
          const bitext = confirmed(old);
          const unchanged = new Set<number>();
          const updated = old.flatMap((own, i) => {
            const fate = fates.next().value;
            if (fate === 'rewrite') return [rewritten(i)];
            unchanged.add(bitext.beads[i]!.id);
            return fate === 'insert' ? [rewritten(i), own] : [own];
          });
          const carried = carryOver(bitext, sides(updated));
          for (const side of ['source', 'target'] as const) {
            const places = carried.flatMap((row) => row[side]);
            expect(new Set(places).size).toBe(places.length);
          }
          // Equal rows may change places with one another: as many of each are carried over as are unchanged.
          const key = (bead: Bead) =>
            [bead.source, bead.target].map((ids) => ids.map((id) => textOf(bitext, id))).join('|');
          const count = (beads: readonly Bead[]) => {
            const counts = new Map<string, number>();
            for (const bead of beads) counts.set(key(bead), (counts.get(key(bead)) ?? 0) + 1);
            return counts;
          };
          const got = count(carried.filter(({ changed }) => !changed).map(({ bead }) => bead));
          for (const [row, wanted] of count(bitext.beads.filter(({ id }) => unchanged.has(id)))) {
            expect(got.get(row) ?? 0).toBeGreaterThanOrEqual(wanted);
          }
        },
      ),
    );
  });
});

function textOf({ source, target }: Bitext, id: number): string {
  return [...source, ...target].find((segment) => segment.id === id)?.text ?? '';
}
