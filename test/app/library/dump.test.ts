import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app/app.ts';
import { addStarterGlossary } from '../../../src/app/glossary/starter-glossary.ts';
import { importMemory } from '../../../src/app/import/import-memory.ts';
import { dump } from '../../../src/app/library/dump.ts';
import { archiveBitext } from '../../../src/app/library/library.ts';
import { loadDump } from '../../../src/app/library/load-dump.ts';
import { deleteBitext } from '../../../src/app/library/trash/delete.ts';
import { addComment } from '../../../src/app/review/comments.ts';
import { editBitext } from '../../../src/app/review/edit-bitext.ts';
import { faultIn } from '../../../src/core/bitext/bitext.ts';
import { readBitext } from '../../../src/store/review/bitext-rows.ts';
import { importStory, openTestApp, storeBitext } from '../../support/app.ts';
import { bitextOf } from '../../support/bitexts.ts';
import { all, bytes } from '../../support/chunks.ts';

const open: App[] = [];
afterEach(async () => {
  for (const app of open.splice(0)) await app.close();
});

async function opened(database?: string): Promise<App> {
  const app = await openTestApp(database);
  open.push(app);
  return app;
}

async function* given(lines: readonly string[]) {
  yield* lines;
}

const linesOf = async (app: App) => (await all(dump(app))).join('').split('\n').filter(Boolean);
const newFile = () => join(mkdtempSync(join(tmpdir(), 'visavis-')), 'v.sqlite');

describe('a dump', () => {
  it('holds everything, and makes the same database again', async () => {
    const app = await opened();
    const id = await importStory(app);
    await addStarterGlossary(app, 'ann');
    const { beads } = await readBitext(app.store.db, id);
    await editBitext(app, id, {
      clientId: randomUUID(),
      author: 'ann',
      operation: { action: 'merge', bead: beads[0]!.id },
    });
    await addComment(app, id, { side: 'source', segment: 1, author: 'ann', text: 'x' });
    async function* pieces() {
      yield bytes(
        '<tmx version="1.4"><header srclang="en"/><body><tu><prop type="client">Town</prop><tuv xml:lang="en"><seg>One.</seg></tuv><tuv xml:lang="fr"><seg>Un.</seg></tuv></tu></body></tmx>',
      );
    }
    await importMemory(app, { name: 'm.tmx', pieces: pieces() });
    const lines = await linesOf(app);
    expect(lines.join()).toContain('Town');
    const other = await opened();
    expect(await loadDump(other, 'd.jsonl', given(lines))).toBe(lines.length - 2);
    expect((await linesOf(other)).slice(1)).toEqual(lines.slice(1));
    await expect(loadDump(other, 'd.jsonl', given(lines))).rejects.toThrow('not empty');
    const member = lines.findIndex((line) => line.includes('"bead_segment"'));
    for (const [broken, why] of [
      [lines.slice(0, -1), 'incomplete'],
      [lines.with(3, 'no JSON'), 'Line 4'],
      [lines.with(0, '{"format":"visavis","version":99}'), 'version is 99'],
      [lines.toSpliced(5, 1), 'do not fit the others'],
      [lines.toSpliced(-2, 1), 'incomplete'],
      [lines.toSpliced(member, 1).with(-1, `{"rows":${lines.length - 3}}`), 'Bitext 1: a segment lies in no bead'],
    ] as const) {
      const empty = await opened();
      await expect(loadDump(empty, 'd.jsonl', given(broken))).rejects.toThrow(why);
      expect(await linesOf(empty)).toHaveLength(2);
    }
  });

  it.each([':memory:', 'a file'])('is one moment, whatever is done while it is written: %s', async (where) => {
    const app = await opened(where === ':memory:' ? where : newFile());
    const shape = Array.from({ length: 1200 }, () => '1-1').join(' ');
    const [first, second] = [await storeBitext(app, bitextOf(shape)), await storeBitext(app, bitextOf('1-1 1-1'))];
    await archiveBitext(app, second);
    const before = await linesOf(app);
    const chunks = dump(app);
    const written: string[] = [];
    // A database in memory has one connection: what is done waits for the dump's end there.
    const done: Promise<unknown>[] = [];
    for (let at = 0; ; at++) {
      const { done: ended, value } = await chunks.next();
      if (ended) break;
      written.push(value);
      const { beads } = bitextOf(shape);
      const work = async () => {
        const operation = { action: 'merge', bead: beads[at * 3]!.id } as const;
        await editBitext(app, first, { clientId: randomUUID(), author: 'ann', operation });
        if (at === 4) await (await deleteBitext(app, second, { author: 'ann' })).cleared;
      };
      if (where === ':memory:') done.push(work());
      else await work();
    }
    await Promise.all(done);
    const lines = written.join('').split('\n').filter(Boolean);
    expect(lines.slice(1)).toEqual(before.slice(1));
    expect((await linesOf(app)).length).not.toBe(lines.length);
    const other = await opened();
    await loadDump(other, 'd.jsonl', given(lines));
    expect(faultIn(await readBitext(other.store.db, first))).toBeNull();
  });
});
