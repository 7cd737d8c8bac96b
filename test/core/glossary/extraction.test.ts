import { describe, expect, it } from 'vitest';
import { candidates } from '../../../src/core/glossary/candidates.ts';
import { spanWords } from '../../../src/core/glossary/extraction/span-words.ts';
import { loadSeedLexicons } from '../../../src/intake/seed-lexicon.ts';
import { packs } from '../../support/packs.ts';

const seeds = loadSeedLexicons();

function proposed(to: string, ...pairs: readonly (readonly [string, string])[]) {
  const [from, other] = [packs('en'), packs(to)];
  return candidates(
    { segments: pairs.map(([source]) => source), pack: from },
    { segments: pairs.map(([, target]) => target), pack: other },
    pairs.map((_pair, i) => ({ source: [i], target: [i] })),
    { lexicon: seeds(from, other) },
  );
}

const entries = (to: string, ...pairs: readonly (readonly [string, string])[]) =>
  proposed(to, ...pairs).map(({ kind, source, target }) => `${kind}: ${source} = ${target}`);

describe('posts and bodies by their heads', () => {
  it.each([
    [
      'de',
      'Energy Minister Petra Lang resigned.',
      'Energieministerin Petra Lang trat zurück.',
      'role: Energy Minister = Energieministerin',
    ],
    [
      'de',
      'The Federal Insurance Court ruled on Monday.',
      'Das Bundesversicherungsgericht urteilte am Montag.',
      'organisation: Federal Insurance Court = Bundesversicherungsgericht',
    ],
    [
      'es',
      'Transport Minister Ana Vidal resigned.',
      'La ministra de Transportes, Ana Vidal, dimitió.',
      'role: Transport Minister = ministra de Transportes',
    ],
    [
      'ru',
      'Culture Minister Pavel Orlov resigned.',
      'Министр культуры Павел Орлов ушёл в отставку.',
      'role: Culture Minister = министр культуры',
    ],
    [
      'ar',
      'Energy Minister Karim Nasser resigned.',
      'واستقال وزير الطاقة كريم ناصر.',
      'role: Energy Minister = وزير الطاقة',
    ],
    [
      'zh',
      'The Ministry of Agriculture published a plan.',
      '农业部公布了计划。',
      'organisation: Ministry of Agriculture = 农业部',
    ],
    [
      'fr',
      'The Food and Energy Agency met.',
      'L’Agence de l’alimentation et de l’énergie s’est réunie.',
      'organisation: Food and Energy Agency = Agence de l’alimentation et de l’énergie',
    ],
  ])('%s: %s', (to, source, target, entry) => {
    expect(entries(to, [source, target])).toContain(entry);
  });

  it('are without the country that they are of', () => {
    expect(
      entries('fr', ['The Polish Finance Ministry agreed.', 'Le ministère polonais des Finances est d’accord.']),
    ).toContain('organisation: Finance Ministry = ministère des Finances');
  });

  it('end before a verb, a year and a name', () => {
    const found = entries('fr', [
      'He left the Green Party in 2019 and met the leaders of the Rural League.',
      'Il a quitté le Parti vert en 2019 et a rencontré les dirigeants de la Ligue rurale.',
    ]);
    expect(found).toContain('organisation: Green Party = Parti vert');
    expect(found.some((entry) => entry.includes('2019'))).toBe(false);
  });

  it('are a post and the body that it is in, and both together last', () => {
    const found = entries('es', [
      'The governor of the Bank of Iberia, Juan Soler, spoke.',
      'El gobernador del Banco de Iberia, Juan Soler, habló.',
    ]);
    expect(found).toEqual(
      expect.arrayContaining([
        'organisation: Bank of Iberia = Banco de Iberia',
        'person: Juan Soler = Juan Soler',
        'role: governor of the Bank of Iberia = gobernador del Banco de Iberia',
      ]),
    );
    expect(found.at(-1)).toContain('governor of the Bank');
  });
});

describe('the form of an entry', () => {
  it('is that of a dictionary', () => {
    const found = entries(
      'ru',
      ['He met Federal Tax Service officials.', 'Он встретился с Федеральной налоговой службой.'],
      ['She will travel with Andrei Sokolov.', 'Она поедет с Андреем Соколовым.'],
    );
    expect(found).toContain('organisation: Federal Tax Service = Федеральная налоговая служба');
    expect(found).toContain('person: Andrei Sokolov = Андрей Соколов');
  });

  it('is without an Arabic particle before it', () => {
    expect(entries('ar', ['He told the Ministry of Health.', 'قال لوزارة الصحة.'])).toContain(
      'organisation: Ministry of Health = وزارة الصحة',
    );
  });

  it('has the acronym with the name, and the gender that the text shows', () => {
    const found = proposed(
      'fr',
      ['The National Water Agency (NWA) is new.', 'L’Agence nationale de l’eau (ANE) est nouvelle.'],
      ['Health Minister Jeanne Roy spoke.', 'La ministre de la Santé, Jeanne Roy, a parlé.'],
    );
    const agency = found.find(({ source }) => source === 'National Water Agency');
    expect(agency?.acronyms).toEqual({ source: 'NWA', target: 'ANE' });
    expect(found.some(({ source }) => source === 'NWA')).toBe(false);
    expect(found.find(({ source }) => source === 'Health Minister')?.gender).toBe('feminine');
    expect(found.find(({ source }) => source === 'Jeanne Roy')?.gender).toBe('feminine');
  });
});

describe('a former post', () => {
  it('is proposed as the post, and a surname that is misspelt not at all', () => {
    const found = entries(
      'fr',
      ['Former Health Minister Ilse Hammarby left.', 'L’ancienne ministre de la Santé Ilse Hammarby est partie.'],
      ['Ms Hammarby spoke.', 'Mme Hammarbi a parlé.'],
    );
    expect(found).toContain('role: Health Minister = ministre de la Santé');
    expect(found.filter((entry) => /former|ancienne|Hammarbi/iu.test(entry))).toEqual([]);
  });
});

describe('names in scripts without capitals', () => {
  it.each([
    ['ar', 'Samir al-Haddad spoke on Sunday.', 'وتحدث سمير الحداد يوم الأحد.', 'person: Samir al-Haddad = سمير الحداد'],
    ['zh', 'Professor Zhang Weimin spoke.', '教授张伟民发表讲话。', 'person: Zhang Weimin = 张伟民'],
    [
      'zh',
      'The mayor met Norbert Hallgren.',
      '市长会见诺伯特·哈尔格伦。',
      'person: Norbert Hallgren = 诺伯特·哈尔格伦',
    ],
    ['ar', 'Nabil Abdelwahed left.', 'غادر نبيل عبد الواحد وتحدث.', 'person: Nabil Abdelwahed = نبيل عبد الواحد'],
    ['ar', 'A copy went to Farid Benhaddou.', 'أرسلت نسخة ولفريد بنحدو.', 'person: Farid Benhaddou = فريد بنحدو'],
  ])('%s: are found by their sound', (to, source, target, entry) => {
    expect(entries(to, [source, target])).toContain(entry);
  });
});

describe('words of a text without spaces', () => {
  it.each([
    ['外交部长期关注此事', '外交部'],
    ['外交部长访问北京', '部长'],
  ])('%s is cut by what is most likely', (text, word) => {
    const words = spanWords({ segments: [text], pack: packs('zh') }, 0).map(({ raw }) => raw);
    expect(words).toContain(word);
  });
});
