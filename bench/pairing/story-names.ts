import { readFileSync } from 'node:fs';
import type { Random } from '../page-training/random.ts';

/** The languages of the made stories, in the order in which names have their forms. */
export const STORY_LANGUAGES = ['en', 'fr', 'de', 'es', 'ru', 'zh'] as const;
export type StoryLanguage = (typeof STORY_LANGUAGES)[number];

/** A name as each language writes it. */
export type NameForms = Readonly<Record<StoryLanguage, string>>;
type NameKind = 'first' | 'last' | 'place' | 'country' | 'acronym';

const byKind = new Map<NameKind, NameForms[]>();
for (const line of readFileSync(new URL('../../../bench/data/pairing/names.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')) {
  const [forms = '', kind] = line.split('\t') as [string, NameKind];
  const [en = '', ...others] = forms.split('|');
  const named = Object.fromEntries(
    STORY_LANGUAGES.map((language, i) => [language, i === 0 ? en : (others[i - 1] ?? en)]),
  );
  byKind.set(kind, [...(byKind.get(kind) ?? []), named as NameForms]);
}

export function nameOf(kind: NameKind, random: Random): NameForms {
  return random.pick(byKind.get(kind)!);
}

/** A person; in languages with Latin letters half of the surnames are invented ones, which are written alike. */
export function personName(random: Random): { full: NameForms; surname: NameForms } {
  const first = nameOf('first', random);
  const last = random.chance(0.5)
    ? invented(random, ['er', 'son', 'ova', 'ini', 'es', 'ak', 'ou', 'an'])
    : nameOf('last', random);
  const between = (language: StoryLanguage) => (language === 'zh' ? '·' : ' ');
  const full = (language: StoryLanguage) => `${first[language]}${between(language)}${last[language]}`;
  return { full: forms(full), surname: last };
}

/** A village, whose name every language writes in its script. */
export function villageName(random: Random): NameForms {
  return invented(random, ['dorf', 'wick', 'ville', 'ano', 'stad', 'mar', 'eda', 'oye']);
}

/** A firm or body: an invented name with a word that is translated. */
export function organisationName(random: Random): NameForms {
  const own = invented(random, ['tec', 'ar', 'on', 'ix', 'al', 'um', 'ora']);
  const kind = random.pick(KINDS);
  return forms((language) =>
    language === 'zh'
      ? `${own.zh}${kind.zh}`
      : language === 'fr' || language === 'es' || language === 'ru'
        ? `${kind[language]} ${own[language]}`
        : `${own[language]} ${kind[language]}`,
  );
}

const KINDS: readonly NameForms[] = [
  { en: 'Steel', fr: 'Aciéries', de: 'Stahl', es: 'Aceros', ru: 'Сталь', zh: '钢铁' },
  { en: 'Energy', fr: 'Énergie', de: 'Energie', es: 'Energía', ru: 'Энергия', zh: '能源' },
  { en: 'Motors', fr: 'Moteurs', de: 'Motoren', es: 'Motores', ru: 'Моторс', zh: '汽车' },
  { en: 'Foundation', fr: 'Fondation', de: 'Stiftung', es: 'Fundación', ru: 'Фонд', zh: '基金会' },
  { en: 'Bank', fr: 'Banque', de: 'Bank', es: 'Banco', ru: 'Банк', zh: '银行' },
];

/** Syllables as Latin, Cyrillic and Chinese write them. */
const SYLLABLES =
  'ba ба 巴,ko ко 科,li ли 利,ma ма 马,no но 诺,ra ра 拉,se се 塞,ti ти 蒂,vo во 沃,du ду 杜,fe фе 费,ga га 加,hal хал 哈尔,mer мер 梅尔,tor тор 托尔,bren брен 布伦,dal дал 达尔,kan кан 坎,lem лем 莱姆,sol сол 索尔,var вар 瓦尔,wen вен 文,zil зил 齐尔,pol пол 波尔'
    .split(',')
    .map((syllable) => syllable.split(' '));
const CYRILLIC: Readonly<Record<string, string>> = {
  er: 'ер',
  son: 'сон',
  ova: 'ова',
  ini: 'ини',
  es: 'ес',
  ak: 'ак',
  ou: 'у',
  an: 'ан',
  dorf: 'дорф',
  wick: 'вик',
  ville: 'виль',
  ano: 'ано',
  stad: 'стад',
  mar: 'мар',
  eda: 'еда',
  oye: 'ойе',
  tec: 'тек',
  ar: 'ар',
  on: 'он',
  ix: 'икс',
  al: 'ал',
  um: 'ум',
  ora: 'ора',
};
const CHINESE: Readonly<Record<string, string>> = {
  er: '勒',
  son: '松',
  ova: '奥娃',
  ini: '伊尼',
  es: '斯',
  ak: '克',
  ou: '乌',
  an: '安',
  dorf: '多夫',
  wick: '威克',
  ville: '维尔',
  ano: '亚诺',
  stad: '斯塔德',
  mar: '马尔',
  eda: '埃达',
  oye: '奥耶',
  tec: '泰克',
  ar: '阿尔',
  on: '昂',
  ix: '克斯',
  al: '阿尔',
  um: '乌姆',
  ora: '奥拉',
};

function invented(random: Random, ends: readonly string[]): NameForms {
  const parts = Array.from({ length: 1 + random.upTo(1) }, () => random.pick(SYLLABLES));
  const end = random.pick(ends);
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  const latin = capital(parts.map(([text]) => text).join('') + end);
  const ru = capital(parts.map(([, text]) => text).join('') + CYRILLIC[end]!);
  const zh = parts.map(([, , text]) => text).join('') + CHINESE[end]!;
  return { en: latin, fr: latin, de: latin, es: latin, ru, zh };
}

export function forms(of: (language: StoryLanguage) => string): NameForms {
  return Object.fromEntries(STORY_LANGUAGES.map((language) => [language, of(language)])) as NameForms;
}
