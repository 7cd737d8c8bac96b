import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { STORY } from '../support/app.ts';

const MAIN = new URL('../../dist/cli/main.js', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'visavis-'));
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
writeFileSync(join(folder, 'a.en.txt'), STORY.en);
writeFileSync(join(folder, 'a.fr.txt'), STORY.fr);
writeFileSync(join(folder, 'lines.en'), 'One house.\n\nTwo houses, built in 1990.\n');
writeFileSync(join(folder, 'lines.fr'), 'Une maison.\nDeux maisons, bâties en 1990.\n');

function visavis(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('visavis', () => {
  it.each(['serve', 'align', 'segment', 'evaluate', 'import', 'export'])('%s --help shows an example', (command) => {
    const { status, stdout } = visavis(command, '--help');
    expect(status).toBe(0);
    expect(stdout).toMatch(/Examples?:\n/);
  });

  it.each<[string, string[], number]>([
    ['no such command', ['explode'], 2],
    ['no such option', ['align', 'a', 'b', '--explode'], 2],
    ['one file only', ['align', 'a.en.txt'], 2],
    ['a wrong format', ['align', 'a.en.txt', 'a.fr.txt', '--format', 'xyz'], 2],
    ['a wrong language', ['align', 'a.en.txt', 'a.fr.txt', '--from', '!!'], 2],
    ['a missing file', ['align', 'none.txt', 'a.fr.txt'], 3],
    ['a folder', ['align', '.', 'a.fr.txt'], 3],
    ['gold that is none', ['evaluate', 'a.en.txt', 'a.fr.txt'], 3],
    ['an odd number of files', ['evaluate', 'a.en.txt'], 2],
    ['a bitext that is not there', ['export', '99', '--format', 'tmx', '--db', 'none.sqlite'], 3],
    ['a database that is none', ['export', '1', '--format', 'tmx', '--db', 'a.en.txt'], 3],
    ['a confidence above one', ['export', '1', '--format', 'tmx', '--min-confidence', '7'], 2],
    ['an output folder that is not there', ['align', 'a.en.txt', 'a.fr.txt', '--out', 'no/such/x.tmx'], 3],
  ])('%s ends with the right code and a message', (_name, args, code) => {
    const { status, stdout, stderr } = visavis(...args);
    expect(status).toBe(code);
    expect(stdout).toBe('');
    expect(stderr).not.toMatch(/\n {4}at /);
    expect(stderr.length).toBeGreaterThan(10);
  });
});

describe('visavis align', () => {
  it('writes each format', () => {
    expect(visavis('align', 'a.en.txt', 'a.fr.txt').stdout).toContain('<tmx version="1.4">');
    expect(visavis('align', 'a.en.txt', 'a.fr.txt', '--format', 'tsv').stdout.split('\n')[0]).toMatch(
      /^Harbour to be deepened\tLe port sera approfondi\t\d\.\d{4}\tproposed$/,
    );
    expect(
      JSON.parse(visavis('align', 'a.en.txt', 'a.fr.txt', '--format', 'jsonl').stdout.split('\n')[2] ?? ''),
    ).toMatchObject({ source: ['Work starts in March 2027.', 'It costs 12 million euros.'], status: 'proposed' });
    expect(visavis('align', 'a.en.txt', 'a.fr.txt', '--format', 'html').stdout).toContain('<table>');
  });

  it('keeps line numbers with --segmented; blank lines are segments that hold nothing', () => {
    const { stdout } = visavis(
      'align',
      'lines.en',
      'lines.fr',
      '--from',
      'en',
      '--to',
      'fr',
      '--segmented',
      '--format',
      'beads',
    );
    expect(stdout.replaceAll(/:\d\.\d{4}/g, '')).toBe('[0]:[0]\n[1]:[]\n[2]:[1]\n');
  });

  it('aligns a list, reports what fails, and goes on where it stopped', () => {
    writeFileSync(
      join(folder, 'pairs.tsv'),
      'a.en.txt\ta.fr.txt\tone\nnone.txt\ta.fr.txt\ttwo\n\na.en.txt\ta.fr.txt\tthree\n',
    );
    const first = visavis('align', '--batch', 'pairs.tsv', '--output', 'out', '--format', 'beads');
    expect(first.status).toBe(1);
    expect(first.stderr).toContain('two: failed: There is no file');
    expect(first.stderr).toContain('2 aligned, 0 done before, 1 failed');
    expect(readFileSync(join(folder, 'out/one.beads'), 'utf8')).toBe(
      readFileSync(join(folder, 'out/three.beads'), 'utf8'),
    );
    expect(visavis('align', '--batch', 'pairs.tsv', '--output', 'out', '--format', 'beads').stderr).toContain(
      '0 aligned, 2 done before, 1 failed',
    );
    expect(
      visavis('align', '--batch', 'pairs.tsv', '--output', 'out', '--format', 'beads', '--force').stderr,
    ).toContain('2 aligned, 0 done before');
    expect(existsSync(join(folder, 'out/two.beads'))).toBe(false);
  });

  it('refuses a list with a name twice or a path as name', () => {
    writeFileSync(join(folder, 'twice.tsv'), 'a.en.txt\ta.fr.txt\na.en.txt\ta.fr.txt\n');
    expect(visavis('align', '--batch', 'twice.tsv', '--output', 'o2').stderr).toContain('is there twice');
    writeFileSync(join(folder, 'path.tsv'), 'a.en.txt\ta.fr.txt\t../x\n');
    expect(visavis('align', '--batch', 'path.tsv', '--output', 'o2').status).toBe(3);
  });
});

describe('visavis align --glossary', () => {
  writeFileSync(join(folder, 'odd.en'), 'Nobody in the whole valley ever spoke of it.\nQuuxes frobnicate.\n');
  writeFileSync(join(folder, 'odd.fr'), 'Les blorps zinguent.\n');
  const align = (...args: string[]) =>
    visavis('align', ...args, 'odd.en', 'odd.fr', '--from', 'en', '--to', 'fr', '--segmented', '--format', 'beads');

  it.each([
    [
      'CSV',
      'concept;kind;language;term\n1;term;en;Quuxes\n1;term;fr-CA;blorps\n2;term;en;frobnicate\n2;term;fr;zinguent\n',
    ],
    ['pairs', 'Quuxes\tblorps\nfrobnicate\tzinguent\n'],
  ])('learns from terms in %s', (_name, text) => {
    writeFileSync(join(folder, 'terms.txt'), text);
    expect(align('--glossary', 'terms.txt').stdout.replaceAll(/:\d\.\d{4}/g, '')).toBe('[0]:[]\n[1]:[0]\n');
  });

  it('names the line that is no pair', () => {
    writeFileSync(join(folder, 'bad.txt'), 'one\tun\ntwo\n');
    expect(align('--glossary', 'bad.txt')).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('bad.txt, line 2'),
    });
  });
});

