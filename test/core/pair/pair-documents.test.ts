import { describe, expect, it } from 'vitest';
import { type DocumentFeatures, documentFeatures } from '../../../src/core/pair/document-features.ts';
import { findVersions } from '../../../src/core/pair/find-versions.ts';
import { likenessOf } from '../../../src/core/pair/likeness.ts';
import { pairDocuments } from '../../../src/core/pair/pair-documents.ts';
import { wordMatcher } from '../../../src/core/pair/word-matcher.ts';
import { loadSeedLexicons } from '../../../src/intake/seed-lexicon.ts';
import { packs } from '../../support/packs.ts';

const seedFor = loadSeedLexicons();
const matchers = Object.fromEntries(['fr', 'ru'].map((to) => [to, wordMatcher(seedFor(packs('en'), packs(to)))]));
const wordsFor = (_from: string, to: string) => matchers[to]!;

function features(
  language: string,
  text: string,
  more: { published?: string; address?: string; versions?: string[] } = {},
) {
  const segments = text.split('\n').map((line, paragraph) => ({ text: line, paragraph }));
  return documentFeatures({ segments, pack: packs(language), ...more });
}

const BRIDGE = `Bridge at Torvik closed after cracks are found
The bridge at Torvik was closed on 4 March after engineers had found 17 cracks in its pillars.
Mayor Sergei Petrushin said the repair would cost €24.5 million and take 14 months.
Some 12,347 people cross it every day, and NATO uses it for heavy transport.`;
const PONT = `Le pont de Torvik fermé après la découverte de fissures
Le pont de Torvik a été fermé le 4 mars : des ingénieurs avaient trouvé 17 fissures dans ses piliers.
Selon le maire, Sergueï Petrouchine, la réparation coûtera 24,5 millions d'euros et durera 14 mois.
Quelque 12 000 personnes l'empruntent chaque jour, et l'OTAN y fait passer ses transports lourds.`;
/** The same people and place, another story. */
const FERRY = `À Torvik, le maire promet un bac
Le maire de Torvik, Sergueï Petrouchine, promet un bac gratuit à partir du 19 avril.
Il aura 62 places et coûtera 310 000 euros par an, a-t-il dit devant 450 habitants.
L'opposition parle d'une promesse de campagne, à 26 jours du scrutin.`;
const MOST = `Мост в Торвике закрыт из-за трещин
Мост в городе Торвик закрыли 4 марта: инженеры нашли в опорах 17 трещин.
Мэр Сергей Петрушин сказал, что ремонт обойдётся в 24,5 млн евро и займёт 14 месяцев.
Ежедневно по нему проезжают около 12 000 человек, а НАТО использует его для тяжёлых перевозок.`;

describe('likeness of two documents', () => {
  it.each([
    ['fr', PONT],
    ['ru', MOST],
  ])('is sure of a translation, across languages and scripts (%s), and says why', (language, text) => {
    const found = likenessOf(features('en', BRIDGE), features(language, text), { words: wordsFor('en', language) });
    expect(found).toMatchObject({ state: 'sure' });
    expect(found.reasons).toContainEqual({
      text: '{shared} of {all} numbers and dates in both',
      values: { shared: 5, all: 5 },
    });
  });

  it('does not take another story on the same people for one, but a page that is named as the version', () => {
    const words = wordsFor('en', 'fr');
    expect(likenessOf(features('en', BRIDGE), features('fr', FERRY), { words }).state).toBe('apart');
    const named = features('en', BRIDGE, { versions: ['https://torvik.example/fr/1'] });
    const page = features('fr', PONT, { address: 'https://torvik.example/fr/1' });
    expect(likenessOf(named, page, { words }).likeness).toBeGreaterThan(
      likenessOf(features('en', BRIDGE), page, { words }).likeness,
    );
  });
});

describe('pairs of two heaps', () => {
  const story = (n: number) => [
    `Village ${'abcdefgh'[n]}arvik elects ${n + 31} councillors\nOn ${n + 3} May ${200 + n * 7} voters came, the mayor Olaf Ber${'stkmnlpr'[n]}en said.`,
    `${'ABCDEFGH'[n]}arvik élit ${n + 31} conseillers\nLe ${n + 3} mai, ${200 + n * 7} électeurs sont venus, selon le maire Olaf Ber${'stkmnlpr'[n]}en.`,
  ];
  const stories = Array.from({ length: 8 }, (_, n) => story(n));
  const en = [...stories.map(([text = '']) => features('en', text)), features('en', BRIDGE)];
  const fr = [features('fr', FERRY), features('fr', PONT), ...stories.map(([, text = '']) => features('fr', text))];

  it('are each other’s best; a story on the same people stays alone', () => {
    const pairs = pairDocuments(en, fr, { wordsFor });
    expect(pairs.find(({ a }) => a === 8)).toMatchObject({ b: 1, state: 'sure' });
    expect(pairs.map(({ a, b }) => [a, b]).slice(0, 8)).toEqual(stories.map((_, n) => [n, n + 2]));
    expect(pairs).toHaveLength(9);
  });

  it('are doubtful where two are as likely', () => {
    const twice: DocumentFeatures[] = [...fr, features('fr', PONT.replace('lourds', 'militaires'))];
    expect(pairDocuments(en, twice, { wordsFor }).find(({ a }) => a === 8)).toMatchObject({ state: 'doubtful' });
  });
});

describe('versions within a heap', () => {
  it('are named by the fullest; a story told again with other numbers is none', () => {
    const later = BRIDGE.replace('4 March', '11 March')
      .replace('17', '29')
      .replace('24.5', '31')
      .replace('14', '20')
      .replace('12,347', '9,800');
    const heap = [
      BRIDGE.split('\n').slice(0, 3).join('\n'),
      later,
      `${BRIDGE}\nTrains are not affected.`,
      BRIDGE,
      FERRY,
    ];
    expect(findVersions(heap.map((text) => features('en', text)))).toEqual([2, 1, 2, 2, 4]);
  });
});
