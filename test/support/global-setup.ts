import { execFileSync } from 'node:child_process';
import { chromiumPath } from './chromium.ts';

/** Before all tests: the program is compiled, since workers and the browser run what is compiled, and a browser is there. */
export default function setup(): void {
  execFileSync('npx', ['tsc', '-b'], { stdio: 'inherit' });
  process.env['CHROMIUM_PATH'] = chromiumPath();
}
