import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app/app.ts';
import { addConcepts, addInBatch, importConcepts } from '../../../src/app/glossary/add-concepts.ts';
import { MANY_CONCEPTS } from '../../../src/app/glossary/change-glossary.ts';
import { settleLongChange } from '../../../src/app/glossary/changes/long-change.ts';
import { changeAll, removeConcepts } from '../../../src/app/glossary/concept-edits.ts';
import { glossaryHistory, undoGlossaryEdit } from '../../../src/app/glossary/glossary-history.ts';
import { importGlossary, previewImport } from '../../../src/app/glossary/import-glossary.ts';
import { dump } from '../../../src/app/library/dump.ts';
import type { FileConcept } from '../../../src/core/glossary/concept.ts';
import { allConcepts, findConcept } from '../../../src/store/glossary/concepts.ts';
import { glossaryVersion } from '../../../src/store/glossary/glossaries.ts';
import { countConcepts } from '../../../src/store/glossary/search-concepts.ts';
import { openTestApp } from '../../support/app.ts';

let app: App;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.close());

const MANY = MANY_CONCEPTS + 100;

const term = (text: string, language: string) => ({
  ...({ language, text, status: 'preferred', partOfSpeech: '', gender: '', note: '' } as const),
});
const concept = (i: number): FileConcept => ({
  ...({ key: `k${i}`, kind: 'term', definition: '', note: '' } as const),
  terms: [term(`pier ${i}`, 'en'), term(`jetée ${i}`, 'fr')],
  // Each leads to the next, which is stored later.
  relations: i + 1 < MANY ? [{ kind: 'belongs-to', to: `k${i + 1}`, since: '', until: '' }] : [],
});
const file = Array.from({ length: MANY }, (_, i) => concept(i));

async function bringIn(into: App): Promise<void> {
  const incoming = await previewImport(into, file);
  await importGlossary(into, incoming, ({ state }) => (state === 'new' ? 'add' : 'merge'), {
    author: 'ann',
    name: 'f',
  });
}

/** The app, in which something happens before each of its transactions. */
function during(happens: () => Promise<void>): App {
  const transaction: App['store']['transaction'] = async (work, options) => {
    await happens();
    return app.store.transaction(work, options);
  };
  return { ...app, store: { ...app.store, transaction } };
}

/** Is killed, as far as the database knows, when it has come so far. */
function killed(state: 'planned' | 'applying', after: number): App {
  let left = after;
  return during(async () => {
    const change = await app.store.db.selectFrom('glossary_change').selectAll().executeTakeFirst();
    if (change?.state === state) left -= 1;
    if (left < 0) throw new Error('killed');
  });
}

const shown = async () => ({
  listed: (await allConcepts(app.store.db)).length,
  counted: await countConcepts(app.store.db),
  history: (await glossaryHistory(app)).length,
  version: await glossaryVersion(app.store.db),
});

