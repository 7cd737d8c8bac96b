import request from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
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
    await agent().get(`/export/file?bitext=${id}&bitext=${id}&format=tsv&status=confirmed`).expect(200);
    await agent().get('/export/file?format=tmx').expect(400);
    await agent().get(`/export/file?bitext=${id}&format=nonsense`).expect(400);
    await agent().get('/export/file?bitext=999').expect(404);
  });
});
