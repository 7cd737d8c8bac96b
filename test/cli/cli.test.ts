import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { STORY } from '../support/app.ts';
import { folder, visavis, write } from '../support/cli.ts';

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

describe('visavis align --db', () => {
  it('uses the lexicons that were imported there, and says where there is none', () => {
    writeFileSync(join(folder, 'odd2.en'), 'Nobody in the whole valley ever spoke of it.\nQuuxes frobnicate.\n');
    writeFileSync(join(folder, 'odd2.fr'), 'Les blorps zinguent.\n');
    writeFileSync(join(folder, 'words.tsv'), 'Quuxes\tblorps\nfrobnicate\tzinguent\n');
    const align = (...args: string[]) =>
      visavis('align', 'odd2.en', 'odd2.fr', '--from', 'en', '--to', 'fr', '--segmented', '--format', 'beads', ...args);
    visavis('lexicon', 'import', 'words.tsv', '--from', 'en', '--to', 'fr-CA', '--db', 'words.sqlite');
    expect(align('--db', 'words.sqlite').stdout.replaceAll(/:\d\.\d{4}/g, '')).toBe('[0]:[]\n[1]:[0]\n');
    expect(align('--db', 'nowhere.sqlite')).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('There is no file nowhere.sqlite.'),
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

  it('takes the dictionaries that the machine has, in both directions, and says which there are', () => {
    mkdirSync(join(folder, 'dictd'));
    writeFileSync(join(folder, 'dictd', 'freedict-fra-eng.dict'), 'quai\nwharf\n');
    writeFileSync(join(folder, 'dictd', 'freedict-fra-eng.index'), 'quai\tA\tL\n');
    const bring = (...args: string[]) =>
      visavis('lexicon', 'import', '--from', 'en', '--db', 'machine.sqlite', '--installed', 'dictd', ...args);
    expect(bring('--to', 'fr-CA').stdout).toBe(`1\t${join('dictd', 'freedict-fra-eng.dict')}\n`);
    expect(visavis('lexicon', 'export', '--from', 'en', '--to', 'fr', '--db', 'machine.sqlite').stdout).toBe(
      'wharf\tquai\t1.000\n',
    );
    expect(bring('--to', 'cy')).toMatchObject({ status: 3, stderr: expect.stringContaining('dictd holds fr–en.') });
    expect(bring('--to', 'fr', 'words.tsv').stderr).toContain('A file and --installed were both given.');
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
