import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app/app.ts';
import { addConcepts } from '../../../src/app/glossary/add-concepts.ts';
import { changeAll, mergeConcepts, removeConcepts, updateConcept } from '../../../src/app/glossary/concept-edits.ts';
import { getConcept, openConcept } from '../../../src/app/glossary/concepts.ts';
import { editTerm } from '../../../src/app/glossary/edit-term.ts';
import { findDuplicates } from '../../../src/app/glossary/find-duplicates.ts';
import { makeGlossary } from '../../../src/app/glossary/glossaries.ts';
import { glossaryHistory, restoreConcept, undoGlossaryEdit } from '../../../src/app/glossary/glossary-history.ts';
import type { Concept, StoredConcept, Term } from '../../../src/core/glossary/concept.ts';
import { Problem } from '../../../src/core/problem.ts';
import { allConcepts } from '../../../src/store/glossary/concepts.ts';
import { changePages } from '../../../src/store/glossary/glossary-edits.ts';
import { openTestApp } from '../../support/app.ts';
import fc from '../../support/random-cases.ts';

const ANN = { author: 'ann' };

function concept(kind: Concept['kind'], ...terms: string[]): Concept {
  return {
    kind,
    definition: '',
    note: '',
    terms: terms.map((text): Term => {
      const [language = '', words = ''] = text.split(': ');
      return { language, text: words, status: 'preferred', partOfSpeech: '', gender: '', note: '' };
    }),
  };
}

let app: App;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.close());

describe('a cell of a term', () => {
  it('is changed without touching what stands in the others', async () => {
    const forms = ['Brandt, Ilse', 'I. Brandt'];
    const term = {
      language: 'en',
      text: 'Ilse Brandt',
      status: 'preferred',
      partOfSpeech: '',
      gender: '',
      note: '',
    } as const;
    const concept = { kind: 'person', definition: '', note: '', terms: [{ ...term, forms }] } as const;
    const [id] = await addConcepts(app, [concept], { author: '' });
    await editTerm(app, { concept: id!, at: 0, was: { gender: '' }, set: { gender: 'feminine' } }, { author: '' });
    expect((await getConcept(app, id!)).terms).toEqual([{ ...term, gender: 'feminine', forms }]);
    await editTerm(app, { concept: id!, at: 0, was: {}, set: { forms: 'Brandt; Ilse' } }, { author: '' });
    expect((await getConcept(app, id!)).terms[0]?.forms).toEqual(['Brandt', 'Ilse']);
  });
});

describe('posts', () => {
  it('say who held one on a day, and where two hold it at once', async () => {
    const [role = 0, ann = 0, bob = 0] = await addConcepts(
      app,
      [
        { ...concept('role', 'en: mayor of Brant'), key: 'mayor' },
        {
          ...concept('person', 'en: Ann Holm'),
          relations: [{ kind: 'holds', to: 'mayor', since: '2019', until: '2023-06' }],
        },
        {
          ...concept('person', 'en: Bob Lind'),
          relations: [{ kind: 'holds', to: 'mayor', since: '2023-06', until: '' }],
        },
      ],
      ANN,
    );
    const { incoming, overlaps } = await openConcept(app, role);
    expect(incoming.map(({ from, since }) => [from.id, since])).toEqual([
      [bob, '2023-06'],
      [ann, '2019'],
    ]);
    expect(overlaps).toEqual([]);
    const before = await getConcept(app, bob);
    await updateConcept(
      app,
      bob,
      { ...before, relations: [{ kind: 'holds', to: role, since: '2022-01-01', until: '' }] },
      ANN,
    );
    expect((await openConcept(app, role)).overlaps).toHaveLength(1);
  });

  it('refuse dates that cannot be', async () => {
    const [role = 0] = await addConcepts(app, [concept('role', 'en: mayor')], ANN);
    const person = (since: string, until: string): Concept => ({
      ...concept('person', 'en: Ann'),
      relations: [{ kind: 'holds', to: role, since, until }],
    });
    for (const [since, until] of [
      ['2024-02-31', ''],
      ['yesterday', ''],
      ['2024', '2023'],
    ] as const) {
      await expect(addConcepts(app, [person(since, until)], ANN)).rejects.toThrow('dates are not valid');
    }
    await addConcepts(app, [person('2024-03', '2024')], ANN);
  });
});

