import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app/app.ts';
import { concordance } from '../../../src/app/glossary/concordance.ts';
import { importUnits } from '../../../src/app/import/import-memory.ts';
import { createSearchIndex } from '../../../src/app/jobs/search-index.ts';
import { archiveBitext, openLibrary } from '../../../src/app/library/library.ts';
import { lookUp } from '../../../src/app/library/lookup.ts';
import { deleteBitext } from '../../../src/app/library/trash/delete.ts';
import { editBitext } from '../../../src/app/review/edit-bitext.ts';
import type { Operation } from '../../../src/core/bitext/operation.ts';
import { readBitext } from '../../../src/store/review/bitext-rows.ts';
import { isIndexing } from '../../../src/store/search-index.ts';
import { importStory, openTestApp } from '../../support/app.ts';

let app: App;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.close());

/** Stores units that the index does not have yet. */
async function imported(count: number, word = 'harbour'): Promise<number> {
  const units = Array.from({ length: count }, (_, i) => ({
    variants: [
      { language: 'en', text: `Number ${i} of the ${word}.` },
      { language: 'fr', text: `Numéro ${i} du port.` },
    ],
    notes: [],
    codesLost: 0,
  }));
  const account = { leftOut: new Map(), letters: { read: 0, kept: 0, named: 0 } };
  return (await importUnits(app, { name: 'm.csv', from: 'en', to: 'fr', title: word }, units, account)).id;
}

/** Has SQLite compare the index with the segments; throws where they differ (FTS5, section 6.4). */
const compare = () =>
  sql`INSERT INTO segment_fts (segment_fts, rank) VALUES ('integrity-check', 1)`.execute(app.store.db);

const found = async (search: string) => (await openLibrary(app, { search })).entries.map(({ id }) => id);

let edits = 0;
const edit = (id: number, operation: Operation) => {
  edits += 1;
  return editBitext(app, id, { clientId: `edit ${edits}`, author: 'a', operation });
};

describe('the full-text index after an import', () => {
  it('is behind, and complete for whoever searches', async () => {
    const id = await imported(6000);
    expect(await isIndexing(app.store.db)).toBe(true);
    expect(await found('5999')).toEqual([id]);
    expect(await isIndexing(app.store.db)).toBe(false);
    await compare();
    const second = await imported(10, 'quay');
    const matches = await lookUp(app, { text: 'Number 7 of the quay.', from: 'en', to: 'fr' });
    expect(matches.map(({ bitext, score }) => [bitext, score])[0]).toEqual([second, 100]);
    const third = await imported(10, 'mole');
    const query = { words: 'mole', language: 'en', status: '', publisher: '', from: '', to: '' } as const;
    expect((await concordance(app, query)).map(({ bitext }) => bitext)).toEqual(Array(10).fill(third));
    await compare();
  });

  it('becomes complete by itself where a server has time', async () => {
    await imported(6000);
    app.searchIndex.start();
    await expect.poll(() => isIndexing(app.store.db)).toBe(false);
    await compare();
  });

  it('has what was changed in the meantime as it is', async () => {
    await importStory(app);
    const id = await imported(20);
    const { source, beads } = await readBitext(app.store.db, id);
    const segment = source.map((each) => each.id);
    const bead = beads.map((each) => each.id);
    await edit(id, { action: 'rewrite', side: 'source', segment: segment[0]!, text: 'A breakwater. Its lamp.' });
    await edit(id, { action: 'splitSegment', side: 'source', segment: segment[0]!, offset: 14 });
    await edit(id, { action: 'join', side: 'source', segment: segment[2]! });
    await edit(id, { action: 'merge', bead: bead[5]! });
    // The last segments go, so that the next to come have their row numbers.
    await edit(id, { action: 'join', side: 'source', segment: segment[18]! });
    await edit(id, { action: 'splitSegment', side: 'source', segment: segment[8]!, offset: 6 });
    expect(await isIndexing(app.store.db)).toBe(true);
    expect(await found('breakwater')).toEqual([id]);
    await compare();
    await edit(id, { action: 'rewrite', side: 'source', segment: segment[10]!, text: 'A lighthouse.' });
    expect(await found('lighthouse')).toEqual([id]);
    await compare();
  });

  it('forgets what was deleted before it was in it', async () => {
    const story = await importStory(app);
    const id = await imported(2500);
    await archiveBitext(app, id);
    await (await deleteBitext(app, id, { author: 'ann' })).cleared;
    for (const table of ['segment', 'bead', 'bead_segment'] as const) {
      const own = await app.store.db.selectFrom(table).select('bitext_id').distinct().execute();
      expect(own).toEqual([{ bitext_id: story }]);
    }
    expect(await isIndexing(app.store.db)).toBe(false);
    const next = await imported(5, 'quay');
    expect(await found('harbour')).toEqual([story]);
    expect(await found('quay')).toEqual([next]);
    await compare();
  });

  it('lets a search go on without the rest when patience is over', async () => {
    await imported(12_000);
    const index = createSearchIndex(app.store, 1);
    await index.ready();
    expect(await index.isIndexing()).toBe(true);
    await expect.poll(() => index.isIndexing()).toBe(false);
    await index.ready();
    await compare();
  });

  it('goes on where a stop left it', async () => {
    const id = await imported(12_000);
    app.searchIndex.start();
    await app.searchIndex.stop();
    expect(await isIndexing(app.store.db)).toBe(true);
    await createSearchIndex(app.store).ready();
    expect(await found('11999')).toEqual([id]);
    await compare();
  });
});
