import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { createEntrance } from '../../src/web/door/entrance.ts';
import { routes } from '../../src/web/routes.ts';
import { startTestServer } from '../support/server.ts';

// What the pages and the server send each other is one table, `core/wire/wire.ts`. The compiler holds both to its types;
// here is held that it names the addresses that there are, and that nothing goes round it.

const src = fileURLToPath(new URL('../../src', import.meta.url));
const wire = readFileSync(join(src, 'core/wire/wire.ts'), 'utf8');
const client = new Map(
  readdirSync(join(src, 'client'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => [file, readFileSync(join(src, 'client', file), 'utf8')]),
);

/** The routes that stand as "METHOD /address" in a source text. */
function routesIn(text: string): string[] {
  return [...text.matchAll(/'((?:GET|POST) \/[^']*)'/gu)].map(([, route = '']) => route);
}

/** The files of the client that match. */
function filesWith(pattern: RegExp): string[] {
  return [...client].flatMap(([file, text]) => (pattern.test(text) ? [file] : [])).sort();
}

it('every route of the wire is one of the server', async () => {
  const server = await startTestServer();
  const served = routes(server.app, createEntrance(server.app, null)).map(
    ({ method, path }) => `${method.toUpperCase()} ${path}`,
  );
  await server.stop();
  const missing = routesIn(wire).filter((route) => !served.includes(route));
  expect(routesIn(wire).length).toBeGreaterThan(15);
  expect(missing).toEqual([]);
});

it('what the client calls is what the wire has', () => {
  const called = new Set([...client.values()].flatMap(routesIn));
  // A page listens to events by their address.
  called.add('GET /bitexts/:id/events');
  expect([...called].sort()).toEqual([...new Set(routesIn(wire))].sort());
});

it('the client speaks to the server in few places, and casts no answer', () => {
  expect(filesWith(/\bfetch\(/u)).toEqual(['shared/ask.ts', 'shared/request.ts']);
  expect(filesWith(/\bnew XMLHttpRequest\b/u)).toEqual(['shared/upload.ts']);
  expect(filesWith(/\bnew EventSource\b/u)).toEqual(['review/live.ts']);
  expect(filesWith(/\bsendBeacon\b/u)).toEqual([]);
  expect(filesWith(/(?:json\(\)|JSON\.parse\([^\n]*\))\)? as /u)).toEqual([]);
});