describe('visavis segment', () => {
  it('prints a sentence a line with empty lines between paragraphs', () => {
    expect(visavis('segment', 'a.en.txt').stdout).toBe(
      'Harbour to be deepened\n\nThe harbour of Brant will be deepened next year.\nWork starts in March 2027.\nIt costs 12 million euros.\n\n"We waited too long," said Mayor Ida Holm.\nThe town council agreed on Monday.\n',
    );
  });

  it('prints offsets into the text', () => {
    const lines = visavis('segment', 'a.fr.txt', '--lang', 'fr', '--format', 'jsonl')
      .stdout.trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    for (const { start, end, text } of lines) expect(STORY.fr.slice(start, end)).toBe(text);
    expect(lines[0]).toMatchObject({ paragraph: 0, kind: 'headline' });
  });
});

describe('visavis import and export', () => {
  it('store a pair and write it', () => {
    const imported = visavis('import', 'a.en.txt', 'a.fr.txt', '--db', 'db.sqlite');
    expect(imported.stdout).toBe('1\n');
    expect(visavis('import', 'a.en.txt', 'a.fr.txt', '--db', 'db.sqlite').stdout).toBe('2\n');
    const exported = visavis('export', '1', '2', '--format', 'tmx', '--db', 'db.sqlite', '--out', 'both.tmx');
    expect(exported.status).toBe(0);
    expect(readFileSync(join(folder, 'both.tmx'), 'utf8').match(/<tu>/g)).toHaveLength(10);
    expect(
      visavis('export', '1', '--format', 'tmx', '--status', 'confirmed', '--db', 'db.sqlite').stdout,
    ).not.toContain('<tu>');
  });
});

describe('visavis lexicon', () => {
  it('brings words in and writes them out', () => {
    writeFileSync(join(folder, 'words.tsv'), 'harbour\tport\n');
    expect(visavis('lexicon', 'import', 'words.tsv', '--from', 'en', '--to', 'fr', '--db', 'words.sqlite').stdout).toBe(
      '1\n',
    );
    expect(visavis('lexicon', 'export', '--from', 'fr', '--to', 'en', '--db', 'words.sqlite').stdout).toBe(
      'port\tharbour\t1.000\n',
    );
    expect(visavis('lexicon', 'import', 'words.tsv', '--from', 'en', '--db', 'words.sqlite').status).toBe(2);
  });
});

