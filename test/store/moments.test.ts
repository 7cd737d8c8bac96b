import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findHead, setTitle } from '../../src/store/bitexts.ts';
import { bitextOf } from '../support/bitexts.ts';
import { NOW, newFolder, storeRows, storesOfTests } from '../support/stores.ts';

const opened = storesOfTests();

describe('what is read as of one moment', () => {
  it('stays as it is though others write meanwhile, who do not wait for it', async () => {
    const store = await opened(join(newFolder(), 'moment.sqlite'));
    const id = await storeRows(store, bitextOf('1-1'), 'first');
    const read = await store.read(async (db) => {
      const before = (await findHead(db, id))?.title;
      await setTitle(store.db, id, 'second', NOW);
      const inner = await store.read(async (other) => (await findHead(other, id))?.title);
      return [before, (await findHead(db, id))?.title, inner, (await findHead(store.db, id))?.title];
    });
    expect(read).toEqual(['first', 'first', 'second', 'second']);
    // A connection that served before begins with what is stored now.
    expect(await store.read(async (db) => (await findHead(db, id))?.title)).toBe('second');
  });

  it('cannot be written', async () => {
    const store = await opened(join(newFolder(), 'moment.sqlite'));
    const id = await storeRows(store, bitextOf('1-1'));
    await expect(store.read((db) => setTitle(db, id, 'changed', NOW))).rejects.toThrow();
    expect(await store.read(async (db) => (await findHead(db, id))?.title)).toBe('A story');
  });

  it('ends as the database is closed', async () => {
    const store = await opened(join(newFolder(), 'moment.sqlite'));
    await storeRows(store, bitextOf('1-1'));
    let goOn = () => {};
    const wait = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const reading = store.read(async (db) => {
      await wait;
      return db.selectFrom('bitext').select('id').execute();
    });
    await store.close();
    goOn();
    expect(await reading).toEqual([{ id: 1 }]);
  });
});
