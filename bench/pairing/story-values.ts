import type { Random } from '../page-training/random.ts';
import {
  forms,
  type NameForms,
  nameOf,
  organisationName,
  personName,
  type StoryLanguage,
  villageName,
} from './story-names.ts';

/** What a slot of a template holds, in each language. */
export type SlotValues = (slot: string) => NameForms;

/**
 * The values of one event, drawn when a template first asks for them: the same slot has the same value in all
 * stories of the event that are about it.
 */
export function eventValues(random: Random): SlotValues {
  const drawn = new Map<string, NameForms>();
  const people = [1, 2, 3].map(() => personName(random));
  people.forEach(({ full, surname }, i) => {
    drawn.set(`p${i + 1}`, full);
    drawn.set(`s${i + 1}`, surname);
  });
  const org = organisationName(random);
  drawn.set('org', org);
  drawn.set(
    'slug',
    forms(() => org.en.toLowerCase().replace(/[^a-z]+/gu, '-')),
  );
  return (slot) => {
    let value = drawn.get(slot);
    if (!value) {
      value = draw(slot, random);
      drawn.set(slot, value);
    }
    return value;
  };
}

/** The same people and places a week later, when all numbers and days are others. */
export function laterValues(values: SlotValues, random: Random): SlotValues {
  const drawn = new Map<string, NameForms>();
  return (slot) => {
    if (/^(?:p|s|place|country|acr|village)\d*$|^(?:org|slug)$/u.test(slot)) return values(slot);
    const value = drawn.get(slot) ?? draw(slot, random);
    drawn.set(slot, value);
    return value;
  };
}

function draw(slot: string, random: Random): NameForms {
  const kind = slot.replace(/\d+$/u, '');
  if (kind === 'place') return nameOf('place', random);
  if (kind === 'country') return nameOf('country', random);
  if (kind === 'acr') return nameOf('acronym', random);
  if (kind === 'village') return villageName(random);
  if (kind === 'k') return written(3 + random.upTo(60), 0);
  if (kind === 'y') return year(1970 + random.upTo(53));
  if (kind === 'pc') return percent(random.chance(0.5) ? 3 + random.upTo(90) : (30 + random.upTo(900)) / 10);
  if (kind === 'pr') return price((100 + random.upTo(9900)) / 10);
  if (kind === 'm') return money(random);
  if (kind === 'n')
    return written(
      random.chance(0.3) ? (2 + random.upTo(95)) * 100 : 120 + random.upTo(random.chance(0.5) ? 900 : 90_000),
      0,
    );
  if (kind === 'd') return day(new Date(Date.UTC(2026, random.upTo(11), 1 + random.upTo(27))));
  if (kind === 'wd') return weekday(random.upTo(6));
  if (kind === 't') return hour(1 + random.upTo(22), random.pick([0, 0, 15, 30]));
  throw new Error(`No slot ${slot}`);
}

const LOCALES: NameForms = { en: 'en-GB', fr: 'fr-FR', de: 'de-DE', es: 'es-ES', ru: 'ru-RU', zh: 'zh-CN' };
const SMALL: Readonly<Partial<Record<StoryLanguage, readonly string[]>>> = {
  en: ['three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  fr: ['trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'],
  de: ['drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn'],
  ru: ['три', 'четыре', 'пять', 'шесть', 'семь', 'восемь', 'девять', 'десять'],
};

function written(value: number, digits: number): NameForms {
  return forms(
    (language) =>
      SMALL[language]?.[value - 3] ??
      new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: digits }).format(value),
  );
}

function year(value: number): NameForms {
  return forms(() => String(value));
}

function percent(value: number): NameForms {
  const number = written(value, 1);
  return forms((language) =>
    language === 'en' ? `${number.en} per cent` : language === 'zh' ? `${number.zh}%` : `${number[language]} %`,
  );
}

function price(value: number): NameForms {
  return forms((language) => {
    const number = new Intl.NumberFormat(LOCALES[language], { minimumFractionDigits: 2 }).format(value);
    return language === 'en'
      ? `€${number}`
      : language === 'zh'
        ? `${number}欧元`
        : `${number} ${language === 'ru' ? 'евро' : language === 'de' ? 'Euro' : 'euros'}`;
  });
}

function money(random: Random): NameForms {
  const value = random.chance(0.5) ? 2 + random.upTo(900) : (11 + random.upTo(400)) / 10;
  const isBillion = random.chance(0.25);
  const number = written(value, 1);
  return {
    en: `€${value.toLocaleString('en-GB')}${isBillion ? ' billion' : ' million'}`,
    fr: `${number.fr} ${isBillion ? 'milliards' : 'millions'} d'euros`,
    de: `${number.de} ${isBillion ? 'Milliarden' : 'Millionen'} Euro`,
    es: `${(isBillion ? value * 1000 : value).toLocaleString('es-ES')} millones de euros`,
    ru: `${number.ru} ${isBillion ? 'млрд' : 'млн'} евро`,
    zh: `${Number((value * (isBillion ? 10 : 0.01)).toFixed(4)) < 1 ? `${Math.round(value * 100)}万` : `${Number((value * (isBillion ? 10 : 0.01)).toFixed(4))}亿`}欧元`,
  };
}

function day(date: Date): NameForms {
  return forms((language) =>
    new Intl.DateTimeFormat(LOCALES[language], { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(date),
  );
}

function weekday(at: number): NameForms {
  const date = new Date(Date.UTC(2026, 0, 5 + at));
  return forms((language) =>
    new Intl.DateTimeFormat(LOCALES[language], { weekday: 'long', timeZone: 'UTC' }).format(date),
  );
}

function hour(at: number, minutes: number): NameForms {
  const two = String(minutes).padStart(2, '0');
  const twelve = at > 12 ? at - 12 : at;
  return {
    en: `${twelve}${minutes ? `.${two}` : ''} ${at >= 12 ? 'p.m.' : 'a.m.'}`,
    fr: `${at} heures${minutes ? ` ${minutes}` : ''}`,
    de: `${at}.${two} Uhr`,
    es: `${at}:${two}`,
    ru: `${at}:${two}`,
    zh: `${at}时${minutes ? `${minutes}分` : ''}`,
  };
}
