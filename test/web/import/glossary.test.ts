import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { addConcepts } from '../../../src/app/glossary/add-concepts.ts';
import { allConcepts } from '../../../src/store/glossary/concepts.ts';
import { ownServer } from '../../support/server.ts';

const server = ownServer();

describe('the preview of a long glossary', () => {
  it('shows first what has to be decided, and leaves the rest to its default', async () => {
    const term = (text: string, language: string) => ({
      ...({ language, text, status: 'preferred', partOfSpeech: '', gender: '', note: '' } as const),
    });
    const there = {
      kind: 'term',
      definition: '',
      note: '',
      terms: [term('pier 598', 'en'), term('quai', 'fr')],
    } as const;
    await addConcepts(server.app, [there], { author: 'ann' });
    const text = `en,fr,note\n${Array.from({ length: 600 }, (_, i) => `pier ${i},jetée ${i},n${i}\n`).join('')}`;
    const preview = await request(server.url)
      .post('/glossary/preview')
      .attach('file', Buffer.from(text), 'piers.csv')
      .expect(200);
    const places = [...preview.text.matchAll(/name="at" value="(\d+)"/gu)].map((found) => Number(found[1]));
    expect(places).toHaveLength(500);
    expect(places.slice(0, 3)).toEqual([598, 0, 1]);
    expect(preview.text).toContain('100 more concepts are not shown');
    expect(preview.text).toContain('599 new');
    const fields = { text, name: 'piers.csv', at: ['598', '0'], decision: ['replace', 'skip'], leave: ['1 1'] };
    await request(server.url).post('/glossary/import').type('form').send(fields).expect(303);
    const texts = (await allConcepts(server.app.store.db)).map(({ terms }) => terms.map((one) => one.text).join(' = '));
    expect(texts).toHaveLength(599);
    expect(texts).toContain('pier 598 = jetée 598');
    expect(texts).toContain('pier 1');
    expect(texts).not.toContain('pier 0 = jetée 0');
    expect(texts).toContain('pier 599 = jetée 599');
  });
});
