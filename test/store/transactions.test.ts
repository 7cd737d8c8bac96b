import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import type { BitextHead } from '../../src/app/app.ts';
import { Problem } from '../../src/core/problem.ts';
import { findHead, setTitle } from '../../src/store/bitexts.ts';
import type { Db, Store } from '../../src/store/open-store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { setName } from '../../src/store/people.ts';
import { openTestApp, storeBitext } from '../support/app.ts';
import { bitextOf } from '../support/bitexts.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const newFile = () => join(mkdtempSync(join(tmpdir(), 'visavis-')), 'v.sqlite');
const NOW = '2026-01-02T03:04:05.000Z';
const open: Store[] = [];
let server: TestServer | null = null;
afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
  await server?.stop();
  server = null;
});

async function opened(file: string): Promise<Store> {
  const store = await openStore(file);
  open.push(store);
  return store;
}

/** As a full disk does: the database may not grow any more. */
async function fill(db: Db): Promise<void> {
  const { rows } = await sql<{ page_count: number }>`PRAGMA page_count`.execute(db);
  await sql`PRAGMA max_page_count = ${sql.lit(rows[0]!.page_count)}`.execute(db);
}
const makeRoom = (db: Db) => sql`PRAGMA max_page_count = 1000000`.execute(db);

describe('transactions', () => {
  it('of two programs on one database wait for each other; none is refused, none is lost', async () => {
    const file = newFile();
    const app = await openTestApp(file);
    const id = await storeBitext(app, bitextOf('1-1'), '0');
    await app.close();
    const [first, second] = [await opened(file), await opened(file)];
    // Each reads before it writes, as an edit does.
    const count = (store: Store) =>
      store.transaction(async (tx) => {
        const { title } = (await findHead(tx, id)) as BitextHead;
        await setTitle(tx, id, String(Number(title) + 1), NOW);
      });
    await Promise.all(Array.from({ length: 60 }, (_, i) => count(i % 2 ? first : second)));
    expect((await findHead(first.db, id))?.title).toBe('60');
  });

  it('and single statements wait, too', async () => {
    const file = newFile();
    const [first, second] = [await opened(file), await opened(file)];
    let isWritten = false;
    const waiting: Promise<void>[] = [];
    await first.transaction(async (tx) => {
      await setName(tx, 'ann', 'Ann', NOW);
      waiting.push(
        setName(second.db, 'bob', 'Bob', NOW).then(() => {
          isWritten = true;
        }),
      );
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(isWritten).toBe(false);
    });
    await Promise.all(waiting);
    expect(isWritten).toBe(true);
  });

  it('that find the disk full say so, and leave everything as it was', async () => {
    const store = await opened(newFile());
    await fill(store.db);
    const write = (id: string) =>
      store.transaction(async (tx) => {
        await setName(tx, id, 'x'.repeat(300_000), NOW);
      });
    const failure = await write('ann').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Problem);
    expect(failure).toMatchObject({ code: 'store-full', status: 507 });
    await makeRoom(store.db);
    await write('bob');
    expect(await store.db.selectFrom('person').select('id').execute()).toEqual([{ id: 'bob' }]);
  });

  it('go on after a failure only where SQLite has not undone them', async () => {
    const store = await opened(newFile());
    await fill(store.db);
    const work = store.transaction(async (tx) => {
      await setName(tx, 'ann', 'Ann', NOW);
      await setName(tx, 'bob', 'x'.repeat(300_000), NOW).catch(() => {});
      await makeRoom(tx);
      await setName(tx, 'cid', 'Cid', NOW);
    });
    await expect(work).rejects.toBeInstanceOf(Problem);
    expect(await store.db.selectFrom('person').select('id').execute()).toEqual([]);
  });

  it('are on the disk when they are acknowledged', async () => {
    const store = await opened(newFile());
    const { rows } = await sql<{ synchronous: number }>`PRAGMA synchronous`.execute(store.db);
    expect(rows[0]?.synchronous).toBe(2);
  });
});

describe('a full disk', () => {
  it('is answered with 507, and the same edit is taken once there is room', async () => {
    server = await startTestServer(newFile());
    const { app, url } = server;
    const id = await storeBitext(app, bitextOf('1-1 1-1'));
    const body = { id: randomUUID(), action: 'setStatus', beads: 201, status: 'flagged', note: 'x'.repeat(9_000) };
    const send = () =>
      fetch(`${url}/bitexts/${id}/edits`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify(body),
      });
    await fill(app.store.db);
    const refused = await send();
    expect(refused.status).toBe(507);
    expect(await refused.json()).toMatchObject({ title: 'The disk is full; nothing was changed.' });
    await makeRoom(app.store.db);
    expect((await send()).status).toBe(200);
  });
});
