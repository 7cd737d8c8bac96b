import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Makes data/cities.json from the cities that Unicode's CLDR names time zones after. `npm run make:cities` fetches them from npm;
// `-- FOLDER` takes an unpacked package instead.

const PACKAGE = 'cldr-dates-full';
const VERSION = '48.2.0';
const TARGET = new URL('../../data/cities.json', import.meta.url);
const CHECKS = new URL('../../data/checks/', import.meta.url);

/** Names that are words or people, too. */
const AMBIGUOUS = new Set(
  'Resolute Phoenix Darwin Regina Nome Creston Dawson Center Troll Catamarca Mendoza Cordoba Eirunepe'.split(' '),
);

interface Zone {
  readonly exemplarCity?: string;
}
type Zones = { readonly [name: string]: Zone | Zones };

function makeCities(folder: string): void {
  const languages = readdirSync(CHECKS).map((name) => name.replace('.json', ''));
  const named = new Map(languages.map((language) => [language, citiesIn(folder, language)]));
  const zones = [...new Set([...named.values()].flatMap((cities) => [...cities.keys()]))].filter(isOfCity).toSorted();
  const records = zones.flatMap((zone) => {
    const own = zone.split('/').at(-1)!.replaceAll('_', ' ');
    const names = languages.map((language) => [language, named.get(language)!.get(zone) ?? own] as const);
    const isPlain = names.every(([language, name]) => !/[,[(，]/u.test(name) && !isCountry(name, language));
    if (!isPlain || AMBIGUOUS.has(own)) return [];
    const others = names.filter(([, name]) => name !== own);
    return [JSON.stringify(Object.fromEntries([['und', own], ...others]))];
  });
  const source = `Derived from ${PACKAGE} ${VERSION} (Unicode CLDR, Unicode-3.0, see data/lexicon/cldr/LICENSE)`;
  writeFileSync(
    TARGET,
    `{\n  "source": ${JSON.stringify(source)},\n  "cities": [\n    ${records.join(',\n    ')}\n  ]\n}\n`,
  );
  process.stdout.write(`${records.length} cities\n`);
}

function isOfCity(zone: string): boolean {
  return /^(?:Europe|Asia|Africa|America|Australia)\/[^/]+$/u.test(zone);
}

/** Whether a city has the name of a country, as Tunis in Arabic: nothing could be told from it. */
function isCountry(name: string, language: string): boolean {
  const regions = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  for (let a = 65; a <= 90; a += 1)
    for (let b = 65; b <= 90; b += 1) {
      const region = regions.of(String.fromCharCode(a, b));
      if (region && plain(region) === plain(name)) return true;
    }
  return false;
}

function citiesIn(folder: string, language: string): Map<string, string> {
  const file = join(folder, 'main', language, 'timeZoneNames.json');
  const content = JSON.parse(readFileSync(file, 'utf8')) as {
    main: Record<string, { dates: { timeZoneNames: { zone: Zones } } }>;
  };
  const found = new Map<string, string>();
  const walk = (zones: Zones, path: readonly string[]) => {
    for (const [name, zone] of Object.entries(zones)) {
      if (typeof zone.exemplarCity === 'string') found.set([...path, name].join('/'), zone.exemplarCity);
      else if (path.length < 2) walk(zone as Zones, [...path, name]);
    }
  };
  walk(content.main[language]!.dates.timeZoneNames.zone, []);
  return found;
}

const [given] = process.argv.slice(2);
if (given) makeCities(given);
else {
  const work = mkdtempSync(join(tmpdir(), 'cities-'));
  try {
    execFileSync('npm', ['pack', `${PACKAGE}@${VERSION}`, '--silent'], { cwd: work });
    execFileSync('tar', ['xzf', `${PACKAGE}-${VERSION}.tgz`], { cwd: work });
    if (existsSync(join(work, 'package'))) makeCities(join(work, 'package'));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