describe('merging', () => {
  it('keeps every term once, and leads to one concept what led to the others', async () => {
    const [a = 0, b = 0, who = 0] = await addConcepts(
      app,
      [
        concept('role', 'en: foreign minister', 'fr: ministre des Affaires étrangères'),
        { ...concept('role', 'en: foreign minister', 'en: minister of foreign affairs'), key: 'b' },
        { ...concept('person', 'en: Ann'), relations: [{ kind: 'holds', to: 'b', since: '2020', until: '' }] },
      ],
      ANN,
    );
    expect((await findDuplicates(app)).map((group) => group.map(({ id }) => id))).toEqual([[a, b]]);
    await mergeConcepts(app, [a, b], ANN);
    expect((await getConcept(app, a)).terms.map(({ text }) => text)).toEqual([
      'foreign minister',
      'ministre des Affaires étrangères',
      'minister of foreign affairs',
    ]);
    await expect(getConcept(app, b)).rejects.toThrow('not found');
    expect((await getConcept(app, who)).relations).toEqual([{ kind: 'holds', to: a, since: '2020', until: '' }]);
    const [last] = await glossaryHistory(app);
    await undoGlossaryEdit(app, last!.batch, ANN);
    expect((await getConcept(app, who)).relations?.[0]?.to).toBe(b);
    expect((await getConcept(app, b)).terms).toHaveLength(2);
  });
});

describe('the history', () => {
  it('takes a deletion back with what led to it, and refuses what has changed since', async () => {
    const [role = 0, who = 0] = await addConcepts(
      app,
      [
        { ...concept('role', 'en: mayor'), key: 'mayor' },
        { ...concept('person', 'en: Ann'), relations: [{ kind: 'holds', to: 'mayor', since: '', until: '' }] },
      ],
      ANN,
    );
    const before = await allConcepts(app.store.db);
    await removeConcepts(app, [role], ANN);
    expect((await getConcept(app, who)).relations).toBeUndefined();
    const [removal] = await glossaryHistory(app);
    await undoGlossaryEdit(app, removal!.batch, ANN);
    expect(await allConcepts(app.store.db)).toEqual(before);
    await updateConcept(app, who, { ...before[1]!, note: 'x' }, ANN);
    await expect(undoGlossaryEdit(app, removal!.batch, ANN)).rejects.toMatchObject({ code: 'conflict' });
    const [change] = await glossaryHistory(app, who);
    await restoreConcept(app, change!.batch, who, ANN);
    expect((await getConcept(app, who)).note).toBe('');
  });

  it('changes many alike', async () => {
    const desk = await makeGlossary(app, 'Desk');
    const ids = await addConcepts(app, [concept('term', 'en: one'), concept('term', 'en: two')], ANN);
    await changeAll(app, ids, { kind: 'event', glossary: desk }, ANN);
    expect((await allConcepts(app.store.db)).map(({ kind, glossary }) => [kind, glossary])).toEqual([
      ['event', desk],
      ['event', desk],
    ]);
  });

  /** Everything that a glossary holds, replayed from its history alone. */
  async function replayed(): Promise<Map<number, StoredConcept>> {
    const state = new Map<number, StoredConcept>();
    const edits = await app.store.db.selectFrom('glossary_edit').select('batch').distinct().orderBy('batch').execute();
    for (const { batch } of edits) {
      for await (const changes of changePages(app.store.db, batch)) {
        for (const { concept: id, after } of changes) {
          if (after) state.set(id, after);
          else state.delete(id);
        }
      }
    }
    return state;
  }

  it('replays a thousand random edits, merges and undos to the same state, without orphans', {
    timeout: 120_000,
  }, async () => {
    const words = fc.sample(fc.stringMatching(/^[a-z]{1,5}$/u), { numRuns: 60, seed: 7 });
    let seed = 11;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return seed % below;
    };
    const some = () => `en: ${words[random(words.length)]}`;
    for (let step = 0; step < 1000; step++) {
      const all = await allConcepts(app.store.db);
      const one = all[random(Math.max(1, all.length))];
      const other = all[random(Math.max(1, all.length))];
      try {
        const dice = random(10);
        if (dice < 3 || !one || !other) await addConcepts(app, [concept('person', some(), some())], ANN);
        else if (dice < 6) {
          const relations = [{ kind: 'holds' as const, to: other.id, since: '', until: '' }];
          await updateConcept(
            app,
            one.id,
            { ...one, terms: [...one.terms, ...concept('term', some()).terms], relations },
            ANN,
          );
        } else if (dice < 7) await removeConcepts(app, [one.id], ANN);
        else if (dice < 8) await mergeConcepts(app, [one.id, other.id], ANN);
        else {
          const history = await glossaryHistory(app);
          await undoGlossaryEdit(app, history[random(Math.min(5, history.length))]!.batch, ANN);
        }
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
      }
    }
    const now = await allConcepts(app.store.db);
    expect(now.length).toBeGreaterThan(10);
    const ids = new Set(now.map(({ id }) => id));
    expect(now.flatMap(({ relations = [] }) => relations).filter(({ to }) => !ids.has(to))).toEqual([]);
    const history = await replayed();
    expect([...history.keys()].sort((a, b) => a - b)).toEqual(now.map(({ id }) => id));
    for (const each of now) expect(history.get(each.id)).toEqual(each);
    const terms = await app.store.db.selectFrom('term').select('concept_id').distinct().execute();
    expect(terms.filter(({ concept_id }) => !ids.has(concept_id))).toEqual([]);
  });
});
