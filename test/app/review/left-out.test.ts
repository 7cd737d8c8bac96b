import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app/app.ts';
import { prepareArticle } from '../../../src/app/import/article-intake.ts';
import { importPair } from '../../../src/app/import/import-pair.ts';
import { editBitext } from '../../../src/app/review/edit-bitext.ts';
import { leftOutLines, putBack } from '../../../src/app/review/left-out.ts';
import { rowsOf } from '../../../src/core/bitext/bitext.ts';
import { translator } from '../../../src/core/translator.ts';
import { readBitext } from '../../../src/store/review/bitext-rows.ts';
import { openTestApp, STORY } from '../../support/app.ts';

const { t } = translator('en', {});

let app: App;
let id: number;
beforeEach(async () => {
  app = await openTestApp();
  const [source, target] = await Promise.all([
    prepareArticle({ text: `${STORY.en}\n\nRead also: Brant’s bridge turns 80`, name: 'a', language: 'en' }, app.packs),
    prepareArticle({ text: STORY.fr, name: 'b', language: 'fr' }, app.packs),
  ]);
  id = await importPair(app, { source, target });
  await app.queue.settled(id);
});
afterEach(() => app.close());

const sources = async (bitext: number) =>
  rowsOf(await readBitext(app.store.db, bitext)).map(({ bead, segments }) => ({
    status: bead.status,
    text: segments.source.map(({ text }) => text).join(' '),
  }));

describe('lines left out', () => {
  it('stay with the text, with the reason', async () => {
    const { source, target } = await leftOutLines(app, id);
    expect(source).toMatchObject([{ block: 3, text: 'Read also: Brant’s bridge turns 80' }]);
    expect(source[0]?.reason?.text).toBe('standard page text');
    expect(target).toEqual([]);
    expect((await sources(id)).map(({ text }) => text)).not.toContain('Read also: Brant’s bridge turns 80');
  });

  it('come back as a row in a new version of the texts, and reviewed rows with it', async () => {
    const { beads } = await readBitext(app.store.db, id);
    const operation = { action: 'setStatus', beads: [beads[1]!.id], status: 'confirmed' } as const;
    await editBitext(app, id, { clientId: 'c', author: 'ann', operation });
    const { id: fresh, kept, lost } = await putBack(app, id, { side: 'source', block: 3 }, { t });
    expect([kept, lost]).toEqual([1, 0]);
    const rows = await sources(fresh);
    expect(rows.at(-1)?.text).toContain('Read also: Brant’s bridge turns 80');
    expect(rows[1]).toEqual({ status: 'confirmed', text: 'The harbour of Brant will be deepened next year.' });
    expect((await leftOutLines(app, fresh)).source).toEqual([]);
  });

  it('are no others: a line that takes part cannot be put back', async () => {
    await expect(putBack(app, id, { side: 'source', block: 1 }, { t })).rejects.toMatchObject({ code: 'not-found' });
    await expect(putBack(app, id, { side: 'target', block: 99 }, { t })).rejects.toMatchObject({ code: 'not-found' });
  });
});
