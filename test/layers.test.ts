import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What each layer may import: the arrows of docs/architecture.md. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  intake: ['core'],
  store: ['core'],
  app: ['core', 'intake', 'store'],
  web: ['core', 'app'],
  client: ['core'],
  remote: [],
  cli: ['core', 'app', 'web', 'remote'],
};

/**
 * What the rooms of `app` may import of one another. The files beside the rooms say what all of them
 * share and import no room; `open-app.ts` and, in a thread, `job-worker.ts` alone know every room, since they put them together.
 */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  accounts: [],
  workflow: ['accounts'],
  jobs: [],
  align: ['jobs'],
  import: ['align', 'jobs'],
  glossary: ['align', 'jobs', 'accounts'],
  review: ['import', 'glossary', 'align', 'jobs', 'accounts', 'workflow'],
  check: ['import', 'glossary', 'align', 'jobs'],
  library: ['review', 'check', 'import', 'glossary', 'align', 'jobs', 'workflow'],
  export: ['jobs'],
  operation: ['jobs', 'import'],
};

/** The imports of a room of `app` that go against the arrows, as "file imports path". */
function wrongArrows(sources: ReadonlyMap<string, string>): string[] {
  return [...sources].flatMap(([file, text]) => {
    const room = roomOf(file);
    if (file === 'open-app.ts' || file === 'job-worker.ts') return [];
    const allowed = room === '' ? [] : [room, ...(ROOMS[room] ?? [])];
    return importsIn(text)
      .map((path) => join(dirname(file), path))
      .filter((path) => !path.startsWith('..') && roomOf(path) !== '' && !allowed.includes(roomOf(path)))
      .map((path) => `${file} imports ${path}`);
  });
}

function roomOf(file: string): string {
  return file.includes('/') ? file.split('/')[0]! : '';
}

function importsIn(text: string): string[] {
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, path = '']) => path);
}

function sourcesOf(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return new Map(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}

describe('rooms', () => {
  const sources = sourcesOf(join(root, 'src/app'));

  it('stand in a house that has these alone', () => {
    expect(new Set([...sources.keys()].map(roomOf).filter(Boolean))).toEqual(new Set(Object.keys(ROOMS)));
  });

  it('import only what the arrows allow', () => {
    expect(wrongArrows(sources)).toEqual([]);
  });

  it.each([
    ['align/wrong.ts', "import { importPair } from '../import/import-pair.ts';"],
    ['glossary/wrong.ts', "import type { Review } from '../review/review.ts';"],
    ['export/wrong.ts', "const { library } = await import('../library/library.ts');"],
    ['wrong.ts', "import { createAligner } from './align/aligner.ts';"],
  ])('a wrong arrow is found: %s, %s', (file, text) => {
    expect(wrongArrows(new Map([...sources, [file, text]]))).toHaveLength(1);
  });
});

describe('layers', () => {
  it.each(Object.entries(MAY_IMPORT))('%s imports only what stands below it', (layer, allowed) => {
    const folder = join(root, 'src', layer);
    for (const [file, text] of sourcesOf(folder)) {
      for (const path of importsIn(text)) {
        const target = relative(join(root, 'src'), resolve(join(folder, file), '..', path)).split('/')[0];
        expect([layer, ...allowed], `${layer}/${file} imports ${path}`).toContain(target);
      }
      if (layer === 'core' || layer === 'client') expect(text, `${layer}/${file}`).not.toMatch(/from 'node:/);
    }
  });

  it.each([
    ['core', "export { openStore } from '../store/open-store.ts';\n"],
    ['core', "export { readFileSync } from 'node:fs';\n"],
    ['store', "export { openApp } from '../app/app.ts';\n"],
    ['client', "export { cookieOf } from '../web/cookies.ts';\n"],
  ])('an import against the arrow does not compile: in %s, %s', (layer, code) => {
    const copy = mkdtempSync(join(tmpdir(), 'visavis-layers-'));
    cpSync(join(root, 'src'), join(copy, 'src'), { recursive: true });
    for (const file of ['tsconfig.base.json', 'package.json']) cpSync(join(root, file), join(copy, file));
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    writeFileSync(join(copy, 'src', layer, 'wrong.ts'), code);
    const { status, stdout } = spawnSync('npx', ['tsc', '-b', `src/${layer}`], { cwd: copy, encoding: 'utf8' });
    expect(status).not.toBe(0);
    // What it imports is found to be out of place with it.
    const errors = stdout.split('\n').filter((line) => line.includes('error TS'));
    expect(errors.filter((line) => line.startsWith(`src/${layer}/wrong.ts`))).not.toEqual([]);
    execFileSync('rm', ['-r', copy]);
  });
});

describe('files and folders stay small', () => {
  // What a generator writes is as long as it is.
  const written = [...sourcesOf(join(root, 'src'))].filter(([file]) => file !== 'remote/schema.ts');
  const lines = new Map(written.map(([file, text]) => [file, text.split('\n').length - 1]));

  it('at most 25 files a folder', () => {
    const folders = new Map<string, number>();
    for (const file of lines.keys()) folders.set(dirname(file), (folders.get(dirname(file)) ?? 0) + 1);
    expect([...folders].filter(([, files]) => files > 25)).toEqual([]);
  });

  it('at most 250 lines a file, and 80 in the middle of all', () => {
    expect([...lines].filter(([, count]) => count > 250)).toEqual([]);
    const counts = [...lines.values()].sort((a, b) => a - b);
    expect(counts[Math.floor(counts.length / 2)]).toBeLessThanOrEqual(80);
  });
});
