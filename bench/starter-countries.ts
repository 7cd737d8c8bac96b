import { readFileSync, writeFileSync } from 'node:fs';

// Adds to the starter glossary the countries and territories of `bench/data/countries.csv` that it has not: their names are CLDR's, by way of `Intl`,
// their adjectives the table's. Names that news does not use ("Congo - Kinshasa"), and those that another place or a
// first name has in a language, stand in `NAMES`. `npm run make:starter-countries` writes `data/glossary/starter.json`, and the
// words for countries by which posts and bodies are told, `data/heads/countries.csv`, gets a line for each that it has not.

const STARTER = new URL('../../data/glossary/starter.json', import.meta.url);
const HEADS = new URL('../../data/heads/countries.csv', import.meta.url);
const TABLE = new URL('../../bench/data/countries.csv', import.meta.url);
const LANGUAGES = ['en', 'fr', 'de', 'es', 'it', 'pt', 'nl', 'ru', 'ar', 'zh'] as const;
type Language = (typeof LANGUAGES)[number];

/** An empty name is left out: Granada is a city of Spain first. Behind "|" stand further names. */
const NAMES: Readonly<Record<string, Partial<Record<Language, string>>>> = {
  AG: { en: 'Antigua and Barbuda' },
  BA: {
    en: 'Bosnia and Herzegovina|Bosnia',
    fr: 'Bosnie-Herzégovine|Bosnie',
    de: 'Bosnien und Herzegowina|Bosnien-Herzegowina|Bosnien',
  },
  CD: {
    en: 'Democratic Republic of the Congo|Democratic Republic of Congo|DR Congo|DRC',
    fr: 'République démocratique du Congo|RDC|RD Congo',
    de: 'Demokratische Republik Kongo|DR Kongo',
    es: 'República Democrática del Congo|RDC',
    it: 'Repubblica Democratica del Congo',
    pt: 'República Democrática do Congo',
    nl: 'Democratische Republiek Congo|DR Congo',
    ru: 'Демократическая Республика Конго|ДР Конго',
    ar: 'جمهورية الكونغو الديمقراطية|الكونغو الديمقراطية',
    zh: '刚果民主共和国|刚果（金）',
  },
  CG: {
    en: 'Republic of the Congo|Congo-Brazzaville',
    fr: 'République du Congo|Congo-Brazzaville',
    de: 'Republik Kongo|Kongo-Brazzaville',
    es: 'República del Congo|Congo-Brazzaville',
    it: 'Repubblica del Congo|Congo-Brazzaville',
    pt: 'República do Congo|Congo-Brazzaville',
    nl: 'Republiek Congo|Congo-Brazzaville',
    ru: 'Республика Конго|Конго-Браззавиль',
    ar: 'جمهورية الكونغو|الكونغو برازافيل',
    zh: '刚果共和国|刚果（布）',
  },
  CI: { en: 'Ivory Coast|Côte d’Ivoire', de: 'Elfenbeinküste' },
  DM: { fr: 'la Dominique', ru: '' },
  GD: { es: '', pt: '' },
  HK: {
    en: 'Hong Kong',
    fr: 'Hong Kong',
    de: 'Hongkong',
    es: 'Hong Kong',
    it: 'Hong Kong',
    pt: 'Hong Kong',
    nl: 'Hongkong',
    ru: 'Гонконг',
    ar: 'هونغ كونغ',
    zh: '香港',
  },
  KN: { en: 'Saint Kitts and Nevis|St. Kitts and Nevis' },
  LC: { en: 'Saint Lucia|St. Lucia' },
  MC: { it: 'Principato di Monaco' },
  MO: {
    en: 'Macau|Macao',
    fr: 'Macao',
    de: 'Macau',
    es: 'Macao',
    it: 'Macao',
    pt: 'Macau',
    nl: 'Macau',
    ru: 'Макао',
    ar: 'ماكاو',
    zh: '澳门',
  },
  PS: {
    en: 'Palestine',
    fr: 'Palestine',
    de: 'Palästina',
    es: 'Palestina',
    it: 'Palestina',
    pt: 'Palestina',
    nl: 'Palestina',
    ru: 'Палестина',
    ar: 'فلسطين',
    zh: '巴勒斯坦',
  },
  ST: { en: 'São Tomé and Príncipe', fr: 'Sao Tomé-et-Principe' },
  TL: {
    en: 'East Timor|Timor-Leste',
    de: 'Osttimor|Timor-Leste',
    es: 'Timor Oriental|Timor-Leste',
    ar: 'تيمور الشرقية',
  },
  TT: { en: 'Trinidad and Tobago' },
  VC: { en: 'Saint Vincent and the Grenadines|St. Vincent and the Grenadines' },
};

