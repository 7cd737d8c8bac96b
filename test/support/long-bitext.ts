import type { Bitext } from '../../src/core/bitext/bitext.ts';

/** Rows of one segment a side; every hundredth is not confirmed, every other speaks of rain. */
export function longBitext(count: number): Bitext {
  const segment = (id: number, text: string) => ({ id, text, paragraph: id, kind: 'body' as const });
  const rows = Array.from({ length: count }, (_, i) => i);
  return {
    sourceLanguage: 'en',
    targetLanguage: 'fr',
    nextId: 3 * count + 1,
    source: rows.map((i) => segment(i + 1, `It is number ${i + 1}${i % 2 === 0 ? ' in the rain' : ''}.`)),
    target: rows.map((i) => segment(count + i + 1, `C’est le numéro ${i + 1}.`)),
    beads: rows.map((i) => ({
      id: 2 * count + i + 1,
      source: [i + 1],
      target: [count + i + 1],
      status: i % 100 === 99 ? ('proposed' as const) : ('confirmed' as const),
      confidence: 0.9,
      note: '',
    })),
  };
}
