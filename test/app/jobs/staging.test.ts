import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { type App, headOf } from '../../../src/app/app.ts';
import { importMemory } from '../../../src/app/import/import-memory.ts';
import { dump } from '../../../src/app/library/dump.ts';
import { archiveBitext, openLibrary } from '../../../src/app/library/library.ts';
import { loadDump } from '../../../src/app/library/load-dump.ts';
import { lookUp } from '../../../src/app/library/lookup.ts';
import { deleteBitext } from '../../../src/app/library/trash/delete.ts';
import { editBitext } from '../../../src/app/review/edit-bitext.ts';
import { faultIn } from '../../../src/core/bitext/bitext.ts';
import { insertPair } from '../../../src/store/bitexts.ts';
import { countByMonth, findRowsWith } from '../../../src/store/concordance.ts';
import { renewProgram } from '../../../src/store/leases.ts';
import { confirmedBeads } from '../../../src/store/memory.ts';
import { readBitext } from '../../../src/store/review/bitext-rows.ts';
import { openTestApp, storeBitext } from '../../support/app.ts';
import { bitextOf } from '../../support/bitexts.ts';
import { all, bytes } from '../../support/chunks.ts';

const open: App[] = [];
afterEach(async () => {
  for (const app of open.splice(0)) await app.close();
});

const newFile = () => join(mkdtempSync(join(tmpdir(), 'visavis-')), 'v.sqlite');

async function opened(file = newFile(), serves = false): Promise<App> {
  const app = await openTestApp(file, { serves });
  open.push(app);
  return app;
}

const UNITS = 12_000;

/** A memory in pieces of 300 units; at unit 9,000 it waits until it may go on, when some of it is stored. */
function waitingMemory(language = 'fr') {
  const unit = (i: number) =>
    `<tu><tuv xml:lang="en"><seg>Ship ${i} came in 港.</seg></tuv><tuv xml:lang="${language}"><seg>Navire ${i} arriva.</seg></tuv></tu>`;
  let goOn = () => {};
  const gate = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  let isHalfway = () => {};
  const halfway = new Promise<void>((resolve) => {
    isHalfway = resolve;
  });
  async function* pieces() {
    yield bytes('<tmx version="1.4"><header srclang="en"/><body>');
    for (let at = 0; at < UNITS; at += 300) {
      if (at === 9000) {
        isHalfway();
        await gate;
      }
      yield bytes(Array.from({ length: 300 }, (_, i) => unit(at + i)).join(''));
    }
    yield bytes('</body></tmx>');
  }
  return { pieces: pieces(), halfway, goOn };
}

const rowsOf = async (app: App, table: 'segment' | 'bead' | 'bitext' | 'article' | 'lease') =>
  (await sql<{ n: number }>`SELECT count(*) AS n FROM ${sql.table(table)}`.execute(app.store.db)).rows[0]!.n;

const EVERYWHERE = { language: '', status: '', publisher: '', from: '', to: '' } as const;

/** What anybody can see of anything. */
async function seen(app: App) {
  const { db } = app.store;
  const { entries, counts } = await openLibrary(app, {});
  return {
    library: entries.length,
    counted: counts.active,
    searched: (await openLibrary(app, { search: 'came' })).entries.length,
    searchedByLetters: (await openLibrary(app, { search: '港' })).entries.length,
    matches: (await lookUp(app, { text: 'Ship 5 came in 港.', from: 'en', to: 'fr' })).length > 0,
    concordance: (await findRowsWith(db, { words: '港', ...EVERYWHERE }, 5)).length > 0,
    months: (await countByMonth(db, '港', 'en')).length > 0,
    learned: (await confirmedBeads(db, 'en', 'fr', 10)).length > 0,
  };
}

const NOTHING = {
  library: 0,
  counted: 0,
  searched: 0,
  searchedByLetters: 0,
  matches: false,
  concordance: false,
  months: false,
  learned: false,
};

