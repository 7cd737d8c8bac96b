import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CONCEPT_KINDS, type Concept, GENDERS, TERM_STATUSES } from '../../src/core/glossary/concept.ts';
import { holdings, isDate, overlaps } from '../../src/core/glossary/holders.ts';
import { isLanguageTag } from '../../src/core/text/language-tag.ts';
import { readSeedConcepts, SEED_LANGUAGES } from '../../src/intake/seed-lexicon.ts';
import { packs } from '../support/packs.ts';

const data = new URL('../../data/', import.meta.url);
const tags = readdirSync(new URL('languages/', data)).map((name) => name.replace('.json', ''));

describe.each(tags)('language pack %s', (tag) => {
  const pack = packs(tag);

  it('is well formed', () => {
    expect(pack.language).toBe(tag);
    expect(pack.months).toHaveLength(12);
    expect(pack.weekdays).toHaveLength(7);
    const { closing = [], suffixes = [], afterNumbers = [], ifNumbered = [], properAbbreviations = [] } = pack;
    const abbreviations = [
      ...pack.titles,
      ...pack.abbreviations,
      ...closing,
      ...suffixes,
      ...afterNumbers,
      ...ifNumbered,
    ];
    for (const word of [...abbreviations, ...pack.beforeNumbers, ...pack.starters, ...Object.keys(pack.numbers)]) {
      expect(word).toBe(word.toLowerCase().normalize('NFC').trim());
    }
    for (const word of [...abbreviations, ...properAbbreviations]) expect(word).not.toMatch(/\.$/);
    for (const word of properAbbreviations) expect(word).toMatch(/^\p{Lu}/u);
  });

  it('has phrases that the program can read', () => {
    for (const list of Object.values(pack.boilerplate)) {
      for (const phrase of list) expect(phrase).toBe(phrase.toLowerCase());
    }
  });
});

describe('picture credits', () => {
  it('are told by agencies and labels in lower case, each once', () => {
    const { agencies, labels } = packs('xx').creditMarks;
    for (const list of [agencies, labels]) {
      expect(list.length).toBeGreaterThan(0);
      expect(new Set(list).size).toBe(list.length);
      for (const word of list) expect(word).toBe(word.toLowerCase().normalize('NFC').trim());
    }
  });
});

