import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../src/app/app.ts';
import { confirmByConfidence } from '../../src/app/review/confirm-by-confidence.ts';
import { editBitext } from '../../src/app/review/edit-bitext.ts';
import { undoEdit } from '../../src/app/review/undo-edit.ts';
import { allBreakRules, insertBreakRules } from '../../src/store/break-rules.ts';
import { storedVectors, storeVectors } from '../../src/store/embeddings.ts';
import { conceptsWith, existingConcepts } from '../../src/store/glossary/concepts.ts';
import { ensureGlossary } from '../../src/store/glossary/glossaries.ts';
import { putConcepts } from '../../src/store/glossary/put-concepts.ts';
import { publisherLines, rememberLines } from '../../src/store/publisher-lines.ts';
import { readBitext } from '../../src/store/review/bitext-rows.ts';
import { codesOf, insertCodes } from '../../src/store/review/codes.ts';
import { openTestApp, storeBitext } from '../support/app.ts';
import { bitextOf } from '../support/bitexts.ts';

/** More than the 32,766 parameters that a statement of SQLite may have. */
const MANY = 33_000;
const numbers = Array.from({ length: MANY }, (_, i) => i + 1);

let app: App;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.close());

const request = () => ({ clientId: randomUUID(), author: 'ann' });

describe('lists longer than SQLite takes parameters', () => {
  it('of rows: confirmed by their confidence, marked, undone', async () => {
    const id = await storeBitext(app, bitextOf(numbers.map(() => '1-1').join(' ')));
    const statuses = async () => new Set((await readBitext(app.store.db, id)).beads.map(({ status }) => status));
    expect((await confirmByConfidence(app, id, { from: 0.5, ...request() })).beads).toHaveLength(MANY);
    expect(await statuses()).toEqual(new Set(['confirmed']));
    await undoEdit(app, id, request());
    expect(await statuses()).toEqual(new Set(['proposed']));
    const beads = (await readBitext(app.store.db, id)).beads.map((bead) => bead.id);
    await editBitext(app, id, { ...request(), operation: { action: 'setStatus', beads, status: 'flagged' } });
    expect(await statuses()).toEqual(new Set(['flagged']));
  });

  it('of whatever else the store is given', async () => {
    const { db } = app.store;
    const id = await storeBitext(app, bitextOf('1-1'));
    const code = { kind: 'alone', element: 'x', pair: '', data: '', attributes: {} } as const;
    await insertCodes(db, id, new Map(numbers.map((n) => [String.fromCodePoint(0xf0000 + n), code])));
    expect((await codesOf(db, id)).size).toBe(MANY);
    await insertBreakRules(
      db,
      numbers.map((n) => ({ language: 'en', breaks: true, before: `x${n}`, after: '', origin: 'o' })),
      'last',
    );
    expect((await allBreakRules(db)).map(({ before }) => before)).toEqual(numbers.map((n) => `x${n}`));
    await rememberLines(db, 'p', new Map(numbers.map((n) => [`line ${n}`, 'body'])), app.now());
    expect((await publisherLines(db, 'p')).size).toBe(MANY);
    await storeVectors(db, 'm', new Map(numbers.map((n) => [`h${n}`, Float32Array.of(n)])));
    const vectors = await storedVectors(
      db,
      'm',
      numbers.map((n) => `h${n}`),
    );
    expect(vectors.get(`h${MANY}`)?.[0]).toBe(MANY);
    const glossary = await ensureGlossary(db, 'g', app.now());
    const terms = Array.from({ length: 3000 }, (_, i) => ({
      language: 'en',
      text: `t${i}`,
      status: 'preferred' as const,
      partOfSpeech: '',
      gender: '' as const,
      note: '',
    }));
    const [concept] = await putConcepts(db, [{ glossary, kind: 'term', definition: '', note: '', terms }], app.now());
    expect((await conceptsWith(db, numbers))[0]?.terms).toHaveLength(3000);
    expect(await existingConcepts(db, numbers)).toEqual([concept]);
  });

  it('are never written out as parameters', () => {
    const files = readdirSync('src/store', { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    const spelt = files.filter((name) =>
      /'(?:not )?in', (?!inList\()|\bIN \(\$\{sql\.join/u.test(readFileSync(`src/store/${name}`, 'utf8')),
    );
    expect(spelt).toEqual([]);
  });
});
