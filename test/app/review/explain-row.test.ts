import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app/app.ts';
import { editBitext } from '../../../src/app/review/edit-bitext.ts';
import { explainRow } from '../../../src/app/review/explain-row.ts';
import { Problem } from '../../../src/core/problem.ts';
import { readBitext } from '../../../src/store/review/bitext-rows.ts';
import { importStory, openTestApp } from '../../support/app.ts';
import { shapes } from '../../support/notation.ts';

let app: App;
let id: number;
beforeEach(async () => {
  app = await openTestApp();
  id = await importStory(app);
});
afterEach(() => app.close());

const beads = async () => (await readBitext(app.store.db, id)).beads;

describe('explainRow', () => {
  it('gives the words of a stored row with their places', async () => {
    const bead = (await beads())[2]!;
    const { links, lengths } = await explainRow(app, id, bead.id);
    const { source, target } = await readBitext(app.store.db, id);
    const texts = new Map([...source, ...target].map((segment) => [segment.id, segment.text]));
    expect(links.map((link) => `${link.source.text} ${link.target.text}`)).toContain('12 million 12 millions');
    for (const { source, target } of links) {
      for (const word of [source, target]) expect(texts.get(word.segment)?.slice(word.start, word.end)).toBe(word.text);
    }
    expect(lengths.target).toBeGreaterThan(0);
  });

  it('proposes what a wrong row should be, which one edit then takes', async () => {
    const before = await beads();
    await editBitext(app, id, {
      clientId: 'a',
      author: 'ann',
      operation: { action: 'move', side: 'target', segment: before[1]!.target[0]!, to: 'next' },
    });
    expect(shapes(await beads())).toBe('1-1 1-0 2-2 1-1 1-1');
    const { alternative, beads: ids } = await explainRow(app, id, (await beads())[2]!.id);
    expect(alternative?.probability).toBeGreaterThan(0.5);
    await editBitext(app, id, {
      clientId: 'b',
      author: 'ann',
      operation: { action: 'regroup', beads: ids, groups: alternative?.groups ?? [] },
    });
    expect(shapes(await beads())).toBe('1-1 1-1 2-1 1-1 1-1');
  });

  it('says that a row is gone', async () => {
    await expect(explainRow(app, id, 999)).rejects.toThrow(Problem);
  });
});
