import request from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Bitext } from '../../src/core/bitext/bitext.ts';
import { storeBitext } from '../support/app.ts';
import { bitextOf } from '../support/bitexts.ts';
import { ownServer } from '../support/server.ts';

const ROWS = [
  ['The orchard has 340 trees.', 'Le verger compte 430 arbres.'],
  ['The gate is open.', 'Le portail est ouvert.'],
  ['The mill opened on Monday.', 'Le moulin a ouvert jeudi.'],
] as const;

function written(): Bitext {
  const bitext = bitextOf('1-1 1-1 1-1');
  const texts = (side: 0 | 1) => (segment: Bitext['source'][number], i: number) => ({
    ...segment,
    text: ROWS[i]![side],
  });
  return { ...bitext, source: bitext.source.map(texts(0)), target: bitext.target.map(texts(1)) };
}

describe('the page Check', () => {
  const server = ownServer();
  let id: number;
  beforeAll(async () => {
    id = await storeBitext(server.app, written(), 'The orchard');
  });
  const fileOf = (format: string) =>
    request(server.url)
      .get(`/check/file?bitext=${id}&format=${format}`)
      .buffer(true)
      .parse((response, done) => {
        let text = '';
        response.on('data', (piece: Buffer) => {
          text += piece.toString();
        });
        response.on('end', () => done(null, text));
      });

  it('gives its findings as JSON Lines, each with its row and places', async () => {
    const response = await fileOf('jsonl').expect(200);
    const lines = String(response.body)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toMatchObject([
      { row: 1, code: 'number', found: '430', expected: '340', suggestion: '340', targetSpan: [17, 20] },
      { row: 3, code: 'weekday', found: 'jeudi', expected: 'Monday', target: 'Le moulin a ouvert jeudi.' },
    ]);
  });

  it.each([
    ['csv', /^file,row,severity,code/u],
    ['html', /<mark>430<\/mark>/u],
    ['sarif', /"ruleId": "weekday"/u],
  ])('gives them as %s', async (format, expected) => {
    const response = await fileOf(format).expect(200);
    expect(response.headers['content-disposition']).toContain(`check.${format}`);
    expect(String(response.body)).toMatch(expected);
  });

  it('refuses a format that it does not write', async () => {
    await request(server.url).get(`/check/file?bitext=${id}&format=doc`).expect(400);
  });

  it('leaves out of page and file what is dismissed, and has it again when that is taken back', async () => {
    const page = await request(server.url).get(`/bitexts/${id}/check`).expect(200);
    expect(page.text).toContain(`/check/file?bitext=${id}&amp;format=sarif`);
    const finding = /name="finding" value="(?<key>weekday[^"]*)"/u.exec(page.text)?.groups?.['key'] ?? '';
    expect(finding).not.toBe('');
    const send = (address: string, form: object) =>
      request(server.url).post(address).set('Origin', server.url).type('form').send(form);
    await send('/check/dismissals', { finding, bitext: id, where: 'here' }).expect(400);
    await send('/check/dismissals', { finding, bitext: id, where: 'here', reason: 'The mill moved its day' }).expect(
      303,
    );
    expect(String((await fileOf('csv')).body)).not.toContain('weekday');
    const dismissed = await request(server.url).get('/check').expect(200);
    const [, address = ''] = /action="(\/check\/dismissals\/\d+\/delete)"/u.exec(dismissed.text) ?? [];
    await send(address, {}).expect(303);
    expect(String((await fileOf('csv')).body)).toContain('weekday');
  });
});
