import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

// What other tools make of our files, where they are installed (Debian: translate-toolkit, omegat).

const MAIN = new URL('../../dist/cli/main.js', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'visavis-'));
const SOURCE = ['Hello <world> & all.', 'The “minister” resigned on Monday.'];
const TARGET = ['Bonjour <monde> & tous.', 'Le « ministre » a démissionné lundi.'];
writeFileSync(join(folder, 'a.en.txt'), `${SOURCE.join('\n')}\n`);
writeFileSync(join(folder, 'a.fr.txt'), `${TARGET.join('\n')}\n`);
writeFileSync(
  join(folder, 'terms.csv'),
  'concept,kind,language,term\n1,role,en,foreign minister\n1,role,fr,ministre des Affaires étrangères\n',
);

function run(command: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8', timeout: 120_000 });
  expect(status, stderr).toBe(0);
  return stdout;
}

function written(format: string, file: string): string {
  run(process.execPath, MAIN, 'align', 'a.en.txt', 'a.fr.txt', '--segmented', '--format', format, '--out', file);
  return file;
}

function isThere(what: string, command: string, ...args: string[]): boolean {
  const there = spawnSync(command, args).status === 0;
  if (!there) console.warn(`${what} is not installed: what it makes of our files is not tested.`);
  return there;
}

const PYTHON = '/usr/bin/python3';
const READ = `
import sys, json, importlib
module, kind, name = sys.argv[1:]
store = getattr(importlib.import_module('translate.storage.' + module), kind).parsefile(name)
print(json.dumps([[str(unit.source), str(unit.target)] for unit in store.units]))
`;

describe.skipIf(!isThere('translate-toolkit', PYTHON, '-c', 'import translate.storage.tmx'))(
  'translate-toolkit',
  () => {
    const pairs = SOURCE.map((text, i) => [text, TARGET[i]]);
    const read = (module: string, kind: string, file: string): unknown =>
      JSON.parse(run(PYTHON, '-c', READ, module, kind, file));

    it('reads our TMX', () => {
      expect(read('tmx', 'tmxfile', written('tmx', 'a.tmx'))).toEqual(pairs);
    });

    it('reads our XLIFF 1.2', () => {
      expect(read('xliff', 'xlifffile', written('xliff', 'a.xlf'))).toEqual(pairs);
    });

    it('reads our TBX 2', () => {
      run(process.execPath, MAIN, 'glossary', 'import', 'terms.csv', '--db', 'g.sqlite');
      run(process.execPath, MAIN, 'glossary', 'export', '--format', 'tbx2', '--db', 'g.sqlite', '--out', 'g.tbx');
      expect(read('tbx', 'tbxfile', 'g.tbx')).toEqual([['foreign minister', 'ministre des Affaires étrangères']]);
    });
  },
);

const OMEGAT = '/usr/share/omegat/OmegaT.jar:/usr/share/java/groovy-all.jar';
const READ_GLOSSARY = `
import org.omegat.gui.glossary.GlossaryReaderTSV
def out = new PrintStream(System.out, true, 'UTF-8')
GlossaryReaderTSV.read(new File(args[0]), false).each { out.println([it.srcText, it.locText, it.commentText].join('|')) }
`;

describe.skipIf(!isThere('OmegaT', 'test', '-f', '/usr/share/omegat/OmegaT.jar'))('OmegaT', () => {
  it('reads our glossary text', { timeout: 120_000 }, () => {
    writeFileSync(join(folder, 'read.groovy'), READ_GLOSSARY);
    writeFileSync(
      join(folder, 'names.csv'),
      'concept,kind,language,term,definition\n1,role,en,foreign minister,of a state\n1,role,fr,ministre des Affaires étrangères,\n2,person,en,Sergey Lavrov,\n2,person,fr,Sergueï Lavrov,\n',
    );
    run(process.execPath, MAIN, 'glossary', 'import', 'names.csv', '--db', 'n.sqlite');
    const languages = ['--from', 'en', '--to', 'fr'];
    run(
      process.execPath,
      MAIN,
      'glossary',
      'export',
      '--format',
      'omegat',
      ...languages,
      '--db',
      'n.sqlite',
      '--out',
      'names.utf8',
    );
    const read = run(
      'java',
      '-Dfile.encoding=ISO-8859-1',
      '-cp',
      OMEGAT,
      'groovy.ui.GroovyMain',
      'read.groovy',
      'names.utf8',
    );
    expect(read.trim().split('\n')).toEqual([
      'foreign minister|ministre des Affaires étrangères|of a state',
      'Sergey Lavrov|Sergueï Lavrov|',
    ]);
  });

  it('takes translations from our TMX', { timeout: 120_000 }, () => {
    for (const name of ['source', 'target', 'tm/auto', 'omegat', 'glossary', 'dictionary']) {
      mkdirSync(join(folder, 'project', name), { recursive: true });
    }
    const folders = ['source_dir', 'target_dir', 'tm_dir', 'glossary_dir', 'glossary_file', 'dictionary_dir']
      .map((name) => `<${name}>__DEFAULT__</${name}>`)
      .join('');
    writeFileSync(
      join(folder, 'project/omegat.project'),
      `<?xml version="1.0" encoding="UTF-8"?><omegat><project version="1.0">${folders}<source_lang>EN</source_lang><target_lang>FR</target_lang><sentence_seg>true</sentence_seg><support_default_translations>true</support_default_translations><remove_tags>false</remove_tags></project></omegat>`,
    );
    writeFileSync(join(folder, 'project/source/a.txt'), `${SOURCE.join('\n')}\n`);
    written('tmx', 'project/tm/auto/a.tmx');
    run('omegat', join(folder, 'project'), '--mode=console-translate');
    expect(readFileSync(join(folder, 'project/target/a.txt'), 'utf8').trim().split('\n')).toEqual(TARGET);
  });
});
