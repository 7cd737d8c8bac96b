import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, visavis, write } from '../support/cli.ts';

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
