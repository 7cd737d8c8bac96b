import { describe, expect, it } from 'vitest';
import { importTable } from '../../../src/app/import/import-table.ts';
import { inEnglish } from '../../../src/core/translator.ts';
import { bytes } from '../../support/chunks.ts';
import fc from '../../support/random-cases.ts';
import { app, imported, rows, tmx, tuv } from '../../support/round-trip.ts';

describe('texts of a unit in one language', () => {
  it('become rows, the source again with each', async () => {
    const { id, codes } = await imported(
      'm.tmx',
      tmx(`<tu>${tuv('en', 'Hello.')}${tuv('fr', 'Bonjour.')}${tuv('fr', 'Salut.')}</tu>`),
    );
    expect(await rows(id)).toEqual(['confirmed: Hello. = Bonjour.', 'confirmed: Hello. = Salut.']);
    expect(codes).toEqual(['variants-as-rows']);
  });

  it('of another script or variety are named, and never the source itself', async () => {
    const text = tmx(
      `<tu>${tuv('en-US', 'Color.')}${tuv('zh-TW', '顏色')}</tu><tu>${tuv('en-US', 'Honor.')}${tuv('zh-CN', '荣誉')}</tu>`,
    );
    const { id, messages } = await imported('m.tmx', text, { from: 'en', to: 'zh-Hans' });
    expect(await rows(id)).toEqual(['proposed: Color. = ', 'confirmed: Honor. = 荣誉']);
    expect(messages[0]).toContain('zh-TW');
    await expect(imported('m.tmx', text, { from: 'en', to: 'fr' })).rejects.toMatchObject({
      message: /m.tmx has no unit in these two languages. Wanted: en, fr. The file also has zh-TW, zh-CN./u,
    });
    await expect(imported('m.tmx', text, { from: 'en', to: 'en' })).rejects.toThrow('are in one language');
  });

  it('are told apart by their varieties where a memory has no other language', async () => {
    const text = tmx(`<tu>${tuv('en-US', 'Color.')}</tu><tu>${tuv('en-US', 'Honor.')}${tuv('en-GB', 'Honour.')}</tu>`);
    const { id } = await imported('m.tmx', text);
    expect(await rows(id)).toEqual(['proposed: Color. = ', 'confirmed: Honor. = Honour.']);
  });
});

describe('a table', () => {
  it('says its statuses in other words, and what it does not know is named', async () => {
    const text =
      'source,target,status,confidence,id\nOne,Un,approved,0.5,1\nTwo,Deux,Draft,,2\nThree,Trois,lila,7,3\nFour,Quatre,,,4\n';
    const { id, findings } = await importTable(app, { name: 'a.csv', bytes: bytes(text), from: 'en', to: 'fr' });
    expect(await rows(id)).toEqual([
      'confirmed: One = Un',
      'proposed: Two = Deux',
      'proposed: Three = Trois',
      'confirmed: Four = Quatre',
    ]);
    expect(findings.map(({ message }) => inEnglish(message))).toEqual([
      'Left out, having no place here: column “id” (4), status “lila” (1) and confidence “7” (1).',
    ]);
  });
});

describe('letters', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'é', '字', '١', ' ', '-', '\n'), maxLength: 8 });
  const language = fc.constantFrom('en', 'en-US', 'fr', 'de', '');

  it('are all stored or named, whatever a memory holds', { timeout: 60_000 }, async () => {
    const variant = fc.tuple(language, text).map(([tag, words]) => tuv(tag, words, '', `<note>${words}</note>`));
    const units = fc.array(
      fc.array(variant, { maxLength: 4 }).map((some) => `<tu><prop type="p">x</prop>${some.join('')}</tu>`),
      { maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(units, async (some) => {
        const { codes } = await imported(
          'm.tmx',
          tmx(`${some.join('')}<tu>${tuv('en', 'One')}${tuv('fr', 'Un')}</tu>`),
          { from: 'en', to: 'fr' },
        );
        expect(codes).not.toContain('letters-missing');
      }),
      { numRuns: 60 },
    );
  });
});
