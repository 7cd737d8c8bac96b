import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { Bitext, Side } from '../../src/core/bitext/bitext.ts';
import { insertPair } from '../../src/store/bitexts.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { writeRows } from '../../src/store/review/write-rows.ts';

export const NOW = '2026-01-02T03:04:05.000Z';

/** A folder of its own. */
export const newFolder = () => mkdtempSync(join(tmpdir(), 'visavis-'));

/** Opens stores, each of which is closed after its test. */
export function storesOfTests(): (file?: string) => Promise<Store> {
  const open: Store[] = [];
  afterEach(async () => {
    for (const store of open.splice(0)) await store.close();
  });
  return async (file = ':memory:') => {
    const store = await openStore(file);
    open.push(store);
    return store;
  };
}

/** Stores a bitext as it is, with articles of its segments, without aligning anything. Returns its number. */
export function storeRows(store: Store, bitext: Bitext, title = 'A story', now = NOW): Promise<number> {
  const article = (side: Side, language: string) => ({
    language,
    title,
    text: bitext[side].map((segment) => segment.text).join('\n'),
    blocks: [],
  });
  const source = article('source', bitext.sourceLanguage);
  const target = article('target', bitext.targetLanguage);
  return store.transaction(async (tx) => {
    const id = await insertPair(tx, { title, source, target }, now);
    await writeRows(tx, id, bitext, { parallelism: 1, now });
    return id;
  });
}
