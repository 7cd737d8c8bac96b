import { describe, expect, it } from 'vitest';
import { sortPair } from '../../../src/core/align/pages/sort-pair.ts';
import { splitParagraphs } from '../../../src/core/text/paragraphs.ts';
import { loadSeedLexicons } from '../../../src/intake/seed-lexicon.ts';
import { packs, shared } from '../../support/packs.ts';

const seeds = loadSeedLexicons();

function sorted(english: string, french: string) {
  const side = (text: string, language: string) => ({
    text,
    blocks: splitParagraphs(text, shared).map((span) => ({ ...span, role: 'paragraph' as const })),
    pack: packs(language),
    known: new Map(),
  });
  const [source, target] = [side(english, 'en'), side(french, 'fr')];
  const blocks = sortPair(source, target, seeds(source.pack, target.pack));
  const lines = (text: string, of: typeof blocks.source, left: boolean) =>
    of.flatMap(({ start, end, kind }) => ((kind === 'boilerplate') === left ? [text.slice(start, end)] : []));
  return {
    ...blocks,
    kept: [...lines(english, blocks.source, false), ...lines(french, blocks.target, false)],
    left: [...lines(english, blocks.source, true), ...lines(french, blocks.target, true)],
  };
}

const BODY = {
  en: [
    'The lighthouse at Porth Ennis was sold on Monday for a single pound, to the only bidder who came to the auction in the village hall.',
    'Its new owner, Martha Quill, 58, has to paint it every four years and to keep the lamp lit, although no ship has asked for it since 1998.',
    '“I have always wanted a house with one room on each floor,” she said on Tuesday, as she carried up the first of 30 boxes.',
  ],
  fr: [
    'Le phare de Porth Ennis a été vendu lundi pour une seule livre, à la seule personne venue à la vente aux enchères dans la salle du village.',
    'Sa nouvelle propriétaire, Martha Quill, 58 ans, doit le repeindre tous les quatre ans et garder la lampe allumée, bien qu’aucun navire ne l’ait demandé depuis 1998.',
    '« J’ai toujours voulu une maison avec une pièce par étage », a-t-elle dit mardi en montant la première de ses 30 caisses.',
  ],
};

describe('sortPair', () => {
  it('leaves out what stands around the article on both pages, each by its own', () => {
    const around = {
      above: ['Home', 'News', 'Weather', 'Sign in'],
      below: [
        'Share',
        'Most read',
        '1. Council bans the colour green',
        '2. Goat found on the roof of a bank',
        '© 2025 Ennis Post',
      ],
      aboveFr: ['Accueil > Monde > Europe', 'Se connecter'],
      belowFr: ['Partager', 'Sur le même sujet', 'Commentaires (14)', 'Mentions légales'],
    };
    const page = sorted(
      [...around.above, 'Lighthouse sold for one pound', ...BODY.en, ...around.below].join('\n\n'),
      [...around.aboveFr, 'Un phare vendu pour une livre', ...BODY.fr, ...around.belowFr].join('\n\n'),
    );
    expect(page.left).toEqual(
      Object.values(around)
        .flat()
        .sort((a, b) => page.left.indexOf(a) - page.left.indexOf(b)),
    );
    expect(page.kept).toEqual([
      'Lighthouse sold for one pound',
      ...BODY.en,
      'Un phare vendu pour une livre',
      ...BODY.fr,
    ]);
    expect(page.source.filter(({ kind }) => kind === 'headline')).toHaveLength(1);
    expect(page.source.filter(({ kind, reason }) => kind === 'boilerplate' && reason === null)).toEqual([]);
  });

  it('keeps every line of a list that is translated, though each is short', () => {
    const list = {
      en: ['What comes with the tower', 'One lamp, 1,000 watts', '214 steps', 'A key of 2 kilos', 'No lift'],
      fr: ['Ce qui va avec la tour', 'Une lampe, 1 000 watts', '214 marches', 'Une clé de 2 kilos', 'Pas d’ascenseur'],
    };
    const [first, second, third] = [0, 1, 2];
    const page = sorted(
      ['Lighthouse sold for one pound', BODY.en[first], BODY.en[second], ...list.en, BODY.en[third]].join('\n\n'),
      ['Un phare vendu pour une livre', BODY.fr[first], BODY.fr[second], ...list.fr, BODY.fr[third]].join('\n\n'),
    );
    expect(page.left).toEqual([]);
  });

  it('leaves a side alone that a person has looked through', () => {
    const text = 'Lighthouse sold for one pound\n\nShare\n\nThe lighthouse was sold on Monday.';
    const decided = splitParagraphs(text, shared).map((span) => ({ ...span, kind: 'body' as const, reason: null }));
    const source = { text, blocks: [], pack: packs('en'), known: new Map(), decided };
    const target = { ...source, text: 'Un phare vendu\n\nPartager\n\nLe phare a été vendu lundi.', pack: packs('fr') };
    const french = splitParagraphs(target.text, shared).map((span) => ({ ...span, role: 'paragraph' as const }));
    const blocks = sortPair(source, { ...target, blocks: french, decided: undefined }, new Map());
    expect(blocks.source).toEqual(decided);
    expect(blocks.target.map(({ kind }) => kind)).toContain('boilerplate');
  });
});
