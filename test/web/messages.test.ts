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
import { callsOf, literalsIn, withoutCalls } from '../support/calls.ts';

function catalogue(language: string): Catalogue {
  return JSON.parse(readFileSync(`data/messages/${language}.json`, 'utf8')) as Catalogue;
}

interface Source {
  readonly file: string;
  readonly text: string;
}

/** The sources of these folders, at any depth. */
function filesIn(...folders: string[]): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:ts|ejs)$/u.test(name))
      .map((name) => ({ file: `${folder}/${name}`, text: readFileSync(`${folder}/${name}`, 'utf8') })),
  );
}

/** What makes a message of its own; within it, words may be put together. */
const MAKERS = ['msg', 'verbatim', 'wordsOf', 'sentences', 'quoted', 'atPlace', 'inLine'];

/** Title, detail and hint of each problem, without the messages that are made in them. */
function problemParts(text: string): { readonly part: string; readonly line: number }[] {
  return callsOf(text, 'new Problem').flatMap(({ args, line }) =>
    args.slice(1, 4).map((arg) => ({ part: MAKERS.reduce(withoutCalls, arg), line })),
  );
}

function problemTexts(text: string): string[] {
  return problemParts(text).flatMap(({ part }) => literalsIn(part).filter(Boolean));
}

function messageTexts(text: string): string[] {
  return callsOf(text, 'msg').flatMap(({ args }) => literalsIn(args[0] ?? ''));
}

/** The command line speaks English, so its own words are in no catalogue. */
const sources = filesIn('src').filter(({ file }) => !file.startsWith('src/cli/'));

const CALLED = /(?<![\w.]|view\.)(?:view\.)?t\(\s*'((?:[^'\\]|\\.)*)'/gu;

describe('the French catalogue', () => {
  const french = catalogue('fr');

  it('says everything that the pages say', () => {
    const called = filesIn('views', 'src/client', 'src/web').flatMap(({ text }) =>
      [...text.matchAll(CALLED)].map((found) => found[1]!.replaceAll("\\'", "'")),
    );
    expect(called.length).toBeGreaterThan(250);
    expect(called.filter((message) => !(message in french))).toEqual([]);
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

  it('says what problems, findings and the history say', () => {
    const messages = sources.flatMap(({ text }) => [...problemTexts(text), ...messageTexts(text)]);
    expect(messages.length).toBeGreaterThan(400);
    expect(messages.filter((message) => !(message in french))).toEqual([]);
    expect(Object.values(STORED_TEXTS).filter((message) => !(message in french))).toEqual([]);
  });

  it('says nothing else', () => {
    const all = [...sources, ...filesIn('views')].map(({ text }) => text.replaceAll("\\'", "'")).join('\n');
    const made = /^(?:decision|rows): /u;
    expect(Object.keys(french).filter((message) => !made.test(message) && !all.includes(message))).toEqual([]);
  });

  it('and the English one have the same plurals', () => {
    const english = catalogue('en');
    const plurals = Object.entries(french).filter(([, entry]) => typeof entry !== 'string');
    expect(plurals.map(([message]) => message).filter((message) => !(message in english))).toEqual([]);
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

describe('the sources', () => {
  it('give a problem messages, never a sentence that was put together', () => {
    const wrong = filesIn('src').flatMap(({ file, text }) =>
      problemParts(text).flatMap(({ part, line }) => {
        const isPut = /\$\{|\.message\b|String\(|\+/u.test(part.replace(/'(?:[^'\\]|\\.)*'/gu, ''));
        const isText =
          /^\w+$/u.test(part) &&
          new RegExp(`\\b${part}(?:: string\\b| = ['\`])`, 'u').test(text) &&
          !new RegExp(`\\b${part}: Message\\b`, 'u').test(text);
        return file !== 'src/core/problem.ts' && (isPut || isText) ? [`${file}:${line}: ${part}`] : [];
      }),
    );
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
