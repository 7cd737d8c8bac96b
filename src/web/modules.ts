import { readFileSync } from 'node:fs';

const COMPILED = new URL('../../dist/', import.meta.url);

const known = new Map<string, readonly string[]>();

/**
 * The addresses of the modules that a page's script imports, and of those that they import: a browser that is told of all of
 * them at once need not wait for each to learn of the next.
 * @param script such as "pages/review"
 */
export function modulesOf(script: string): readonly string[] {
  const before = known.get(script);
  if (before) return before;
  const found = new Set<string>();
  const visit = (module: URL) => {
    if (found.has(module.href)) return;
    found.add(module.href);
    const text = readFileSync(module, 'utf8');
    for (const [, from = ''] of text.matchAll(/^(?:import|export)\b(?:[^;'"]*\bfrom)?\s*["'](\.[^"']+)["']/gmu)) {
      visit(new URL(from, module));
    }
  };
  visit(new URL(`client/${script}.js`, COMPILED));
  const addresses = [...found].slice(1).map((href) => `/${href.slice(COMPILED.href.length)}`);
  known.set(script, addresses);
  return addresses;
}