describe('starter glossary', () => {
  const starter = JSON.parse(readFileSync(new URL('glossary/starter.json', data), 'utf8')) as (Concept<string> & {
    key?: string;
  })[];

  it('holds at least 300 concepts in English and French, 100 of them in German and Spanish too', () => {
    expect(starter.filter(({ kind }) => kind !== 'person').length).toBeGreaterThanOrEqual(300);
    const languages = starter.map(({ terms }) => new Set(terms.map((term) => term.language)));
    for (const { kind } of starter) expect(CONCEPT_KINDS).toContain(kind);
    for (const own of languages) expect(own.has('en') && own.has('fr')).toBe(true);
    expect(languages.filter((own) => own.has('de') && own.has('es')).length).toBeGreaterThanOrEqual(100);
  });

  it('has bodies in ten languages, the commonest roles with their feminine, and countries by their codes', () => {
    const all = ['en', 'fr', 'de', 'es', 'it', 'pt', 'nl', 'ru', 'ar', 'zh'];
    const whole = starter.filter(({ terms }) => all.every((tag) => terms.some(({ language }) => language === tag)));
    expect(whole.filter(({ kind }) => kind === 'organisation').length).toBeGreaterThanOrEqual(35);
    const roles = whole.filter(({ kind }) => kind === 'role');
    expect(roles.length).toBeGreaterThanOrEqual(35);
    const feminine = roles.filter(({ terms }) =>
      terms.some((term) => term.language === 'de' && term.gender === 'feminine'),
    );
    expect(feminine.length).toBeGreaterThanOrEqual(30);
    const places = whole.filter(({ kind }) => kind === 'place');
    expect(places.length).toBeGreaterThanOrEqual(200);
    for (const { ids } of places) expect(ids?.['iso3166']).toMatch(/^[A-Z]{2}$/u);
  });

  it('has holders of a few offices, one at a time', () => {
    const ids = new Map(starter.map(({ key }, i) => [key, i]));
    const numbered = starter.map(({ relations = [] }, id) => ({
      id,
      relations: relations.map(({ to, of: _of, ...relation }) => {
        expect(ids.has(to), to).toBe(true);
        expect(isDate(relation.since) && isDate(relation.until)).toBe(true);
        return { ...relation, to: ids.get(to)! };
      }),
    }));
    const held = holdings(numbered);
    expect(held.length).toBeGreaterThan(20);
    expect(overlaps(held)).toEqual([]);
  });

  it('is well formed and says nothing twice', () => {
    for (const { terms } of starter) {
      for (const { language, text, status, gender } of terms) {
        expect(isLanguageTag(language)).toBe(true);
        expect(text).toBe(text.trim().normalize('NFC'));
        expect(TERM_STATUSES).toContain(status);
        expect(['', ...GENDERS]).toContain(gender);
      }
      const keys = terms.map(({ language, text, gender }) => `${language} ${text} ${gender}`);
      expect(new Set(keys).size).toBe(keys.length);
    }
    const names = starter.map(({ terms }) => terms[0]?.text);
    expect(new Set(names).size).toBe(names.length);
  });

  it('gives French roles their feminine', () => {
    for (const { kind, terms } of starter) {
      if (kind !== 'role') continue;
      const genders = terms.filter((term) => term.language === 'fr').map((term) => term.gender);
      const complete =
        genders.includes('common') ||
        genders.includes('feminine') ||
        terms.some((term) => term.text === 'supreme leader');
      expect(complete, terms[0]?.text).toBe(true);
    }
  });
});

describe('seed lexicon', () => {
  const concepts = readSeedConcepts();

  it('holds at least 2,000 concepts', () => {
    expect(concepts.length).toBeGreaterThanOrEqual(2000);
  });

  it('has every concept in every language', () => {
    for (const concept of concepts) {
      for (const language of SEED_LANGUAGES) {
        expect(concept[language]?.length, JSON.stringify(concept)).toBeGreaterThan(0);
      }
    }
  });

  it('is written in each language’s own script', () => {
    const scripts: Partial<Record<string, RegExp>> = {
      ru: /^[\p{Script=Cyrillic}\d-]+$/u,
      ar: /^\p{Script=Arabic}+$/u,
      zh: /^\p{Script=Han}+$/u,
    };
    for (const concept of concepts) {
      for (const [language, forms] of Object.entries(concept)) {
        for (const form of forms)
          expect(form, `${language} in ${concept.en}`).toMatch(scripts[language] ?? /^[\p{Script=Latin}’'-]+$/u);
      }
    }
  });

  it('says nothing twice', () => {
    const lines = concepts.map((concept) => JSON.stringify(concept));
    expect(new Set(lines).size).toBe(lines.length);
    for (const concept of concepts) {
      for (const forms of Object.values(concept))
        expect(new Set(forms).size, `${concept.en}: ${forms}`).toBe(forms.length);
    }
  });
});

describe('words from Unicode’s CLDR', () => {
  const folder = new URL('../../data/lexicon/cldr/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));

  it('are there for at least 100 languages, with their licence', () => {
    expect(files.length).toBeGreaterThanOrEqual(100);
    expect(readFileSync(new URL('LICENSE', folder), 'utf8')).toContain('UNICODE LICENSE V3');
  });

  it.each(files)('%s: a word a line, with the numbers of its things', (name) => {
    const lines = readFileSync(new URL(name, folder), 'utf8').trimEnd().split('\n');
    expect(lines.filter((line) => !/^[\p{L}\p{M}’']+(?: \d+)+$/u.test(line))).toEqual([]);
    expect(new Set(lines.map((line) => line.split(' ')[0])).size).toBe(lines.length);
  });
});