describe('a change of very many concepts', () => {
  it('is seen by nobody before it is whole, and undone in one step', async () => {
    const [own] = await addConcepts(
      app,
      [{ ...file[0]!, relations: [] }].map(({ key: _, ...rest }) => rest),
      { author: 'bob' },
    );
    const before = await shown();
    const seen: unknown[] = [];
    await bringIn(
      during(async () => {
        seen.push(await shown());
      }),
    );
    expect(seen.length).toBeGreaterThan(10);
    expect(new Set(seen.map((one) => JSON.stringify(one)))).toEqual(new Set([JSON.stringify(before)]));
    const all = await allConcepts(app.store.db);
    expect(all).toHaveLength(MANY);
    // The first was there, and got a relation to one that came.
    expect(all.filter(({ relations }) => relations?.length === 1)).toHaveLength(MANY - 1);
    expect(all.find(({ id }) => id === own)?.relations?.[0]?.to).toBe(all[1]!.id);
    const history = await glossaryHistory(app);
    expect(history.map(({ concepts }) => concepts)).toEqual([MANY, 1]);
    const counts: number[] = [];
    await undoGlossaryEdit(
      during(async () => {
        counts.push(await countConcepts(app.store.db));
      }),
      history[0]!.batch,
      { author: 'ann' },
    );
    expect(new Set(counts)).toEqual(new Set([MANY, 1]));
    expect((await findConcept(app.store.db, own!))?.relations).toBeUndefined();
    expect(await countConcepts(app.store.db)).toBe(1);
  });

  it('is one of concepts chosen in the list, too, and of those that relate to one that goes', async () => {
    await bringIn(app);
    const stored = await allConcepts(app.store.db);
    const ids = stored.map(({ id }) => id);
    const hub = ids[0]!;
    const slices: number[] = [];
    const watched = during(async () => {
      slices.push(await countConcepts(app.store.db));
    });
    const changed = async (work: () => Promise<unknown>) => {
      slices.length = 0;
      await work();
      expect(slices.length).toBeGreaterThan(10);
      return [...new Set(slices)];
    };
    const author = { author: 'ann' };
    expect(await changed(() => changeAll(watched, [...ids, hub], { owner: 'Ada' }, author))).toEqual([MANY]);
    expect((await allConcepts(app.store.db)).filter(({ owner }) => owner === 'Ada')).toHaveLength(MANY);
    // Each relates to the next; now all others relate to the first.
    await app.store.db.updateTable('relation').set({ to_concept: hub }).where('from_concept', '<>', hub).execute();
    expect(await changed(() => removeConcepts(watched, [hub], author))).toEqual([MANY, MANY - 1]);
    expect((await allConcepts(app.store.db)).filter(({ relations }) => relations)).toEqual([]);
    expect(await changed(() => removeConcepts(watched, ids.slice(1), author))).toEqual([MANY - 1, 0]);
    await expect(removeConcepts(app, ids, author)).rejects.toMatchObject({ code: 'not-found' });
    const [last] = await glossaryHistory(app);
    expect(await changed(() => undoGlossaryEdit(watched, last!.batch, author))).toEqual([0]);
    expect((await allConcepts(app.store.db)).map(({ id }) => id)).toEqual(ids.slice(1));
  });

  it.each([
    ['planned', 0, 'dropped'],
    ['planned', 3, 'dropped'],
    ['applying', 0, 'carried out'],
    ['applying', 3, 'carried out'],
    ['applying', 8, 'carried out'],
  ] as const)('that is killed while it is %s, after %i slices, is %s', async (state, after, then) => {
    const before = await shown();
    await expect(bringIn(killed(state, after))).rejects.toThrow('killed');
    expect(await shown()).toEqual(before);
    await settleLongChange(app);
    expect(await app.store.db.selectFrom('glossary_change').selectAll().execute()).toEqual([]);
    const all = await allConcepts(app.store.db);
    if (then === 'dropped') {
      expect(all).toEqual([]);
      expect(await app.store.db.selectFrom('glossary_edit').select('id').execute()).toEqual([]);
    } else {
      expect(all.filter(({ relations }) => relations?.length === 1)).toHaveLength(MANY - 1);
      expect((await glossaryHistory(app)).map(({ concepts }) => concepts)).toEqual([MANY]);
    }
  });

  it('that cannot be stored leaves everything as it was', async () => {
    const before = await shown();
    const broken = [...file.slice(0, -1), { ...concept(MANY - 1), kind: 'nonsense' as FileConcept['kind'] }];
    const plans = broken.map((one) => ({ concept: one, into: null }));
    await expect(importConcepts(app, plans, { author: 'ann' })).rejects.toThrow('CHECK');
    expect({ ...(await shown()), version: before.version }).toEqual(before);
    expect(await app.store.db.selectFrom('term').select('id').execute()).toEqual([]);
    expect(await app.store.db.selectFrom('glossary_edit').select('id').execute()).toEqual([]);
  });

  it('is waited for by other changes of a glossary and by a dump', async () => {
    await expect(bringIn(killed('applying', 2))).rejects.toThrow('killed');
    let lines = '';
    for await (const piece of dump(app)) lines += piece;
    expect(lines.match(/"table":"concept"/gu)).toHaveLength(MANY);
    await expect(bringIn(killed('planned', 2))).rejects.toThrow();
    const { numbers } = await addInBatch(app, [{ ...file[0]!, relations: [] }], { author: 'bob' });
    expect(numbers).toHaveLength(1);
    expect(await countConcepts(app.store.db)).toBe(MANY + 1);
  });
});
