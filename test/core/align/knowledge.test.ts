import { describe, expect, it } from 'vitest';
import { align, alignAll } from '../../../src/core/align/align.ts';
import { lexiconOf, mergedLexicon, seedLexicon } from '../../../src/core/align/model/lexicon.ts';
import { shapes } from '../../support/notation.ts';
import { packs } from '../../support/packs.ts';

const [EN, FR] = [packs('en'), packs('fr')];
const side = (pack: typeof EN, ...segments: string[]) => ({ pack, segments });

describe('a lexicon', () => {
  it('is made for each language pair of the seed concepts, by stems', () => {
    const lexicon = seedLexicon(
      [
        { en: ['house', 'houses'], fr: ['maison'] },
        { en: ['two words'], fr: ['mot'] },
      ],
      EN,
      FR,
    );
    expect([...lexicon]).toEqual([['house', new Map([['maiso', 1]])]]);
  });

  it('decides where lengths and look-alikes cannot', () => {
    const source = side(
      EN,
      'Nobody in the valley remembered why an old dog slept by the gate.',
      'The bird sings.',
      'The cat eats.',
    );
    const target = side(FR, 'Un oiseau a chanté.', 'Un chat a mangé.');
    const words = [
      { source: 'bird', target: 'oiseau', weight: 1 },
      { source: 'sings', target: 'chanté', weight: 1 },
      { source: 'cat', target: 'chat', weight: 1 },
      { source: 'eats', target: 'mangé', weight: 1 },
    ];
    expect(shapes(align(source, target, { lexicon: lexiconOf(words, EN, FR) }).beads)).toBe('1-0 1-1 1-1');
  });

  it('takes the larger weight where several agree', () => {
    const one = lexiconOf([{ source: 'cat', target: 'chat', weight: 0.3 }], EN, FR);
    const two = lexiconOf([{ source: 'cat', target: 'chat', weight: 0.7 }], EN, FR);
    expect(mergedLexicon([one, two]).get('cat')?.get('chat')).toBe(0.7);
  });
});

describe('alignAll', () => {
  const gibberish = (words: readonly number[], letter: string) =>
    `${words.map((w) => letter.repeat(2) + String.fromCharCode(97 + (w % 26), 97 + ((w * 7) % 26))).join(' ')}.`;
  const sentences = Array.from({ length: 60 }, (_, k) =>
    Array.from({ length: 5 }, (_, i) => (k * 31 + i * 17 + (k % 7) * i) % 40),
  );
  const source = sentences.map((words) => gibberish(words, 'x'));
  const target = sentences.map((words) => gibberish(words, 'z'));
  // The last text lacks its first sentence; lengths say nothing.
  const late = { source: side(EN, ...source.slice(50, 54)), target: side(FR, ...target.slice(51, 54)) };

  it('lets one text learn from another', () => {
    const early = { source: side(EN, ...source.slice(0, 50)), target: side(FR, ...target.slice(0, 50)) };
    const [, pooled] = alignAll([early, late]);
    expect(shapes(pooled?.beads ?? [])).toBe('1-0 1-1 1-1 1-1');
  });

  it('learns from what was confirmed before', () => {
    const memory = source.slice(0, 50).map((text, k) => [text, target[k] ?? ''] as const);
    expect(shapes(alignAll([late], { memory })[0]?.beads ?? [])).toBe('1-0 1-1 1-1 1-1');
  });

  it('keeps fixed beads and aligns what stands between them', () => {
    const pair = {
      source: side(EN, 'Alpha one.', 'Beta two.', 'Gamma three.', 'Delta four.'),
      target: side(FR, 'Alpha un.', 'Beta deux.', 'Gamma trois.', 'Delta quatre.'),
      fixed: [{ source: [1, 2], target: [1] }],
    };
    const beads = alignAll([pair])[0]?.beads ?? [];
    expect(shapes(beads)).toBe('1-1 2-1 0-1 1-1');
    expect(beads[1]?.confidence).toBe(1);
  });

  it('keeps a fixed bead that crosses, and every segment in one bead', () => {
    const pair = {
      source: side(EN, 'Alpha one.', 'Beta two.', 'Gamma three.'),
      target: side(FR, 'Gamma trois.', 'Alpha un.', 'Beta deux.'),
      fixed: [
        { source: [0], target: [1] },
        { source: [2], target: [0] },
      ],
    };
    const beads = alignAll([pair])[0]?.beads ?? [];
    expect(beads.flatMap((bead) => bead.source).toSorted()).toEqual([0, 1, 2]);
    expect(beads.flatMap((bead) => bead.target).toSorted()).toEqual([0, 1, 2]);
    expect(beads).toContainEqual({ source: [2], target: [0], confidence: 1 });
  });
});

