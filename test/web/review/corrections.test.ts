import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { readBitext } from '../../../src/store/review/bitext-rows.ts';
import { importStory } from '../../support/app.ts';
import { ownServer } from '../../support/server.ts';
import { changedIn } from '../../support/word-file.ts';

const server = ownServer();
const agent = () => request(server.url);
const unescaped = (html: string) => html.replaceAll('&#34;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
const held = (page: string, name: string) =>
  unescaped(new RegExp(`name="${name}"[^>]*? value="([^"]*)"`, 'u').exec(page)?.[1] ?? '');

describe('a translation that was corrected in Word', () => {
  it('is shown first, then made', async () => {
    const id = await importStory(server.app);
    const { body } = await agent().get(`/export/file?bitext=${id}&format=docx`).responseType('blob').expect(200);
    const back = changedIn(body, (xml) => xml.replace('Le port sera approfondi', 'Le port sera plus profond'));
    const send = (file: Uint8Array, name: string) =>
      agent().post(`/bitexts/${id}/corrections`).attach('file', Buffer.from(file), name);
    const { text } = await send(back, 'back.docx').expect(200);
    expect(text).toContain('1 row was corrected.');
    expect(text).toContain('<del>approfondi</del><ins>plus profond</ins>');
    const fields = { corrections: held(text, 'corrections'), clientId: held(text, 'clientId') };
    const make = () => agent().post(`/bitexts/${id}/corrections/make`).type('form').send(fields);
    const made = await make().expect(303);
    expect(made.headers['location']).toMatch(new RegExp(`^/bitexts/${id}#b\\d+$`, 'u'));
    expect((await readBitext(server.app.store.db, id)).target[0]?.text).toBe('Le port sera plus profond');
    // Sent twice, it is made once.
    await make().expect(303);
    const history = await agent().get(`/bitexts/${id}/history`).set('cookie', 'visavis_language=fr').expect(200);
    expect(history.text.match(/Une ligne corrigée dans Word/gu)).toHaveLength(1);
    const again = await send(back, 'back.docx').expect(200);
    expect(again.text).toContain('No translation in the file differs from that of the bitext.');
    const wrong = await send(Buffer.from('text'), 'back.docx').expect(415);
    expect(wrong.text).toContain('“back.docx” is not a Word file.');
  });
});