describe('visavis align with texts that do not belong together', () => {
  it('says so, with a figure', () => {
    writeFileSync(
      join(folder, 'soup.fr.txt'),
      'La soupe est prête.\nIl pleut encore ce soir.\nMa tante aime les chats.\nPersonne ne répond.\nLe vent souffle fort.\nOn ferme.',
    );
    expect(visavis('align', 'a.en.txt', 'soup.fr.txt', '--format', 'beads').stderr).toMatch(
      /may not be translations of each other\. Only about \d+%/,
    );
    expect(visavis('align', 'a.en.txt', 'a.fr.txt', '--format', 'beads').stderr).toBe('');
  });
});

describe('visavis evaluate', () => {
  it('prints scores, or JSON', () => {
    writeFileSync(join(folder, 'g'), '[0]:[0]\n[1]:[1]\n');
    writeFileSync(join(folder, 'h'), '[0]:[0]\n[1]:[]\n[]:[1]\n');
    expect(visavis('evaluate', 'g', 'h').stdout).toBe(
      'strict P 0.333 R 0.500 F1 0.400 | lax P 0.333 R 0.500 F1 0.400\n',
    );
    expect(JSON.parse(visavis('evaluate', 'g', 'g', '--json').stdout).strict).toEqual({
      precision: 1,
      recall: 1,
      f1: 1,
    });
  });
});

describe('visavis serve', () => {
  it('says that the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const child = spawn(process.execPath, [MAIN, 'serve', '--port', String(port), '--db', 'taken.sqlite'], {
      cwd: folder,
    });
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    other.close();
    expect(stderr).toContain(`Port ${port} is taken`);
    expect(code).toBe(3);
  });

  it('prints the address, answers, and stops when asked to', async () => {
    const child = spawn(process.execPath, [MAIN, 'serve', '--port', '0', '--db', 'serve.sqlite'], { cwd: folder });
    const url = await new Promise<string>((resolve) => {
      child.stdout.on('data', (chunk) => {
        const found = /http:\S+/.exec(String(chunk))?.[0];
        if (found) resolve(found);
      });
    });
    expect((await fetch(url)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
  });
});

