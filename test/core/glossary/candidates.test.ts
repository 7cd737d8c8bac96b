import { describe, expect, it } from 'vitest';
import { candidates } from '../../../src/core/glossary/candidates.ts';
import { postBeside } from '../../../src/core/glossary/posts.ts';
import { loadSeedLexicons } from '../../../src/intake/seed-lexicon.ts';
import { packs } from '../../support/packs.ts';

const [en, fr] = [packs('en'), packs('fr')];
const lexicon = loadSeedLexicons()(en, fr);

function proposed(...pairs: readonly (readonly [string, string])[]) {
  return candidates(
    { segments: pairs.map(([source]) => source), pack: en },
    { segments: pairs.map(([, target]) => target), pack: fr },
    pairs.map((_pair, i) => ({ source: [i], target: [i] })),
    { lexicon },
  ).map(({ kind, source, target }) => `${kind}: ${source} = ${target}`);
}

describe('proposed entries', () => {
  it('are names spelt alike, without a title or where they come from', () => {
    expect(
      proposed([
        'On Monday Carlos Mendoza of Marivia met Rustam Aliyev.',
        'Lundi, Carlos Mendoza a rencontré M. Rustam Aliev.',
      ]),
    ).toEqual(
      expect.arrayContaining(['person: Carlos Mendoza = Carlos Mendoza', 'person: Rustam Aliyev = Rustam Aliev']),
    );
  });

  it('are bodies, whose name in French goes on in lower case', () => {
    const found = proposed(
      ['The Constitutional Council met in the morning.', 'Le Conseil constitutionnel s’est réuni le matin.'],
      [
        'A report by the General Inspectorate of the National Police (IGPN) was published.',
        'Un rapport de l’Inspection générale de la police nationale (IGPN) a été publié.',
      ],
      ['He left the Liberal Party in 2020.', 'Il a quitté le Parti libéral en 2020.'],
    );
    expect(found).toEqual(
      expect.arrayContaining([
        'organisation: Constitutional Council = Conseil constitutionnel',
        'organisation: General Inspectorate of the National Police = Inspection générale de la police nationale',
        'organisation: Liberal Party = Parti libéral',
      ]),
    );
  });

  it('are posts beside a person on both sides', () => {
    expect(
      proposed([
        'The chief executive officer, Piotr Zielinski, resigned.',
        'Le directeur général, Piotr Zielinski, a démissionné.',
      ]),
    ).toContain('role: chief executive officer = directeur général');
  });

  it('are no days, adjectives of countries or first words', () => {
    expect(
      proposed(
        ['Earlier Tuesday the North Korean leader spoke.', 'Tôt mardi, le dirigeant nord-coréen a parlé.'],
        ['Nobody came.', 'Personne n’est venu.'],
      ),
    ).toEqual([]);
  });
});

describe('a post beside a person', () => {
  it.each([
    ['Aéronor’s chief executive officer, Ann Lee, spoke.', 'chief executive officer'],
    ['Le directeur général d’Aéronor, Ann Lee, a parlé.', 'directeur général'],
    ['Un homme a vu la procureure de la ville, Ann Lee.', 'procureure de la ville'],
    ['Ann Lee, maire de Kermont, a parlé.', 'maire'],
    ['His brother, Ann Lee, spoke.', null],
    ['Ann Lee spoke.', null],
    ['The man who had been seen that night, Ann Lee', null],
  ])('%s', (text, post) => {
    const start = text.indexOf('Ann Lee');
    expect(postBeside(text, { text: 'Ann Lee', segment: 0, start, end: start + 7 }, packs('en'))?.text ?? null).toBe(
      post,
    );
  });
});
