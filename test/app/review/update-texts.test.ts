import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app/app.ts';
import { prepareArticle } from '../../../src/app/import/article-intake.ts';
import { ruleForAbbreviation } from '../../../src/app/import/segmentation.ts';
import { editBitext } from '../../../src/app/review/edit-bitext.ts';
import { openRow } from '../../../src/app/review/review.ts';
import { updateTexts } from '../../../src/app/review/update-texts.ts';
import { faultIn, rowsOf } from '../../../src/core/bitext/bitext.ts';
import { translator } from '../../../src/core/translator.ts';
import { findHead } from '../../../src/store/bitexts.ts';
import { readBitext } from '../../../src/store/review/bitext-rows.ts';
import { importStory, openTestApp, STORY } from '../../support/app.ts';
import { shapes } from '../../support/notation.ts';

const { t } = translator('en', {});

let app: App;
let id: number;
beforeEach(async () => {
  app = await openTestApp();
  id = await importStory(app);
});
afterEach(() => app.close());

const article = (text: string, language: string) => prepareArticle({ text, name: 'new', language }, app.packs);
const rows = async (bitext: number) =>
  rowsOf(await readBitext(app.store.db, bitext)).map(
    ({ bead, segments }) => `${bead.status}: ${segments.source.map((s) => s.text).join(' / ')}`,
  );
async function confirmAll(): Promise<void> {
  const { beads } = await readBitext(app.store.db, id);
  const operation = { action: 'setStatus', beads: beads.map((bead) => bead.id), status: 'confirmed' } as const;
  await editBitext(app, id, { clientId: 'c', author: 'ann', operation });
}

describe('updateTexts', () => {
  it('keeps confirmed rows, flags what has changed, and aligns what is new', async () => {
    await confirmAll();
    const updated = await updateTexts(
      app,
      id,
      {
        source: await article(
          STORY.en
            .replace('12 million', '14 million')
            .replace('The town council', 'Nobody spoke against it. The town council'),
          'en',
        ),
        target: await article(
          STORY.fr
            .replace('12 millions', '14 millions')
            .replace('Le conseil', 'Personne ne s’y est opposé. Le conseil'),
          'fr',
        ),
      },
      { t },
    );
    expect(updated).toMatchObject({ kept: 4, changed: 1, lost: 0 });
    expect(await rows(updated.id)).toEqual([
      'confirmed: Harbour to be deepened',
      'confirmed: The harbour of Brant will be deepened next year.',
      'flagged: Work starts in March 2027. / It costs 14 million euros.',
      'confirmed: "We waited too long," said Mayor Ida Holm.',
      'proposed: Nobody spoke against it.',
      'confirmed: The town council agreed on Monday.',
    ]);
    const bitext = await readBitext(app.store.db, updated.id);
    expect(faultIn(bitext)).toBeNull();
    expect(bitext.beads[2]?.note).toBe('The text has changed since this row was confirmed.');
    const former = (await openRow(app, updated.id, bitext.beads[2]!.id)).former;
    expect(former?.source).toContain('Work starts in March 2027. It costs 12 million euros.');
    expect((await findHead(app.store.db, id))?.archivedAt).not.toBeNull();
    expect(await rows(id)).toHaveLength(5);
  });

  it('keeps rows made by hand, notes and statuses, and re-proposes what nobody looked at', async () => {
    const { beads } = await readBitext(app.store.db, id);
    await editBitext(app, id, { clientId: 'm', author: 'ann', operation: { action: 'merge', bead: beads[3]!.id } });
    await editBitext(app, id, {
      clientId: 'f',
      author: 'ann',
      operation: { action: 'setStatus', beads: [beads[0]!.id], status: 'flagged', note: 'ask' },
    });
    const source = await article(`${STORY.en} It rained.`, 'en');
    const updated = await updateTexts(app, id, { source }, { t });
    expect(updated).toMatchObject({ kept: 2, changed: 0, lost: 0 });
    const bitext = await readBitext(app.store.db, updated.id);
    expect(shapes(bitext.beads)).toBe('1-1 1-1 2-1 2-2 1-0');
    expect(bitext.beads[0]).toMatchObject({ status: 'flagged', note: 'ask' });
  });

  it('says which rows have no place in the new texts', async () => {
    await confirmAll();
    const source = await article('Harbour to be deepened\n\nSomething else altogether was decided.', 'en');
    const updated = await updateTexts(app, id, { source }, { t });
    expect(updated.kept).toBe(1);
    expect(updated.lost).toBe(4);
    expect(faultIn(await readBitext(app.store.db, updated.id))).toBeNull();
  });

  it('cuts the same texts anew by new rules', async () => {
    await confirmAll();
    await expect(updateTexts(app, id, {}, { t })).rejects.toThrow('as they were');
    await app.segmentation.add(ruleForAbbreviation('en', '2027.'));
    const updated = await updateTexts(app, id, {}, { t });
    expect(updated).toMatchObject({ kept: 5, changed: 0, lost: 0 });
    expect((await rows(updated.id))[2]).toBe('confirmed: Work starts in March 2027. It costs 12 million euros.');
  });

  it('comes in slices that nobody sees, and goes without a trace if it is stopped or the rows are edited meanwhile', async () => {
    const source = await article(`${STORY.en} It rained.`, 'en');
    const bitexts = () => app.store.db.selectFrom('bitext').select(['id', 'state']).execute();
    const revisions = () => app.store.db.selectFrom('revision').select('id').execute();
    const before = [await bitexts(), await revisions()];
    /** The app, in which something happens before each slice. */
    const during = (happens: () => Promise<unknown>): App => ({
      ...app,
      staging: {
        ...app.staging,
        open: async (begin) => {
          const stage = await app.staging.open(begin);
          return { ...stage, write: (work) => happens().then(() => stage.write(work)) };
        },
      },
    });
    const stop = new AbortController();
    const stopped = during(async () => {
      expect((await bitexts()).at(-1)?.state).toBe('importing');
      if ((await app.store.db.selectFrom('segment').select('id').where('bitext_id', '>', id).execute()).length > 0)
        stop.abort();
    });
    await expect(updateTexts(stopped, id, { source }, { t, signal: stop.signal })).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect([await bitexts(), await revisions()]).toEqual(before);
    const edited = during(confirmAll);
    await expect(updateTexts(edited, id, { source }, { t })).rejects.toMatchObject({ code: 'conflict' });
    expect([await bitexts(), await revisions()]).toEqual(before);
    expect(await updateTexts(app, id, { source }, { t })).toMatchObject({ kept: 5, lost: 0 });
  });
});
