import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
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
  cli: ['core', 'app', 'web'],
};

describe('layers', () => {
  it.each(Object.entries(MAY_IMPORT))('%s imports only what stands below it', (layer, allowed) => {
    const folder = join(root, 'src', layer);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    for (const file of files) {
      const text = readFileSync(join(folder, file), 'utf8');
      for (const [, path = ''] of text.matchAll(/(?:from|import)\s+'(\.[^']+)'/g)) {
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
    ['client', "export { sendView } from '../web/views.ts';\n"],
  ])('an import against the arrow does not compile: in %s, %s', (layer, code) => {
    const copy = mkdtempSync(join(tmpdir(), 'visavis-layers-'));
    cpSync(join(root, 'src'), join(copy, 'src'), { recursive: true });
    for (const file of ['tsconfig.base.json', 'package.json']) cpSync(join(root, file), join(copy, file));
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    const compile = () => spawnSync('npx', ['tsc', '-b', `src/${layer}`], { cwd: copy, encoding: 'utf8' });
    expect(compile().status).toBe(0);
    writeFileSync(join(copy, 'src', layer, 'wrong.ts'), code);
    const { status, stdout } = compile();
    expect(status).not.toBe(0);
    expect(stdout).toContain('wrong.ts');
    execFileSync('rm', ['-r', copy]);
  });
});
