import { readdirSync, readFileSync } from 'node:fs';
import request from 'supertest';
import { expect, it } from 'vitest';
import { readElements } from '../../src/web/palette.ts';
import { ownServer } from '../support/server.ts';

const server = ownServer();
const css = readFileSync('assets/style.css', 'utf8').replaceAll(/\/\*[\s\S]*?\*\//gu, '');
const [root = '', ...rest] = css.split('\n}\n');
const rules = rest.join('\n}\n');

/** As it is shown: to one place, never more than it is. */
const shown = (ratio: number) => (Math.floor(ratio * 10) / 10).toFixed(1);

it('every pair of colours has the contrast that it needs, in both themes', async () => {
  const { pairings } = await readElements();
  const low = pairings.filter(({ colours, least }) => colours.light.ratio < least || colours.dark.ratio < least);
  expect(pairings.length).toBeGreaterThan(30);
  expect(low).toEqual([]);
});

it('every colour of the style sheet is one of a pair, but for those that only part and underline', async () => {
  const { pairings } = await readElements();
  const paired = new Set(pairings.flatMap(({ ink, ground }) => [ink, ground]));
  const named = [...root.matchAll(/--([\w-]+): light-dark/gu)].map(([, name = '']) => name);
  expect(named.filter((name) => !paired.has(name))).toEqual(['line', 'term']);
});

it('the style sheet uses the names of its root alone for colours, sizes of type and corners', () => {
  expect(rules.match(/[^\n]*(?:#[0-9a-f]{3,8}\b|light-dark|rgb\()[^\n]*/gu) ?? []).toEqual([]);
  const sizes = [...rules.matchAll(/font(?:-size)?: (?:600 )?([\d.]+rem|\d+pt)/gu)].map(([, size = '']) => size);
  expect([...new Set(sizes)].sort()).toEqual(['11pt', '1rem']);
  const corners = [...rules.matchAll(/border-radius: ([\d.]+\w+)/gu)].map(([, corner = '']) => corner);
  // A label has round ends.
  expect([...new Set(corners)]).toEqual(['1rem']);
  const used = [...css.matchAll(/var\(--([\w-]+)\)/gu)].map(([, name = '']) => name);
  expect(used.filter((name) => !root.includes(`--${name}:`))).toEqual([]);
});

it('has no rule for what is on no page', () => {
  const pages = ['src', 'views']
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(?:ts|ejs)$/u.test(name))
        .map((name) => readFileSync(`${folder}/${name}`, 'utf8')),
    )
    .join('\n');
  const selectors = [...rules.matchAll(/([^{}]+)\{/gu)].map(([, selector = '']) => selector).join(' ');
  const names = new Set([...selectors.matchAll(/[.#]([a-z][\w-]*)/giu)].map(([, name = '']) => name));
  // Made of a state in the view.
  const made = /^(?:import|size)-/u;
  const dead = [...names].filter(
    (name) => !made.test(name) && !new RegExp(`(?<![\\w-])${name}(?![\\w-])`, 'u').test(pages),
  );
  expect(names.size).toBeGreaterThan(150);
  expect(dead).toEqual([]);
});

it('docs/interface.md has the figures as they are, and names tests that there are', async () => {
  const text = readFileSync('docs/interface.md', 'utf8');
  const { pairings } = await readElements();
  for (const { ink, ground, least, colours } of pairings) {
    const row = [ink, ground, String(least), shown(colours.light.ratio), shown(colours.dark.ratio)];
    expect(text).toMatch(new RegExp(`\\| ${row.join(' +\\| +')} +\\|`, 'u'));
  }
  const held = [...text.matchAll(/`([\w/-]+)`(?:: ([^|;]+?))? *(?:;|\|)/gu)].filter(([, file = '']) =>
    /^(?:newcomer\/|live$|filtered$|queue$|pages$)/u.test(file),
  );
  expect(held.length).toBeGreaterThan(24);
  for (const [, file = '', start = ''] of held) {
    expect(readFileSync(`test/browser/${file}.test.ts`, 'utf8')).toContain(start.trim());
  }
});

it('the page of elements shows them', async () => {
  const { text } = await request(server.url).get('/help/elements').expect(200);
  expect(text).toContain('--size-read');
  expect(text.match(/class="swatch"/gu)?.length).toBe(2 * (await readElements()).pairings.length);
});
