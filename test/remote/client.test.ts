import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { type OpenAPIClient, OpenAPIClientAxios } from 'openapi-client-axios';
import { aligned, answerOf, connect, everyItem, Refused, type VisavisClient } from 'visavis/client';
import { beforeAll, describe, expect, it } from 'vitest';
import { ENDPOINTS } from '../../src/web/api/endpoints.ts';
import { fingerprintOf, openApi } from '../../src/web/api/openapi.ts';
import { STORY } from '../support/app.ts';
import { member } from '../support/desk.ts';
import { ownServer } from '../support/server.ts';

const server = ownServer();
const story = { source: { text: STORY.en, language: 'en' }, target: { text: STORY.fr, language: 'fr' } };

describe('the client in the package', () => {
  let client: VisavisClient;
  beforeAll(() => {
    client = connect({ server: server.url });
  });

  it('is of the document as it is', () => {
    const [, made = ''] = readFileSync('src/remote/schema.ts', 'utf8').split('\n');
    expect(made, 'run: npm run make:api-client').toBe(`// ${fingerprintOf(openApi(ENDPOINTS))}`);
  });

  it('aligns two texts, confirms a row and exports it', async () => {
    const { id } = answerOf(
      await client.POST('/bitexts', {
        body: { ...story, title: 'Harbour' },
        params: { header: { 'Idempotency-Key': 'one' } },
      }),
    );
    const bitext = await aligned(client, id);
    expect([bitext.state, bitext.title]).toEqual(['ready', 'Harbour']);
    const path = { path: { id } };
    const rows = [];
    for await (const row of everyItem((page) =>
      client.GET('/bitexts/{id}/rows', { params: { ...path, query: { ...page, limit: 2 } } }),
    ))
      rows.push(row);
    expect(rows.map(({ source }) => source[0]?.text.slice(0, 10))).toEqual([
      'Harbour to',
      'The harbou',
      'Work start',
      '"We waited',
      'The town c',
    ]);
    const [first] = rows;
    const edit = { action: 'setStatus' as const, beads: [first!.id], status: 'confirmed' as const };
    const seen = { [first!.id]: first!.version };
    const done = answerOf(await client.POST('/bitexts/{id}/edits', { params: path, body: { ...edit, seen } }));
    expect(done.rows.map(({ status }) => status)).toEqual(['confirmed']);
    const exported = await client.GET('/bitexts/{id}/export', {
      params: { ...path, query: { format: 'tmx', status: 'confirmed' } },
      parseAs: 'text',
    });
    expect(answerOf(exported).match(/<tu[ >]/gu)).toHaveLength(1);
  });

  it('throws what is refused, in the language that was asked for, and what another program answers', async () => {
    const french = connect({ server: `${server.url}/`, language: 'fr' });
    const missing = await french.GET('/bitexts/{id}', { params: { path: { id: 99 } } });
    expect(() => answerOf(missing)).toThrow('introuvable');
    const proxy = connect({ server: server.url, fetch: async () => new Response('<html>', { status: 502 }) });
    const error = await proxy
      .GET('/bitexts')
      .then(answerOf)
      .catch((one: unknown) => one);
    expect(error).toMatchObject({ status: 502, problem: null });
    expect(error).toBeInstanceOf(Refused);
  });
});

describe('clients of others', () => {
  it('take the document: a validator finds it valid', async () => {
    const document = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as Record<string, unknown>;
    expect(await new Validator().validate(document)).toEqual({ valid: true });
  });

  it('made from the document alone: one aligns, confirms and exports', async () => {
    const api = new OpenAPIClientAxios({ definition: `${server.url}/api/openapi.json` });
    const client = await api.getClient<OpenAPIClient & Record<string, OpenAPIClient['put']>>();
    client.defaults.baseURL = new URL(client.defaults.baseURL ?? '', server.url).href;
    const operation = (name: string) => client[name]! as unknown as Operation;
    const { data: made } = await operation('postBitexts')(null, story);
    for (let state = ''; state !== 'ready'; )
      ({
        data: { state },
      } = await operation('getBitext')({ id: made.id }));
    const { data: rows } = await operation('getBitextsRows')({ id: made.id, limit: 2 });
    const [{ id, version }] = rows.items;
    const edit = { action: 'setStatus', beads: [id], status: 'confirmed', seen: { [id]: version } };
    const { data: done } = await operation('postBitextsEdits')({ id: made.id }, edit);
    expect(done.rows).toMatchObject([{ id, status: 'confirmed' }]);
    const { data: file } = await operation('getBitextsExport')({ id: made.id, format: 'tsv', status: 'confirmed' });
    expect(file).toMatch(/^Harbour to be deepened\tLe port sera approfondi\t[\d.]+\tconfirmed\n$/u);
  });
});

describe('where there are accounts', () => {
  // Last, since from the first account on nobody else gets in.
  it('the client needs a token, and may what its account may', async () => {
    const { body } = await (await member(server.app, server.url, 'Ida', ['administrator'])).post('/account/tokens', {
      name: 'client',
      scope: 'read',
      days: '30',
    });
    const token = /class="link-field" readonly value="([\w-]{43})"/u.exec(body)?.[1];
    const refusal = async (given?: string) =>
      answerOf(await connect({ server: server.url, token: given }).POST('/bitexts', { body: story }));
    await expect(refusal()).rejects.toMatchObject({ status: 401 });
    await expect(refusal(token)).rejects.toMatchObject({ status: 403 });
    expect(answerOf(await connect({ server: server.url, token }).GET('/bitexts')).items).toHaveLength(2);
  });
});

// What an operation answers is for its document to say.
// biome-ignore lint/suspicious/noExplicitAny: a client that is made at run time has no types
type Operation = (parameters: object | null, body?: object) => Promise<{ data: any }>;
