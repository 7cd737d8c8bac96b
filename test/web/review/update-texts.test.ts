import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { importStory, STORY } from '../../support/app.ts';
import { ownServer } from '../../support/server.ts';

const server = ownServer();
const agent = () => request(server.url);

describe('a new version', () => {
  it('makes a new bitext, says what was carried over, and shows a problem in the form', async () => {
    const made = await importStory(server.app);
    const same = await agent().post(`/bitexts/${made}/update`).field('sourceText', '').expect(400);
    expect(same.text).toContain('The texts are as they were.');
    const updated = await agent()
      .post(`/bitexts/${made}/update`)
      .field('sourceText', STORY.en.replace('12 million', '14 million'))
      .expect(303);
    const page = await agent()
      .get(updated.headers.location ?? '')
      .expect(200);
    expect(page.text).toContain('Texts updated.');
    expect(page.text).toContain('14 million');
  });
});