describe('a long memory on its way in', () => {
  it('is seen by nobody before all of it is there, and holds up no edit', async () => {
    const app = await opened();
    const { pieces, halfway, goOn } = waitingMemory();
    const importing = importMemory(app, { name: 'm.tmx', pieces });
    await halfway;
    expect(await rowsOf(app, 'bead')).toBeGreaterThan(3000);
    expect(await seen(app)).toEqual(NOTHING);
    await expect(headOf(app, 1)).rejects.toMatchObject({ code: 'not-found' });
    expect(await app.searchIndex.isIndexing()).toBe(false);
    const other = await storeBitext(app, bitextOf('1-1'));
    const operation = { action: 'setStatus', beads: [201], status: 'confirmed' } as const;
    await editBitext(app, other, { clientId: randomUUID(), author: 'ann', operation });
    goOn();
    const { id, units } = await importing;
    expect(units).toBe(UNITS);
    expect(await seen(app)).toMatchObject({ library: 2, searched: 1, searchedByLetters: 1, matches: true });
    expect(await headOf(app, id)).toMatchObject({ state: 'ready' });
    const bitext = await readBitext(app.store.db, id);
    expect(faultIn(bitext)).toBeNull();
    expect(bitext.source.at(-1)?.text).toBe(`Ship ${UNITS - 1} came in 港.`);
    expect(await rowsOf(app, 'lease')).toBe(0);
  });

  it('leaves nothing when it is cancelled', async () => {
    const app = await opened();
    const { pieces, halfway, goOn } = waitingMemory();
    const stop = new AbortController();
    const importing = importMemory(app, { name: 'm.tmx', pieces, signal: stop.signal });
    await halfway;
    stop.abort();
    goOn();
    await expect(importing).rejects.toMatchObject({ code: 'cancelled' });
    for (const table of ['segment', 'bead', 'bitext', 'article', 'lease'] as const) {
      expect(await rowsOf(app, table), table).toBe(0);
    }
  });

  it('leaves nothing when its program is killed and a server starts, but is left alone while that runs', async () => {
    const file = newFile();
    const app = await opened(file);
    // What a killed program leaves: a stage that is neither finished nor abandoned.
    const article = (language: string) => ({ language, title: 't', text: 't', blocks: [] });
    const stage = await app.staging.open(async (tx) => [
      await insertPair(tx, { title: 't', source: article('en'), target: article('fr') }, app.now(), 'importing'),
    ]);
    await stage.write((tx) =>
      sql`INSERT INTO segment (bitext_id, side, id, position, paragraph, text)
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
        SELECT ${stage.ids[0]}, 'source', i, i, 0, 'x' FROM n`
        .execute(tx)
        .then(() => {}),
    );
    const server = await opened(file, true);
    await server.staging.sweep();
    expect(await rowsOf(server, 'segment')).toBe(5000);
    const long = new Date(Date.now() - 61_000).toISOString();
    await renewProgram(server.store.db, { id: app.leases.id, host: 'x', process: 1, serves: false, beatAt: long });
    await server.staging.sweep();
    for (const table of ['segment', 'bitext', 'article', 'lease'] as const) {
      expect(await rowsOf(server, table), table).toBe(0);
    }
  });

  it('is left out of a database that is made of a dump', async () => {
    const app = await opened();
    const { pieces, halfway, goOn } = waitingMemory();
    const importing = importMemory(app, { name: 'm.tmx', pieces });
    await halfway;
    await storeBitext(app, bitextOf('1-1'), 'whole');
    const lines = (await all(dump(app))).join('').split('\n');
    goOn();
    await importing;
    const other = await opened();
    await loadDump(
      other,
      'd.jsonl',
      (async function* () {
        yield* lines;
      })(),
    );
    expect((await openLibrary(other, {})).entries.map(({ title }) => title)).toEqual(['whole']);
    expect(await rowsOf(other, 'bead')).toBe(1);
  });
});

describe('a long memory on its way out', () => {
  it('is gone for everybody before all of it is deleted, and holds up no edit', async () => {
    const app = await opened();
    const long = await storeBitext(app, bitextOf(Array.from({ length: 20_000 }, () => '1-1').join(' ')), 'long');
    const other = await storeBitext(app, bitextOf('1-1'), 'other');
    await archiveBitext(app, long);
    const order: string[] = [];
    const { cleared } = await deleteBitext(app, long, { author: 'ann' });
    const deleting = cleared.then(() => order.push('deleted'));
    const archived = async () => (await openLibrary(app, { archived: true })).entries.length;
    await expect.poll(archived, { timeout: 60_000 }).toBe(0);
    const operation = { action: 'setStatus', beads: [201], status: 'confirmed' } as const;
    await editBitext(app, other, { clientId: randomUUID(), author: 'ann', operation });
    order.push('edited');
    await deleting;
    expect(order).toEqual(['edited', 'deleted']);
    expect(await rowsOf(app, 'bead')).toBe(1);
    expect(await rowsOf(app, 'article')).toBe(2);
  });

  it('is gone after the next start where the program was killed in the middle', async () => {
    const file = newFile();
    const app = await opened(file);
    const id = await storeBitext(app, bitextOf(Array.from({ length: 3000 }, () => '1-1').join(' ')));
    await sql`UPDATE bitext SET state = 'deleting' WHERE id = ${id}`.execute(app.store.db);
    await sql`DELETE FROM segment WHERE id < 1000`.execute(app.store.db);
    const server = await opened(file, true);
    await expect.poll(() => rowsOf(server, 'bitext')).toBe(0);
    expect(await rowsOf(server, 'bead')).toBe(0);
    expect(await rowsOf(server, 'article')).toBe(0);
  });
});
