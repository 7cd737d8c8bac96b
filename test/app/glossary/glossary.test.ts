import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app/app.ts';
import { addConcepts } from '../../../src/app/glossary/add-concepts.ts';
import { removeConcepts, updateConcept } from '../../../src/app/glossary/concept-edits.ts';
import { getConcept, listConcepts } from '../../../src/app/glossary/concepts.ts';
import { addStarterGlossary } from '../../../src/app/glossary/starter-glossary.ts';
import { EVERY_ROW } from '../../../src/app/review/find-rows.ts';
import { openReview } from '../../../src/app/review/review.ts';
import type { Concept } from '../../../src/core/glossary/concept.ts';
import { importStory, openTestApp } from '../../support/app.ts';

const MAYOR: Concept = {
  kind: 'role',
  definition: 'Head of a town.',
  note: '',
  terms: [
    { language: 'en', text: 'mayor', status: 'preferred', partOfSpeech: 'noun', gender: '', note: '' },
    { language: 'fr', text: 'maire', status: 'preferred', partOfSpeech: 'noun', gender: 'feminine', note: 'la maire' },
  ],
};

const ANN = { author: 'ann' };

let app: App;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.close());

describe('the glossary', () => {
  it('adds, changes and deletes concepts', async () => {
    const [id = 0] = await addConcepts(app, [MAYOR], ANN);
    expect(await getConcept(app, id)).toEqual({ id, glossary: 1, ...MAYOR });
    await updateConcept(app, id, { ...MAYOR, note: 'checked', terms: MAYOR.terms.slice(0, 1) }, ANN);
    expect(await getConcept(app, id)).toMatchObject({ note: 'checked', terms: [{ text: 'mayor' }] });
    await removeConcepts(app, [id], ANN);
    await expect(getConcept(app, id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(updateConcept(app, id, MAYOR, ANN)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('refuses a concept without terms or with a wrong language', async () => {
    await expect(addConcepts(app, [{ ...MAYOR, terms: [] }], ANN)).rejects.toMatchObject({ code: 'bad-request' });
    const odd = MAYOR.terms.map((term) => ({ ...term, language: 'en_US!' }));
    await expect(addConcepts(app, [{ ...MAYOR, terms: odd }], ANN)).rejects.toThrow('is not a language tag');
  });

  it('adds the starter glossary once', async () => {
    const added = await addStarterGlossary(app);
    expect(added).toBeGreaterThanOrEqual(80);
    expect(await addStarterGlossary(app)).toBe(0);
    expect((await listConcepts(app, { search: 'etrangeres' })).found).toBeGreaterThan(0);
  });

  it('marks its terms in the rows', async () => {
    await addConcepts(app, [MAYOR], ANN);
    const { rows } = await openReview(app, await importStory(app), { query: EVERY_ROW, author: 'ann' });
    const found = rows.flatMap((row) => [...row.hits.values()].flat().map((hit) => hit.term.text));
    expect(found).toEqual(['mayor', 'maire']);
    expect(rows.flatMap(({ terms }) => terms)).toEqual([]);
  });

  it('marks rows that depart from it', async () => {
    const id = await importStory(app);
    const used = 'maire';
    await addConcepts(
      app,
      [
        {
          ...MAYOR,
          terms: MAYOR.terms.map((term) => (term.language === 'fr' ? { ...term, text: 'bourgmestre' } : term)),
        },
      ],
      ANN,
    );
    const { rows } = await openReview(app, id, { query: { ...EVERY_ROW, filter: 'terms' }, author: 'ann' });
    expect(rows.map(({ terms }) => terms.map(({ code, found, expected }) => ({ code, found, expected })))).toEqual([
      [{ code: 'term-missing', found: 'Mayor', expected: 'bourgmestre' }],
    ]);
    expect(rows[0]?.segments.target.some(({ text }) => text.includes(used))).toBe(true);
  });
});
