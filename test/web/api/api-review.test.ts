import { beforeAll, describe, expect, it } from 'vitest';
import { apiOf } from '../../support/api.ts';
import { importStory } from '../../support/app.ts';
import { ownServer } from '../../support/server.ts';

const server = ownServer();
let api: Awaited<ReturnType<typeof apiOf>>;
let bitext: string;

beforeAll(async () => {
  api = await apiOf(() => server.url);
  bitext = `/bitexts/${await importStory(server.app)}`;
});

const rowsNow = async () => (await api.ask('get', `${bitext}/rows`)).body.items;

describe('review by the API', () => {
  it('comments, answers, settles and deletes', async () => {
    const [row] = await rowsNow();
    const on = { side: 'target', segment: row.target[0].id };
    const { status, body } = await api.ask('post', `${bitext}/comments`, { ...on, text: ' Is it “port”? ' });
    expect([status, body]).toMatchObject([
      201,
      { row: row.id, comments: [{ ...on, text: 'Is it “port”?', own: true }] },
    ]);
    const thread = `${bitext}/comments/${body.comments[0].id}`;
    const answered = await api.ask('post', `${thread}/replies`, { text: 'Yes.' });
    expect(answered.body.comments).toMatchObject([{ replyTo: null }, { replyTo: body.comments[0].id, text: 'Yes.' }]);
    const settled = await api.ask('post', `${thread}/resolve`, { resolved: true });
    expect(settled.body.comments[0].resolved).toMatchObject({ name: '' });
    const first = await api.ask('get', `${bitext}/comments?limit=1`);
    expect(first.body.items).toEqual(settled.body.comments.slice(0, 1));
    const second = await api.ask('get', `${bitext}/comments?limit=1&cursor=${first.body.next}`);
    expect([second.body.items, second.body.next]).toEqual([settled.body.comments.slice(1), null]);
    await api.ask('delete', `${bitext}/comments/${second.body.items[0].id}`);
    expect((await api.ask('delete', thread)).status).toBe(204);
    expect((await api.ask('delete', thread)).body.code).toBe('not-found');
    expect((await api.ask('get', `${bitext}/comments`)).body.items).toEqual([]);
  });

  it('splits, moves, joins and rewrites, each taken back and done again', async () => {
    const before = await rowsNow();
    const [{ source, target }] = before;
    const edits = [
      { action: 'splitSegment', side: 'source', segment: source[0].id, offset: 8 },
      { action: 'join', side: 'source', segment: before[1].source[0].id },
      { action: 'move', side: 'target', segment: target[0].id, to: 'next' },
      { action: 'rewrite', side: 'target', segment: target[0].id, text: 'Le port, plus profond' },
      { action: 'merge', bead: before[0].id },
    ];
    for (const edit of edits) {
      const done = await api.ask('post', `${bitext}/edits`, edit);
      expect([edit.action, done.status, done.body.code]).toEqual([edit.action, 200, undefined]);
      await api.ask('post', `${bitext}/undo`);
      const texts = (await rowsNow()).map((row: typeof before) => [row.source, row.target]);
      expect(texts).toEqual(before.map((row: typeof before) => [row.source, row.target]));
    }
    expect((await api.ask('post', `${bitext}/redo`)).body.rows).toHaveLength(1);
    await api.ask('post', `${bitext}/undo`);
  });

  it('aligns again what somebody has laid out wrongly, as the preview says', async () => {
    const [{ id }] = await rowsNow();
    expect((await api.ask('get', `${bitext}/realign?row=${id}`)).body.code).toBe('bad-request');
    const wrong = (await api.ask('post', `${bitext}/edits`, { action: 'merge', bead: id })).body.rows[0];
    const { key, passages } = (await api.ask('get', `${bitext}/realign?row=${wrong.id}`)).body;
    expect([passages[0].now.length, passages[0].proposed.length]).toEqual([1, 2]);
    const stale = await api.ask('post', `${bitext}/realign`, { row: wrong.id, key: 'old' });
    expect(stale.body.code).toBe('conflict');
    expect((await api.ask('post', `${bitext}/realign`, { row: wrong.id, key })).body.rows).toHaveLength(5);
    const again = (await api.ask('post', `${bitext}/edits`, { action: 'merge', bead: (await rowsNow())[0].id })).body
      .rows[0];
    expect((await api.ask('post', `${bitext}/proposal`, { rows: [again.id] })).body.rows).toHaveLength(2);
  });

  it('replaces a text where the preview found it, and tells the history', async () => {
    const query = new URLSearchParams({ find: 'port', with: 'bassin', word: 'true' });
    const { count, key, items } = (await api.ask('get', `${bitext}/replacements?${query}`)).body;
    expect([count, items.map(({ to }: { to: string }) => to)]).toEqual([
      2,
      ['Le bassin sera approfondi', 'Le bassin de Brant sera approfondi l’an prochain.'],
    ]);
    const texts = { find: 'port', with: 'bassin', word: true };
    expect((await api.ask('post', `${bitext}/replacements`, texts)).body.code).toBe('bad-request');
    const replacements = [{ segment: items[0].segment, key: items[0].key }];
    expect((await api.ask('post', `${bitext}/replacements`, { ...texts, replacements })).body.rows).toHaveLength(1);
    expect((await api.ask('post', `${bitext}/replacements`, { ...texts, all: { key } })).body.code).toBe('conflict');
    const [last] = (await api.ask('get', `${bitext}/history`)).body.items;
    expect(last).toMatchObject({ own: true, stands: true, text: { after: 'Le bassin sera approfondi' } });
    expect((await api.ask('post', `${bitext}/history`, { seq: last.seq })).body).toEqual({ undone: 1 });
    expect((await api.ask('get', `${bitext}/replacements?${query}`)).body.count).toBe(2);
  });

  it('confirms by confidence', async () => {
    const { count } = (await api.ask('get', `${bitext}/confirm-by-confidence?from=0.1`)).body;
    const done = await api.ask('post', `${bitext}/confirm-by-confidence`, { from: 0.1 });
    expect(done.body.rows).toHaveLength(count);
    expect((await api.ask('post', `${bitext}/confirm-by-confidence`, { from: 0.1 })).body.code).toBe('bad-request');
    await api.ask('post', `${bitext}/undo`);
  });

  it('checks by profiles of one’s own, and lets findings be dismissed', async () => {
    const pattern = { name: 'Say quai', searches: [{ side: 'target', expression: 'port' }] };
    const made = await api.ask('post', '/check-profiles', { name: 'House', patterns: [pattern] });
    expect(made.body).toMatchObject({ name: 'House', active: false, patterns: [{ isOn: true, severity: 'warning' }] });
    const { id } = made.body;
    const endless = { name: 'Endless', searches: [{ side: 'target', expression: '(a+)+$' }] };
    const refused = await api.ask('post', '/check-profiles', { name: 'House', patterns: [endless] });
    expect(refused.body.code).toBe('bad-input');
    await api.ask('put', '/check-profiles/active', { profile: id });
    expect((await api.ask('get', `/check-profiles/${id}`)).body.active).toBe(true);
    expect((await api.ask('get', `${bitext}/findings`)).body.items).toContainEqual(
      expect.objectContaining({ code: 'pattern' }),
    );
    const found = (await api.ask('get', '/findings?code=pattern')).body;
    expect(found.items[0]).toMatchObject({ code: 'pattern', bitext: Number(bitext.split('/').at(-1)) });
    await api.ask('post', '/dismissals', { finding: found.items[0].same, reason: 'It is a port.' });
    expect((await api.ask('get', '/findings?code=pattern')).body.count).toBeLessThan(found.count);
    const [dismissed] = (await api.ask('get', '/dismissals')).body.items;
    expect(dismissed).toMatchObject({ bitext: null, reason: 'It is a port.' });
    await api.ask('delete', `/dismissals/${dismissed.id}`);
    expect((await api.ask('get', '/findings?code=pattern')).body.count).toBe(found.count);
    const file = JSON.stringify({ visavisChecks: 1, name: 'Other', levels: { pattern: 'off' }, patterns: [] });
    const imported = await api.ask('post', '/check-profiles/import', { name: 'other.json', content: file });
    expect(imported.body.profile.levels).toEqual({ pattern: 'off' });
    await api.ask('delete', `/check-profiles/${id}`);
    expect((await api.ask('get', '/check-profiles')).body.items).toEqual([imported.body.profile]);
  });

  it('proposes terms, takes them into the glossary or rejects them, and finds where words stand', async () => {
    const { items } = (await api.ask('get', `${bitext}/candidates`)).body;
    const [first] = items;
    expect((await api.ask('get', '/candidates')).body.items).toEqual(items);
    const pair = { source: first.source, target: first.target };
    await api.ask('post', `${bitext}/candidates/reject`, pair);
    expect((await api.ask('get', `${bitext}/candidates`)).body).toMatchObject({ rejected: 1 });
    await api.ask('post', `${bitext}/candidates/unreject`, pair);
    const taken = await api.ask('post', `${bitext}/candidates`, { ...pair, kind: first.kind });
    expect((await api.ask('get', `${bitext}/candidates`)).body).toMatchObject({ known: 1, rejected: 0 });
    const uses = (await api.ask('get', `/concepts/${taken.body.concept}/uses`)).body;
    expect([uses.complete, uses.items[0].text, uses.items[0].total > 0]).toEqual([true, first.source, true]);
    const { body } = await api.ask('get', '/concordance?q=harbour&language=en');
    expect(body.items[0].source).toContainEqual({ text: 'Harbour', marked: true });
    expect((await api.ask('get', '/concordance?q=harbour&status=nonsense')).body.code).toBe('bad-request');
    const sentence = 'The harbour of Brant will be deepened next year.';
    const looked = await api.ask('get', `/lookup?${new URLSearchParams({ q: sentence, from: 'en', to: 'fr' })}`);
    expect(looked.body.items[0]).toMatchObject({ score: 100, source: sentence });
  });

  it('has asked for everything of review that the document names', () => {
    expect(api.unasked('review')).toEqual([]);
  });
});
