import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { importStory, STORY } from '../../support/app.ts';
import { ownServer } from '../../support/server.ts';

const server = ownServer();
const agent = () => request(server.url);
const unescaped = (html: string) => html.replaceAll('&#34;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
const held = (page: string, name: string) =>
  unescaped(new RegExp(`name="${name}"[^>]*? value="([^"]*)"`, 'u').exec(page)?.[1] ?? '');

const RECIPE =
  'Une soupe aux poireaux\n\nLavez les poireaux et coupez-les en rondelles. Faites fondre le beurre dans une casserole. Ajoutez les légumes et laissez-les suer dix minutes.\n\nVersez l’eau chaude. Salez, poivrez et laissez cuire à petit feu. Servez avec du pain grillé et un peu de crème.';

async function inspected(source: string, target: string): Promise<string> {
  const form = agent().post('/bitexts/inspect').field('sourceText', source).field('targetText', target);
  return unescaped((await form.expect(200)).text);
}

describe('two sides, before they are sent', () => {
  it('are said to be in which language, how long and what, and that they belong together', async () => {
    const text = await inspected(STORY.en, `${STORY.fr}\n\nPartager`);
    expect(text).toMatch(/<strong>English<\/strong>\s*·\s*6 sentences/u);
    expect(text).toMatch(/<strong>French<\/strong>\s*·\s*5 sentences\s*·\s*1 line left out/u);
    expect(text).toContain('Le port sera approfondi');
    expect(text).toContain('These texts look like translations of each other.');
  });

  it('are told apart where they are no translations of each other', async () => {
    const text = await inspected(STORY.en, RECIPE);
    expect(text).toContain('These texts may not be translations of each other.');
    expect(text).not.toContain('These texts look like');
    const form = agent().post('/bitexts/drop').field('sourceText', STORY.en).field('targetText', RECIPE);
    expect((await form.expect(200)).text).toContain('These texts may not be translations of each other.');
  });

  it('may be one alone, and say what is wrong with it', async () => {
    expect(await inspected(STORY.en, '')).toMatch(/data-about="target">\s*<\/div>/u);
    const { text } = await agent()
      .post('/bitexts/inspect')
      .attach('sourceFile', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), 'story.docx')
      .field('targetText', STORY.fr)
      .expect(200);
    expect(text).toContain('story.docx');
    expect(text).toContain('<strong>French</strong>');
  });

  it('are said to be there already, the other way round, too', async () => {
    const id = await importStory(server.app);
    const text = await inspected(STORY.fr, STORY.en);
    expect(text).toContain('These very texts are a bitext already, the other way round:');
    expect(text).toContain(`href="/bitexts/${id}"`);
  });
});

describe('the preview of a long text', () => {
  const lines = (word: string) =>
    Array.from({ length: 1500 }, (_, i) => `${word} ${i} is told in a sentence of its own.`);
  const preview = (fields: Readonly<Record<string, string>>) => {
    let form = agent().post('/bitexts/preview');
    for (const [name, value] of Object.entries(fields)) form = form.field(name, value);
    return form.expect(200);
  };

  it('shows its beginning and end, the rest folded, and what is chosen in it stays', async () => {
    const { text } = await preview({
      sourceText: lines('Story').join('\n\n'),
      targetText: lines('Récit').join('\n\n'),
      targetLanguage: 'fr',
    });
    const elements = (page: string) => page.match(/<\w+/gu)?.length ?? 0;
    expect(elements(text)).toBeLessThan(3000);
    expect(text).toContain('Story 1499 is told');
    expect(text).not.toContain('Story 700 is told in a sentence of its own.</p>');
    const fold = held(text, 'unfold') || (/name="unfold" value="([^"]+)"/u.exec(text)?.[1] ?? '');
    const fields = Object.fromEntries(
      ['title', 'source', 'target', 'sourceLanguage', 'targetLanguage'].map((name) => [name, held(text, name)]),
    );
    const more = await agent()
      .post('/bitexts/unfold')
      .type('form')
      .send({ ...fields, sourceOut3: 'on', unfold: fold })
      .expect(200);
    expect(more.text).toContain('>Story 100 is told in a sentence of its own.</p>');
    expect(more.text).toContain('1,275 lines are folded.');
    expect(JSON.parse(held(more.text, 'source')).blocks[3].kind).toBe('boilerplate');
    const kinds = await agent()
      .post('/bitexts/unfold')
      .type('form')
      .send({ ...fields, allKinds: 'on' })
      .expect(200);
    expect(kinds.text).toMatch(/<select name="sourceKind3"/u);
    expect(kinds.text).not.toContain('type="checkbox"');
  });
});
