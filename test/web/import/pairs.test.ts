import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { ownServer } from '../../support/server.ts';

const server = ownServer();
const agent = () => request(server.url);

describe('bringing in many files', () => {
  it('shows which make pairs, stores them, and reports each', async () => {
    // The types of supertest do not know the path of a file, which its form has.
    const send = (path: string) =>
      agent()
        .post(path)
        .attach('files', Buffer.from('The harbour is deep.'), { filepath: 'stories/en/a.txt' } as never)
        .attach('files', Buffer.from('Le port est profond.'), { filepath: 'stories/fr/a.txt' } as never)
        .attach('files', Buffer.from('Alone.'), { filepath: 'stories/en/b.txt' } as never)
        .attach('files', Buffer.from('One side'), { filepath: 'stories/c.en.txt' } as never)
        .attach('files', Buffer.alloc(4), { filepath: 'stories/c.fr.txt' } as never);
    const plan = (await send('/pairs/preview').expect(200)).text;
    expect(plan).toContain('2 pairs');
    expect(plan).toContain('<td>stories/en/a.txt</td><td>stories/fr/a.txt</td>');
    expect(plan).toContain('<li>stories/en/b.txt</li>');
    const done = (await send('/pairs').expect(200)).text;
    expect(done).toContain('1 pair stored');
    expect(done).toContain('1 refused');
    expect(done).toMatch(/<a href="\/bitexts\/\d+">stories\/en\/a\.txt/u);
    expect(done).toMatch(/stories\/c\.en\.txt, stories\/c\.fr\.txt: <span class="flag">\S/u);
    expect((await agent().post('/pairs').expect(400)).text).toContain('Choose a zip or a folder.');
  });
});
