import request from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { headOf } from '../../../src/app/app.ts';
import { findRevision } from '../../../src/store/articles.ts';
import { readBitext } from '../../../src/store/review/bitext-rows.ts';
import { importStory } from '../../support/app.ts';
import { ownServer } from '../../support/server.ts';

const server = ownServer();
let id: number;

beforeAll(async () => {
  id = await importStory(server.app);
});

const agent = () => request(server.url);

describe('export', () => {
  it('says before the download what the file will leave out', async () => {
    const { text } = await agent().get(`/export/losses?bitext=${id}&format=ladder&status=confirmed`).expect(200);
    expect(text).toMatch(/Left out because ladder cannot hold it: source texts \(5\), translations \(5\)/u);
    expect(text).toContain('it holds all rows, not only those that were chosen');
    expect(text).toContain(`href="/export/file?bitext=${id}&amp;format=ladder&amp;status=confirmed"`);
    await agent().get('/export/losses?format=tmx').expect(400);
  });

  it('sends a file with a name and a type', async () => {
    const response = await agent().get(`/export/file?bitext=${id}&format=tmx`).expect(200);
    expect(response.headers['content-disposition']).toContain('Harbour-to-be-deepened.tmx');
    expect(response.headers['content-type']).toContain('x-tmx');
  });

  it('takes many bitexts and filters', async () => {
    await agent().get(`/export/file?bitext=${id}&bitext=${id}&format=tsv&minConfidence=1`).expect(200);
    await agent().get('/export/file?format=tmx').expect(400);
    await agent().get(`/export/file?bitext=${id}&format=nonsense`).expect(400);
    await agent().get('/export/file?bitext=999').expect(404);
  });

  it('without a bitext says so, beside what was chosen', async () => {
    const { text } = await agent().get('/export/file?format=csv&status=confirmed&notes=on').expect(400);
    expect(text).toContain('Tick at least one bitext in the list.');
    expect(text).toMatch(/name="format" value="csv" checked/u);
    expect(text).toMatch(/name="status" value="confirmed" checked/u);
    expect(text).toMatch(/name="notes" value="on" checked/u);
    const problem = await agent().get('/export/file').set('accept', 'application/json').expect(400);
    expect(problem.body.title).toBe('Nothing was chosen for export.');
    expect((await agent().get('/').expect(200)).text).toContain(`href="/export/file?bitext=${id}&amp;format=tmx"`);
  });

  it('of rows that there are none of says so beside the choice, and sends no empty file', async () => {
    for (const pack of ['one', 'zip', 'languages']) {
      const path = `/export/file?bitext=${id}&format=xlsx&status=confirmed&pack=${pack}`;
      const { text, headers } = await agent().get(path).expect(422);
      expect(text, pack).toContain('No row of what was chosen is confirmed.');
      expect(text, pack).toMatch(/name="format" value="xlsx" checked/u);
      expect(headers['content-disposition'], pack).toBeUndefined();
    }
    await agent().get(`/export/file?bitext=${id}&format=tmx&kind=caption`).expect(422);
    await agent().get(`/export/file?bitext=${id}&format=ladder&status=confirmed`).expect(200);
    const { sourceRevision } = await headOf(server.app, id);
    const revision = await findRevision(server.app.store.db, sourceRevision);
    await agent().get(`/articles/${revision?.articleId}/file?format=tmx&status=confirmed`).expect(422);
  });

  it('keeps what reviewers have noted for each other, unless it is asked for', async () => {
    const { beads } = await readBitext(server.app.store.db, id);
    const flag = { action: 'setStatus', beads: beads[1]!.id, status: 'flagged', note: 'Ask the wire.' };
    await agent().post(`/bitexts/${id}/edits`).type('form').send(flag).expect(303);
    for (const format of ['tmx', 'html', 'csv', 'jsonl', 'xliff']) {
      const { text } = await agent().get(`/export/file?bitext=${id}&format=${format}`).buffer(true).expect(200);
      expect(text, format).not.toContain('Ask the wire.');
      const { text: noted } = await agent()
        .get(`/export/file?bitext=${id}&format=${format}&notes=on`)
        .buffer(true)
        .expect(200);
      expect(noted, format).toContain('Ask the wire.');
    }
  });
});