interface PlaceTerm {
  readonly language: string;
  readonly text: string;
  readonly note: string;
}

interface Place {
  readonly kind: string;
  readonly terms: readonly PlaceTerm[];
  readonly ids?: Readonly<Record<string, string>>;
}

function makeCountries(): void {
  const starter = JSON.parse(readFileSync(STARTER, 'utf8')) as Place[];
  const known = new Set(starter.flatMap(({ ids }) => ids?.['iso3166'] ?? []));
  const [head = '', ...lines] = readFileSync(TABLE, 'utf8').trimEnd().split('\n');
  const columns = head.split(',');
  const places = lines
    .map((line) => new Map(line.split(',').map((cell, i) => [columns[i] ?? '', cell])))
    .filter((row) => !known.has(row.get('code') ?? ''))
    .map((row) => placeOf(row.get('code') ?? '', row));
  const last = starter.findLastIndex(({ kind }) => kind === 'place');
  const all = starter.toSpliced(last + 1, 0, ...places);
  writeFileSync(STARTER, `[\n${all.map((concept) => `  ${spaced(concept)}`).join(',\n')}\n]\n`);
  addHeads(all);
  console.log(`${places.length} countries added, ${all.filter(({ kind }) => kind === 'place').length} in all`);
}

/** A line for each country that has none: its names and its adjective, by language. */
function addHeads(all: readonly Place[]): void {
  const lines = readFileSync(HEADS, 'utf8').trimEnd().split('\n');
  const known = new Set(lines.flatMap((line) => (line.split(';')[0] ?? '').split('|')));
  const added = all
    .filter(({ kind, ids, terms }) => {
      const english = terms.filter(({ language }) => language === 'en');
      return kind === 'place' && ids?.['iso3166'] && !english.some(({ text }) => known.has(text));
    })
    .map(({ terms }) => LANGUAGES.map((language) => headsIn(terms, language)).join(';'));
  writeFileSync(HEADS, `${[...lines, ...added].join('\n')}\n`);
}

/** Words that are others first where capitals do not count: the meeting, that, a grenade, a first name. */
const OTHER_WORDS: Readonly<Partial<Record<Language, readonly string[]>>> = {
  en: ['Chad', 'Jersey'],
  fr: ['La Réunion', 'Grenade', 'Maurice'],
  es: ['Reunión', 'Mauricio'],
  it: ['Riunione'],
  pt: ['Reunião', 'Maurício'],
  ru: ['Того', 'Чад'],
};

function headsIn(terms: readonly PlaceTerm[], language: Language): string {
  const own = terms.filter((term) => term.language === language);
  const names = own
    .map(({ text }) => text)
    .filter((text) => !/[;|/()]|^la /u.test(text) && !OTHER_WORDS[language]?.includes(text));
  const adjectives = own.flatMap(({ note }) => /^adj\. (.+)$/u.exec(note)?.[1] ?? []);
  // Arabic adjectives come with the article, and for a woman.
  const forms = adjectives.flatMap((one) => (language === 'ar' ? [one, `ال${one}`, `ال${one}ة`] : [one]));
  return [...new Set([...names, ...forms])].join('|');
}

function placeOf(code: string, adjectives: ReadonlyMap<string, string>): Place {
  const terms = LANGUAGES.flatMap((language) => {
    const adjective = adjectives.get(language);
    return namesIn(language, code).map((text, i) => ({
      language,
      text,
      status: i === 0 ? 'preferred' : 'admitted',
      partOfSpeech: 'noun',
      gender: '',
      note: adjective && i === 0 ? `adj. ${adjective}` : '',
    }));
  });
  return { kind: 'place', ...{ definition: '', note: '' }, terms, ids: { iso3166: code } };
}

function namesIn(language: Language, code: string): string[] {
  const name = NAMES[code]?.[language] ?? new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? '';
  return name.split('|').filter(Boolean);
}

/** A concept on one line, with a space behind commas and colons, as the file is written. */
function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  if (value && typeof value === 'object')
    return `{${Object.entries(value)
      .map(([key, one]) => `${JSON.stringify(key)}: ${spaced(one)}`)
      .join(', ')}}`;
  return JSON.stringify(value);
}

makeCountries();
