import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app/app.ts';
import { addConcepts } from '../../../src/app/glossary/add-concepts.ts';
import type { Row } from '../../../src/core/bitext/bitext.ts';
import type { Concept } from '../../../src/core/glossary/concept.ts';
import { openTestApp, storeBitext } from '../../support/app.ts';
import { bitextOf } from '../../support/bitexts.ts';

let app: App;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.close());

const term = (language: string, text: string) =>
  ({ language, text, status: 'preferred', partOfSpeech: '', gender: '', note: '' }) as const;
const concept = (en: string, fr: string): Concept => ({
  kind: 'term',
  definition: '',
  note: '',
  terms: [term('en', en), term('fr', fr)],
});
const row = (source: string, target: string): Row => ({
  bead: { id: 1, source: [1], target: [2], status: 'proposed', confidence: 1, note: '' },
  segments: {
    source: [{ id: 1, text: source, paragraph: 0, kind: 'body' }],
    target: [{ id: 2, text: target, paragraph: 0, kind: 'body' }],
  },
});

describe('checkers of terms', () => {
  it('know every concept of a long glossary, and every change of it at once', async () => {
    const id = await storeBitext(app, bitextOf('1-1'));
    const bitext = { id, sourceLanguage: 'en', targetLanguage: 'fr', date: '' };
    // More than are read, stored and taken in at once.
    const numbers = Array.from({ length: 2300 }, (_, i) => i);
    await addConcepts(
      app,
      numbers.map((i) => concept(`gadget${i}x`, `machin${i}x`)),
      { author: 'ann' },
    );
    // Two who ask at the same time are answered by the same one.
    const [check, other] = await Promise.all([app.terms.checkerFor(app, bitext), app.terms.checkerFor(app, bitext)]);
    for (const i of [0, 199, 200, 999, 1000, 2299]) {
      for (const one of [check, other]) {
        expect(one(row(`A gadget${i}x.`, 'Rien.')).findings).toMatchObject([{ expected: `machin${i}x` }]);
        expect(one(row(`A gadget${i}x.`, `Un machin${i}x.`)).findings).toEqual([]);
      }
    }
    await addConcepts(app, [concept('sprocket', 'pignon')], { author: 'ann' });
    const later = await app.terms.checkerFor(app, bitext);
    expect(later(row('A sprocket.', 'Rien.')).findings).toMatchObject([{ expected: 'pignon' }]);
    expect(later(row('A gadget7x.', 'Rien.')).findings).toHaveLength(1);
  });
});
