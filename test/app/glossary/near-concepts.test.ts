import { afterEach, beforeEach, expect, it } from 'vitest';
import type { App } from '../../../src/app/app.ts';
import { addInBatch } from '../../../src/app/glossary/add-concepts.ts';
import { nearestConcept } from '../../../src/app/glossary/near-concepts.ts';
import type { Concept, Term } from '../../../src/core/glossary/concept.ts';
import { allConcepts } from '../../../src/store/glossary/concepts.ts';
import { openTestApp } from '../../support/app.ts';

let app: App;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.close());

const term = (language: string, text: string, status: Term['status'] = 'preferred'): Term => ({
  language,
  text,
  status,
  partOfSpeech: '',
  gender: '',
  note: '',
});

it('a pair belongs to the concept that has both of its terms, though another has one of them and stands before', async () => {
  const role = (...terms: Term[]): Concept => ({ kind: 'role', definition: '', note: '', terms });
  const { numbers } = await addInBatch(
    app,
    [
      role(term('fr', 'ministre de la Pêche'), term('en', 'minister of fisheries')),
      role(
        term('fr', 'ministre de la Pêche'),
        term('en', 'fisheries minister'),
        term('en-GB', 'fish minister', 'forbidden'),
      ),
    ],
    { author: 'ann' },
  );
  const near = (source: string, target: string) =>
    allConcepts(app.store.db).then(
      (known) => nearestConcept(known, { kind: 'role', source, target }, { from: 'fr', to: 'en' }, app.packs)?.id,
    );
  expect(await near('ministre de la pêche', 'fish minister')).toBe(numbers[1]);
  expect(await near('ministre de la Pêche', 'minister for fish')).toBe(numbers[0]);
});
