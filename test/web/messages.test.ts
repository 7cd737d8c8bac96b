import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { KEYS } from '../../src/client/review/keys.ts';
import { BEAD_STATUSES, SEGMENT_KINDS } from '../../src/core/bitext/bitext.ts';
import {
  CONCEPT_KINDS,
  GENDERS,
  NUMBERS,
  REGISTERS,
  RELATION_KINDS,
  TERM_STATUSES,
  TERM_TYPES,
} from '../../src/core/glossary/concept.ts';
import { msg, quoted, verbatim } from '../../src/core/message.ts';
import { type Catalogue, translator } from '../../src/core/translator.ts';
import { STORED_TEXTS } from '../../src/store/stored-message.ts';

function catalogue(language: string): Catalogue {
  return JSON.parse(readFileSync(`data/messages/${language}.json`, 'utf8')) as Catalogue;
}

/** The sources of these folders, at any depth. */
function filesIn(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:ts|ejs)$/u.test(name))
      .map((name) => `${folder}/${name}`),
  );
}

/** String literals given to a function in the sources, quotes undone. */
function literals(files: readonly string[], call: RegExp): string[] {
  return files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(call)].map((found) => found[1]!.replaceAll("\\'", "'")),
  );
}

const CALLED = /(?<![\w.]|view\.)(?:view\.)?t\(\s*'((?:[^'\\]|\\.)*)'/gu;

describe('the French catalogue', () => {
  const french = catalogue('fr');
  const files = filesIn('views', 'src/client', 'src/web');

  it('says everything that the pages say', () => {
    const said = literals(files, CALLED);
    expect(said.length).toBeGreaterThan(250);
    expect(said.filter((message) => !(message in french))).toEqual([]);
  });

  it('says the names of keys, kinds and statuses', () => {
    const names = [
      ...KEYS.flatMap(({ label, button }) => [label, ...(button ? [button] : [])]),
      ...[
        CONCEPT_KINDS,
        GENDERS,
        NUMBERS,
        REGISTERS,
        RELATION_KINDS,
        TERM_STATUSES,
        TERM_TYPES,
        BEAD_STATUSES,
        SEGMENT_KINDS,
      ].flat(),
    ];
    expect(names.filter((name) => !(name in french))).toEqual([]);
  });

  it('says the titles of problems that a page can show', () => {
    const sources = filesIn('src/core', 'src/intake', 'src/app', 'src/web').filter(
      (file) => !/embedder|lexicon|backup|listen|dictd|evaluate/u.test(file),
    );
    const titles = literals(sources, /new Problem\(\s*'(?!internal|store|port)[\w-]+',\s*'((?:[^'\\]|\\.)*)'/gu);
    expect(titles.length).toBeGreaterThan(50);
    expect(titles.filter((title) => !(title in french))).toEqual([]);
  });

  it('says what findings and the history say', () => {
    const messages = literals(filesIn('src'), /(?<![\w.])msg\(\s*'((?:[^'\\]|\\.)*)'/gu);
    expect(messages.length).toBeGreaterThan(50);
    expect(messages.filter((message) => !(message in french))).toEqual([]);
    expect(Object.values(STORED_TEXTS).filter((message) => !(message in french))).toEqual([]);
  });

  it('keeps every value of a message', () => {
    const values = (text: string) => [...text.matchAll(/\{\w+\}/gu)].map(String).sort().join();
    for (const [message, entry] of Object.entries(french)) {
      for (const form of typeof entry === 'string' ? [entry] : Object.values(entry)) {
        expect(values(form), message).toBe(values(message));
      }
    }
  });

  it('puts a no-break space before high punctuation and within guillemets', () => {
    const wrong = Object.values(french)
      .flatMap((entry) => (typeof entry === 'string' ? [entry] : Object.values(entry)))
      .filter((text) => / [:;?!»%]|« /u.test(text));
    expect(wrong).toEqual([]);
  });
});

describe('translator', () => {
  it('chooses the plural form of the language', () => {
    const { t } = translator('pl', {
      '{count} rows': {
        one: '{count} wiersz',
        few: '{count} wiersze',
        many: '{count} wierszy',
        other: '{count} wiersza',
      },
    });
    expect([1, 3, 5, 22].map((count) => t('{count} rows', { count }))).toEqual([
      '1 wiersz',
      '3 wiersze',
      '5 wierszy',
      '22 wiersze',
    ]);
  });

  it('puts numbers, shares and lists into the words of the language', () => {
    const { t } = translator('fr', catalogue('fr'));
    expect(t(msg('Confirmed {count} rows', { count: 1200 }))).toBe('1\u202f200 lignes confirmées');
    expect(
      t(
        msg(
          'Other languages of the file were left out: {languages}. Import it again for them, choosing the languages.',
          {
            languages: quoted(['de', 'es', 'pl']),
          },
        ),
      ),
    ).toContain('«\u00a0de\u00a0», «\u00a0es\u00a0» et «\u00a0pl\u00a0»');
    expect(t('{share}', { share: { percent: 0.756 } })).toBe('76\u00a0%');
  });

  it('translates a message within a message, and no word of a person', () => {
    const { t } = translator('fr', catalogue('fr'));
    expect(t(msg('Undid: {label}', { label: msg('Merged two rows') }))).toBe('Annulé\u00a0: Deux lignes fusionnées');
    for (const term of ['After', 'quote', 'person', 'Alignment', 'Export']) {
      expect(t(msg('Changed “{term}”', { term }))).toBe(`«\u00a0${term}\u00a0» modifié`);
    }
    expect(t(verbatim('Export'))).toBe('Export');
  });

  it('takes nothing in a value for a message', () => {
    const { t } = translator('en', {});
    expect(t('“{title}” is in the archive.', { title: '{title} $& <b>' })).toBe('“{title} $& <b>” is in the archive.');
  });
});
