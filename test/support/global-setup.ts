import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumPath } from './chromium.ts';

/**
 * Before all tests: the program is compiled, since workers and the browser run what is compiled, and a browser is there.
 * What tests and the programs they start leave among temporary files is gone after them.
 */
export default function setup(): () => void {
  execFileSync('npx', ['tsc', '-b'], { stdio: 'inherit' });
  process.env['CHROMIUM_PATH'] = chromiumPath();
  const folder = mkdtempSync(join(tmpdir(), 'visavis-tests-'));
  for (const name of ['TMPDIR', 'TMP', 'TEMP']) process.env[name] = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