describe('visavis glossary', () => {
  it('finds terms with their places, later mentions too', () => {
    write(
      'terms.csv',
      'concept,kind,language,term,status\nl,person,fr,Sergueï Lavrov,preferred\nm,role,fr,ministre des Affaires étrangères,preferred\nm,role,fr,chef de la diplomatie,deprecated\n',
    );
    const text =
      'Le ministre russe des Affaires étrangères, Sergueï Lavrov, part. Le chef de la diplomatie, M. Lavrov, revient.';
    write('story.fr.txt', text);
    const { stdout, status } = visavis(
      'glossary',
      'find',
      'story.fr.txt',
      '--glossary',
      'terms.csv',
      '--lang',
      'fr',
      '--format',
      'jsonl',
    );
    expect(status).toBe(0);
    const hits = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, string | number>);
    expect(hits.map(({ text, concept, status }) => `${text} ${concept} ${status}`)).toEqual([
      'ministre russe des Affaires étrangères m preferred',
      'Sergueï Lavrov l preferred',
      'chef de la diplomatie m deprecated',
      'Lavrov l preferred',
    ]);
    for (const { start, end, text: found } of hits) expect(text.slice(Number(start), Number(end))).toBe(found);
  });

  it('tells where a translation departs from a glossary', () => {
    write('check.txt', 'Northport Council\tConseil de Northport\nmayor\tmaire\n');
    write('a.txt', 'The Northport Council met on Monday.\nThe mayor spoke first.\nThen everyone went home again.\n');
    write(
      'b.txt',
      'Le Conseil de Northport s’est réuni lundi.\nLa présidente a parlé d’abord.\nPuis tout le monde est rentré chez soi.\n',
    );
    const check = (target: string) =>
      visavis('glossary', 'check', 'a.txt', target, '--glossary', 'check.txt', '--from', 'en', '--to', 'fr');
    const departs = check('b.txt');
    expect(departs.stdout).toBe('2\tterm-missing\tmayor\tmaire\n');
    expect(departs.status).toBe(1);
    write(
      'c.txt',
      'Le Conseil de Northport s’est réuni lundi.\nLa maire a parlé d’abord.\nPuis tout le monde est rentré chez soi.\n',
    );
    const agrees = check('c.txt');
    expect(agrees).toMatchObject({ stdout: '', status: 0 });
  });

  it('reads TBX, both versions', () => {
    write(
      'v2.tbx',
      '<martif type="TBX-Basic"><text><body><termEntry id="c1"><langSet xml:lang="en"><tig><term>ferry</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig></langSet></termEntry></body></text></martif>',
    );
    write(
      'v3.tbx',
      '<tbx type="TBX-Basic" style="dct" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:basic="b"><text><body><conceptEntry id="c2"><langSec xml:lang="en"><termSec><term>ferry</term><basic:administrativeStatus>preferredTerm-admn-sts</basic:administrativeStatus></termSec></langSec></conceptEntry></body></text></tbx>',
    );
    write('f.txt', 'Two ferries sank.');
    const find = (file: string) => visavis('glossary', 'find', 'f.txt', '--glossary', file, '--lang', 'en').stdout;
    expect(find('v2.tbx')).toBe('4\t11\tferries\tferry\tdeprecated\n');
    expect(find('v3.tbx')).toBe('4\t11\tferries\tferry\tpreferred\n');
  });

  it('proposes entries from a text and its translation', () => {
    write(
      'a.txt',
      'Russian Foreign Minister Sergey Lavrov met Anna Holm in Moscow.\n\nLavrov thanked the United Nations.',
    );
    write(
      'b.txt',
      'Le ministre russe des Affaires étrangères Sergueï Lavrov a rencontré Anna Holm à Moscou.\n\nLavrov a remercié les Nations unies.',
    );
    const { stdout } = visavis(
      'glossary',
      'extract',
      'a.txt',
      'b.txt',
      '--from',
      'en',
      '--to',
      'fr',
      '--format',
      'jsonl',
    );
    const found = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, string>);
    expect(found.map(({ kind, source, target }) => `${kind}: ${source} = ${target}`).sort()).toEqual([
      'organisation: United Nations = Nations Unies',
      'person: Anna Holm = Anna Holm',
      'person: Sergey Lavrov = Sergueï Lavrov',
      'place: Moscow = Moscou',
      'role: foreign minister = ministre des Affaires étrangères',
    ]);
  });

  it('tells whether names are one', () => {
    write('names.tsv', 'Sergey Lavrov\ten\tСергей Лавров\tru\nSergey Lavrov\ten\tSergueï Choïgou\tfr\n');
    const [same, other] = visavis('glossary', 'names', 'names.tsv').stdout.trim().split('\n').map(Number);
    expect(same).toBeGreaterThan(0.8);
    expect(other).toBeLessThan(0.2);
    write('odd.tsv', 'one\ttwo\n');
    expect(visavis('glossary', 'names', 'odd.tsv')).toMatchObject({ status: 3 });
  });
});

describe('visavis clean', () => {
  it('writes a memory without its faults and with what other tools said, and reports them', () => {
    const unit = (source: string, target: string, said = '') =>
      `<tu changedate="20240116T120000Z" changeid="Ana">${said}<tuv xml:lang="en"><seg>${source}</seg></tuv><tuv xml:lang="fr"><seg>${target}</seg></tuv></tu>`;
    const units = [
      unit('The mayor spoke.', 'Le maire a parlÃ©.', '<prop type="client">Town</prop>'),
      unit('The mayor left.', 'Le maire est parti.'),
      unit('The mayor left.', 'Le maire est parti.'),
    ];
    write('old.tmx', `<tmx version="1.4"><header srclang="en"/><body>${units.join('')}</body></tmx>`);
    const { status, stderr } = visavis('clean', 'old.tmx', '--out', 'new.tmx', '--report', 'report.jsonl');
    expect([status, stderr]).toEqual([0, 'duplicate: 1\nencoding-damage: 1\n2 of 3 units written\n']);
    const clean = readFileSync(join(folder, 'new.tmx'), 'utf8');
    expect(clean.match(/<tu [^>]*>/gu)).toEqual(Array(2).fill('<tu changedate="20240116T120000Z" changeid="Ana">'));
    expect(clean).toContain('<prop type="client">Town</prop>');
    expect(clean).toContain('Le maire a parlé.');
    const report = readFileSync(join(folder, 'report.jsonl'), 'utf8').trim().split('\n');
    expect(report.map((line) => JSON.parse(line) as object)).toMatchObject([
      { code: 'encoding-damage', unit: 1, repairs: [{ side: 'target', to: 'Le maire a parlé.' }] },
      { code: 'duplicate', unit: 3, other: 2 },
    ]);
  });
});