describe('fixed beads that are no walls', () => {
  const texts = {
    source: side(EN, 'Alpha one.', 'Beta two.', 'Gamma three.', 'Delta four.'),
    target: side(FR, 'Alpha un.', 'Une phrase de plus.', 'Beta deux.', 'Gamma trois.', 'Delta quatre.'),
  };

  it('stand where their side has them: one without a source stays between its neighbours', () => {
    const [found] = alignAll([{ ...texts, fixed: [{ source: [], target: [1] }] }]);
    expect(shapes(found?.beads ?? [])).toBe('1-1 0-1 1-1 1-1 1-1');
  });

  it('stand there with walls on either side, too', () => {
    const fixed = [
      { source: [0], target: [0] },
      { source: [], target: [1] },
      { source: [1], target: [2] },
      { source: [3], target: [4] },
    ];
    const [found] = alignAll([{ ...texts, fixed }]);
    expect(found?.beads.map(({ target }) => target)).toEqual([[0], [1], [2], [3], [4]]);
  });

  it('do not keep the others apart where one of them crosses all', () => {
    const crossed = { source: [0], target: [4] };
    const [found] = alignAll([
      { ...texts, fixed: [crossed, { source: [1], target: [2] }, { source: [2], target: [3] }] },
    ]);
    expect(found?.beads.find(({ source }) => source.includes(3))?.target).not.toContain(4);
    expect(found?.beads.flatMap(({ source }) => source)).toEqual([0, 1, 2, 3]);
    expect(found?.beads.flatMap(({ target }) => target).toSorted()).toEqual([0, 1, 2, 3, 4]);
  });
});

describe('moved sentences', () => {
  it('are brought together where they belong strongly', () => {
    const moved = 'Inspector Marguerite Delacroix found 4,200 stolen coins in Valparaiso in 1987.';
    const source = side(
      EN,
      moved,
      'The museum opens on Monday at 9.',
      'Tickets cost 12 euros.',
      'Children under 6 enter free.',
    );
    const target = side(
      FR,
      'Le musée ouvre lundi à 9 heures.',
      'Les billets coûtent 12 euros.',
      'Les enfants de moins de 6 ans entrent gratuitement.',
      'L’inspectrice Marguerite Delacroix a retrouvé 4 200 pièces volées à Valparaiso en 1987.',
    );
    const { beads } = align(source, target);
    expect(beads.map((bead) => [bead.source, bead.target])).toContainEqual([[0], [3]]);
  });
});

describe('parallelism', () => {
  const english = [
    'Lavrov spoke in Moscow on Monday.',
    'The dam cost 2.4 billion dollars in 2022.',
    'Pushkin lived in Odessa until 1824.',
    'Tickets for Berlin cost 12 euros.',
    'Maria Torres visited Madrid in May.',
  ];
  const french = [
    'Lavrov a parlé lundi à Moscou.',
    'Le barrage a coûté 2,4 milliards de dollars en 2022.',
    'Pouchkine a vécu à Odessa jusqu’en 1824.',
    'Les billets pour Berlin coûtent 12 euros.',
    'Maria Torres a visité Madrid en mai.',
  ];
  const other = [
    'La soupe est prête.',
    'Il pleut encore ce soir sur les toits.',
    'Ma tante aime les chats gris.',
    'Personne ne répond au téléphone.',
    'Le vent souffle fort.',
  ];

  it('is high for a translation and low for another text', () => {
    expect(align(side(EN, ...english), side(FR, ...french)).parallelism).toBeGreaterThan(0.6);
    expect(align(side(EN, ...english), side(FR, ...other)).parallelism).toBeLessThan(0.4);
  });

  it('is unknown where there are too few rows', () => {
    expect(align(side(EN, 'One.'), side(FR, 'Un.')).parallelism).toBeNull();
  });
});
