import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { commandLine } from '../src/cli/commands.ts';
import { PARAMETERS } from '../src/core/align/parameters.ts';
import { type AnyFormat, CONTENT_NAMES, CONTENTS, FORMAT_TITLES, holding } from '../src/core/formats/contents.ts';
import { createEntrance } from '../src/web/door/entrance.ts';
import { routes } from '../src/web/routes.ts';
import { openTestApp } from './support/app.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const PAGES = ['README.md', 'CONTRIBUTING.md', ...filesUnder('docs').filter((file) => file.endsWith('.md'))];

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`);
}

describe('what the docs name', () => {
  const names = new Set(filesUnder('src').map((file) => file.split('/').at(-1)));

  it.each(PAGES)('is there: %s', (page) => {
    expect(namedIn(read(page)).filter((name) => !isThere(name, page))).toEqual([]);
  });

  /** Files and folders named in code spans or linked to; names with a placeholder or a wildcard are left alone. */
  function namedIn(text: string): string[] {
    const prose = text.replaceAll(/^```.*?^```/gmsu, '');
    const spans = [...prose.matchAll(/`([\w./-]+\/|[\w./-]+\.(?:ts|mjs|json|md|ejs|css))`/gu)].map(([, name]) => name!);
    const links = [...prose.matchAll(/\]\((?!https?:|#)([^)#]+)/gu)].map(([, name]) => name!);
    return [...spans, ...links].filter((name) => !/[<>*]/u.test(name));
  }

  function isThere(name: string, page: string): boolean {
    const places = [join(root, name), join(root, 'src', name), join(root, dirname(page), name)];
    return places.some((place) => existsSync(place)) || names.has(name);
  }
});

describe('the README', () => {
  const readme = read('README.md');

  it.each([...readme.matchAll(/^visavis (.+)$/gmu)].map(([, line]) => line!))('parses: visavis %s', async (line) => {
    const words = line.match(/"[^"]*"|\S+/gu) ?? [];
    const command = await commandOf(words);
    const known = new Set(command.options.flatMap(({ long, short }) => [long, short]));
    const flags = words.filter((word) => word.startsWith('--'));
    expect(flags.filter((flag) => !known.has(flag))).toEqual([]);
  });

  async function commandOf(words: readonly string[]): Promise<Command> {
    let command = await commandLine(words[0]);
    for (const word of words) {
      const next = command.commands.find((one) => one.name() === word || one.aliases().includes(word));
      if (!next) break;
      command = next;
    }
    expect(command.name()).not.toBe('visavis');
    return command;
  }

  it('has the address of every page', async () => {
    const app = await openTestApp();
    const pages = routes(app, createEntrance(app, null))
      .filter(({ method, path }) => method === 'get' && !NOT_A_PAGE.some((part) => part.test(path)))
      .map(({ path }) => path);
    await app.close();
    const named = new Set(
      [...readme.matchAll(/`(\/[\w/-]*)`/gu)].map(([, path]) => path!.replaceAll(/\/\d+(?=\/|$)/gu, '/:')),
    );
    expect(pages.map((path) => path.replaceAll(/:\w+/gu, ':')).filter((path) => !named.has(path))).toEqual([]);
  });

  /** Addresses that pages ask for, files, and those that only lead to another page. */
  const NOT_A_PAGE = [
    /\/(?:status|rows|events|doubtful|next-finding|why|memory|map|confirm-by-confidence|realign|card|lines|suggestions|file|losses)(?:$|\/)/u,
    /^\/progress\//u,
    /\/(?:renew|doubles)$/u,
    /^\/bitexts\/:id\/next$/u,
  ];
});

describe('docs/formats.md', () => {
  it('says of every format what the code says that it holds', () => {
    const [, text = ''] = read('docs/formats.md').split('### What each format holds');
    const table = text
      .slice(0, text.indexOf('\n\n', text.indexOf('|')))
      .split('\n')
      .filter((line) => /^\|.*[^-| ]/u.test(line))
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
    const formats = Object.keys(FORMAT_TITLES) as AnyFormat[];
    const marks = { all: '✓', some: 'part', none: '–' };
    expect(table).toEqual([
      ['', ...formats.map((format) => FORMAT_TITLES[format])],
      ...CONTENT_NAMES.map((name) => [
        CONTENTS[name].label.text,
        ...formats.map((format) => marks[holding(format, name)]),
      ]),
    ]);
  });
});

describe('the numbers of docs/algorithms.md', () => {
  const text = read('docs/algorithms.md').replaceAll(/\s+/gu, ' ');
  const P = PARAMETERS;

  it.each<[string, RegExp, readonly number[]]>([
    [
      'prior',
      /1-1: ([\d.]+); 1-n and n-1: ([\d.]+) · ([\d.]+)\^k; n-m: ([\d.]+) · ([\d.]+)\^k/u,
      [P.prior.oneToOne, P.prior.oneToMany, P.prior.oneToManyStep, P.prior.manyToMany, P.prior.manyToManyStep],
    ],
    [
      'largest bead',
      /Up to (\d+) segments in all, (\d+) against one/u,
      [P.passes.at(-1)!.largest.total, P.passes.at(-1)!.largest.run],
    ],
    ['weight of the prior', /the first prior as (\d+) beads/u, [P.learning.prior]],
    ['gaps', /cost ([\d.]+) to open a gap and ([\d.]+) to go on/u, [P.gap.open, P.gap.extend]],
    ['words', /ε = ([\d.]+), weight of all words ([\d.]+)/u, [P.words.epsilon, P.words.weight]],
    ['unseen words', /as if the text had ([\d,]+) tokens more/u, [P.words.unseen]],
    ['meaning', /Added is (\d+) · \(([\d.]+) − distance\)/u, [P.embeddings.weight, P.embeddings.neutral]],
    ['paragraphs', /\(`paragraph-scorer\.ts`\)\. −([\d.]+) for/u, [-P.paragraph.inside]],
    ['paragraphs apart', /on one side alone, −([\d.]+) for a bead/u, [-P.paragraph.apart]],
    ['equal tokens', /equal words, ([\d.]+); equal marks ([\d.]+)/u, [P.cognate.same, P.cognate.mark]],
    ['look-alikes', /Dice > ([\d.]+)\).*?to Latin, (\d\.\d+)/u, [P.cognate.dice, P.cognate.alike]],
    ['seed lexicon', /Arabic and Chinese, ([\d.]+) shared/u, [P.seed.strength]],
    ['learning', /in the last, ([\d.]+) is taken off/u, [P.learning.discount]],
    ['trust', /worth (\d+) occurrences/u, [P.learning.trust]],
    ['passes', /beads of up to (\d+) segments, then (\d+), then (\d+)/u, P.passes.map(({ largest }) => largest.total)],
    [
      'bands',
      /the first, (\d+) segments to either side; .*? and (\d+) segments more/u,
      P.passes.slice(1).map(({ reach }) => reach),
    ],
    ['cells', /at most ([\d,]+) cells/u, [P.fullUpTo]],
    ['decoding', /less ([\d.]+) a bead and ([\d.]+) a segment/u, [P.decoding.bead, P.decoding.gap]],
    [
      'confidence',
      /first, since the pieces of evidence are not independent: ([\d.]+) for a short text, falling to ([\d.]+) .*?at (\d+) segments/u,
      [P.confidence.short, P.confidence.long, P.confidence.half],
    ],
    ['moved sentences', /worth at least (\d+) \+ log/u, [P.moved.least]],
  ])('are the parameters: %s', (_name, place, values) => {
    const found = place
      .exec(text)
      ?.slice(1)
      .map((number) => Number(number.replaceAll(',', '')));
    expect(found).toEqual(values);
  });
});
