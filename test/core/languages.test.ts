import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const TAGS = readdirSync(join(root, 'data/languages')).map((name) => name.replace('.json', ''));

/** What looks like a language's name and may stay, by file, with the reason. */
const EXCEPTIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'translator.ts': { en: 'the language that messages are written in' },
  'text/language-name.ts': { en: 'people name languages in the languages of the program', fr: 'likewise' },
  'align/model/tokens.ts': { zh: 'any locale: Intl.Segmenter cuts by script, but asks for one it knows' },
  'bitext/restore.ts': { id: 'a field' },
  'check/check-pack.ts': { am: 'before noon' },
  'check/values/times.ts': { am: 'before noon' },
  'check/values/vocabulary.ts': { am: 'before noon' },
  'check/report.ts': { en: 'the language of the report itself' },
  'formats/tbx.ts': {
    en: 'the language of what the file says of itself; an empty glossary needs a term',
    id: 'a field',
  },
  'formats/tmx.ts': { en: 'likewise' },
  'formats/html.ts': { en: 'likewise' },
  'formats/tmx-codes.ts': { it: 'an element', hi: 'an element' },
  'formats/xliff-codes.ts': { it: 'an element' },
};

/** Tags of languages in code: quoted, as a key of a table, or at the head of a pattern. */
function tagsIn(code: string): string[] {
  const plain = code.replaceAll(/\/\*.*?\*\/|(?<=^|\s)\/\/ [^\n]*/gmsu, '');
  const tag = `(${TAGS.join('|')})`;
  // A row has an id.
  const key = `(${TAGS.filter((one) => one !== 'id').join('|')})`;
  const forms = [
    `(?<=['"\`])${tag}(?:-[A-Za-z0-9]+)*(?=['"\`])`,
    `(?<=(?:^|[{,])\\s*)${key}(?=: (?:[[{/'"\`]|\\w+\\())`,
    `(?<=\\^(?:\\(\\?:)?)${tag}(?=[|)\\\\])`,
  ];
  return forms.flatMap((form) => [...plain.matchAll(new RegExp(form, 'gmu'))].map(([, found]) => found!));
}

describe('the core knows no language by name', () => {
  const folder = join(root, 'src/core');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

  it.each(files)('%s', (file) => {
    const excepted = EXCEPTIONS[file] ?? {};
    const found = [...new Set(tagsIn(readFileSync(join(folder, file), 'utf8')))];
    expect(found.filter((tag) => !(tag in excepted))).toEqual([]);
    expect(Object.keys(excepted).filter((tag) => !found.includes(tag))).toEqual([]);
  });

  it.each([
    ["if (primary === 'de') return shout(text);", 'de'],
    ['switch (language) { case "zh-Hant": return 1; }', 'zh'],
    ['const AGENTS = {\n  fr: /eur$/u,\n};', 'fr'],
    ['const RULES = { sv: off("s n") };', 'sv'],
    ['export const ROMANCE = /^(?:es|it)\\b/u;', 'es'],
    ['if (/^ar\\b/u.test(language)) return;', 'ar'],
  ])('a wrong line is found: %s', (code, tag) => {
    expect(tagsIn(code)).toContain(tag);
  });

  it.each([['// as "fr" has it'], ["const language = 'und';"], ["const script = 'Latn';"], ["{ id: row('x') }"]])(
    'a right line is left alone: %s',
    (code) => {
      expect(tagsIn(code)).toEqual([]);
    },
  );
});
