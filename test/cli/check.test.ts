import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { folder, visavis, write } from '../support/cli.ts';

const require = createRequire(import.meta.url);
/** The schema of SARIF 2.1.0 by OASIS, which this package carries. */
const SARIF_SCHEMA = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');

const UNITS = [
  ['The orchard has 340 trees.', 'Le verger compte 430 arbres.'],
  ['The gate is open.', 'Le portail est ouvert.'],
  ['He did not come.', 'Il est venu.'],
  ['The ferry is late.', 'Le bateau a du retard.'],
] as const;

function tmx(units: readonly (readonly [string, string])[]): string {
  const body = units.map(
    ([en, fr]) => `<tu><tuv xml:lang="en"><seg>${en}</seg></tuv><tuv xml:lang="fr"><seg>${fr}</seg></tuv></tu>`,
  );
  return `<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="en" datatype="plaintext"/><body>${body.join('')}</body></tmx>`;
}

function xliff(units: readonly (readonly [string, string])[]): string {
  const body = units.map(
    ([en, fr], i) => `<trans-unit id="${i}"><source>${en}</source><target>${fr}</target></trans-unit>`,
  );
  return `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file source-language="en" target-language="fr" datatype="plaintext" original="x"><body>${body.join('')}</body></file></xliff>`;
}

const wrong = UNITS.map(([source]) => source).join('\n\n');
const translated = UNITS.map(([, target]) => target).join('\n\n');

/** Runs the check, and gives its exit code and the codes that it reports, in order. */
function check(...args: string[]) {
  const { status, stdout, stderr } = visavis('check', ...args, '--format', 'jsonl');
  const lines = stdout
    .trimEnd()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { file?: string; row: number; code: string; severity: string });
  return { status, stderr, lines, codes: lines.map(({ code }) => code) };
}

beforeAll(() => {
  write('units.tmx', tmx(UNITS));
  write('units.xlf', xliff(UNITS));
  write('right.tmx', tmx([UNITS[1]]));
  write('u.en.txt', wrong);
  write('u.fr.txt', translated);
  mkdirSync(join(folder, 'set', 'deep'), { recursive: true });
  write('set/a.tmx', tmx(UNITS));
  write('set/deep/b.xlf', xliff([UNITS[0]]));
  mkdirSync(join(folder, 'empty'));
});

describe('visavis check', () => {
  it('finds what is wrong in two texts and ends with 1', () => {
    const { status, lines } = check('u.en.txt', 'u.fr.txt', '--from', 'en', '--to', 'fr');
    expect(lines).toMatchObject([
      { row: 1, code: 'number' },
      { row: 3, code: 'negation', severity: 'hint' },
    ]);
    expect(status).toBe(1);
  });

  it('ends with 0 where nothing is wrong, and with more than 1 where it could not be checked', () => {
    expect(check('right.tmx')).toMatchObject({ status: 0, lines: [] });
    expect(check('empty')).toMatchObject({ status: 3, stderr: expect.stringContaining('no TMX or XLIFF file') });
    expect(check('units.tmx', '--only', 'nombre').status).toBeGreaterThan(1);
  });

  it('checks the files of a folder, each named', () => {
    const { lines } = check('set');
    expect(lines.map(({ file, code }) => [file, code])).toEqual([
      ['set/a.tmx', 'number'],
      ['set/a.tmx', 'negation'],
      ['set/deep/b.xlf', 'number'],
    ]);
  });

  it('makes only some checks, all but some, and reports what matters enough', () => {
    expect(check('units.xlf', '--only', 'negation', 'quotes').codes).toEqual(['negation']);
    expect(check('units.tmx', '--except', 'number')).toMatchObject({ status: 1, codes: ['negation'] });
    expect(check('units.tmx', '--except', 'number', '--severity', 'warning')).toMatchObject({ status: 0, codes: [] });
  });

  it('goes by a profile', () => {
    write('quiet.json', '{"visavisChecks": 1, "name": "Quiet", "levels": {"number": "off", "negation": "error"}}');
    const { lines, status } = check('units.tmx', '--profile', 'quiet.json', '--severity', 'error');
    expect(lines).toMatchObject([{ code: 'negation', severity: 'error' }]);
    expect(status).toBe(1);
    write('broken.json', '{"visavisChecks": 1, "name": "x", "levels": {"nombre": "off"}}');
    expect(check('units.tmx', '--profile', 'broken.json')).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('There is no check “nombre”'),
    });
  });

  it('looks for the patterns of a checklist, and goes on where one would take for ever', () => {
    write('ships.tsv', 'ferry\tbateau\tWe say bac\n\t(a+)+$\tendless\tregex\n');
    const { lines, stderr } = check('units.tmx', '--profile', 'ships.tsv', '--only', 'pattern');
    expect(lines).toMatchObject([{ row: 4, code: 'pattern', reason: 'From your checklist: We say bac' }]);
    expect(stderr).toContain('“endless” was left out');
  });

  it('has terms of a glossary among the rest', () => {
    write('terms.csv', 'en,fr\nferry,bac\n');
    expect(check('units.tmx', '--glossary', 'terms.csv', '--only', 'term-missing').lines).toMatchObject([{ row: 4 }]);
  });

  it('writes SARIF of the shape that the standard asks for', () => {
    const { stdout } = visavis('check', 'set', '--format', 'sarif');
    const log = JSON.parse(stdout) as SarifLog;
    const Ajv = require('ajv');
    const ajv = new Ajv({ schemaId: 'id', meta: false, unknownFormats: 'ignore', logger: false });
    ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json'));
    ajv.validate(SARIF_SCHEMA, log);
    expect(ajv.errors).toBeNull();
    expect(ajv.validate(SARIF_SCHEMA, { ...log, runs: [{}] })).toBe(false);
    expect(log).toMatchObject({ version: '2.1.0', $schema: expect.stringContaining('sarif-2.1.0') });
    const [{ tool, results }] = log.runs as [SarifLog['runs'][number]];
    const ids = tool.driver.rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { ruleId, ruleIndex, level, message, locations } of results) {
      expect(ids[ruleIndex]).toBe(ruleId);
      expect(['none', 'note', 'warning', 'error']).toContain(level);
      expect(message.text).not.toBe('');
      const { artifactLocation, region } = locations[0]!.physicalLocation;
      expect(artifactLocation.uri).toMatch(/^[\w!#$%&'()*+,./:;=?@~-]+$/u);
      expect(region.startLine).toBeGreaterThan(0);
      if (region.startColumn !== undefined) {
        expect(region.startColumn).toBeGreaterThan(0);
        expect(region.endColumn).toBeGreaterThanOrEqual(region.startColumn);
      }
    }
    expect(results).toHaveLength(3);
  });

  it('names every option in its help', () => {
    const { stdout } = visavis('check', '--help');
    for (const option of [
      '--glossary',
      '--profile',
      '--only',
      '--except',
      '--severity',
      '--format',
      '--date',
      'Exit code',
    ])
      expect(stdout.replace(/\s+/gu, ' ')).toContain(option);
  });
});

interface SarifLog {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string };
          readonly region: { readonly startLine: number; readonly startColumn?: number; readonly endColumn: number };
        };
      }[];
    }[];
  }[];
}
