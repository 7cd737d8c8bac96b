import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, visavis, write } from '../support/cli.ts';

for (const name of ['english', 'french', 'english/late']) mkdirSync(join(folder, name), { recursive: true });
const BRIDGE = [
  'Bridge at Torvik closed after cracks are found',
  'The bridge at Torvik was closed on 4 March after engineers had found 17 cracks in its pillars.',
  'Mayor Sergei Petrushin said the repair would cost €24.5 million and take 14 months.',
];
write('english/77.txt', BRIDGE.join('\n\n'));
write('english/late/78.txt', [...BRIDGE, 'Some 12,347 people cross it every day.'].join('\n\n'));
write('english/80.txt', 'Library opens\n\nThe new library of Ostmark has 31,000 books, said Ingrid Keller on 9 June.');
write('english/broken.pdf', '%PDF-1.4 nothing');
write(
  'french/a.html',
  `<html lang="fr"><body><h1>Le pont de Torvik fermé</h1><p>Le pont de Torvik a été fermé le 4 mars : des ingénieurs avaient trouvé 17 fissures dans ses piliers.</p>
<p>Selon le maire, Sergueï Petrouchine, la réparation coûtera 24,5 millions d’euros et durera 14 mois.</p><p>Quelque 12 000 personnes l’empruntent chaque jour.</p></body></html>`,
);
write(
  'french/b.txt',
  'À Torvik, le maire promet un bac\n\nLe maire de Torvik, Sergueï Petrouchine, promet un bac à partir du 19 avril. Il aura 62 places.',
);

describe('visavis pair', () => {
  it('names the pairs with their reasons, other versions, what stays alone and what cannot be read; copies pairs as an import takes them', () => {
    const { status, stdout, stderr } = visavis('pair', 'english', 'french', '--json', '--copy-to', 'paired');
    expect(JSON.parse(stdout)).toMatchObject({
      pairs: [
        {
          a: { path: 'late/78.txt', language: 'en', versions: ['77.txt'] },
          b: { path: 'a.html', language: 'fr' },
          state: 'sure',
          reasons: expect.arrayContaining(['5 of 5 numbers and dates in both']),
        },
      ],
      alone: { a: [{ path: '80.txt' }], b: [{ path: 'b.txt' }] },
      unread: [{ path: 'broken.pdf' }],
    });
    expect(status).toBe(1);
    expect(stderr).toContain(
      'sure pairs: 1; doubtful: 0; without counterpart: 1 and 1; other versions: 1; not read: 1',
    );
    expect(readFileSync(join(folder, 'paired/pairs.tsv'), 'utf8')).toBe('late-78.en.txt\tlate-78.fr.html\tlate-78\n');
    expect(readdirSync(join(folder, 'paired')).sort()).toEqual(['late-78.en.txt', 'late-78.fr.html', 'pairs.tsv']);
    expect(visavis('import', 'paired', '--dry-run', '--db', 'x.sqlite').stdout).toBe(
      'late-78.en.txt\tlate-78.fr.html\n',
    );
  });

  it('writes a table for people and programs, and never over copies that are there', () => {
    mkdirSync(join(folder, 'full'), { recursive: true });
    write('full/kept.txt', 'kept');
    expect(visavis('pair', 'english', 'french', '--copy-to', 'full')).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('The folder full is not empty.'),
    });
    visavis('pair', 'english', 'french', '--from', 'en', '--to', 'fr', '--report', 'pairs.tsv');
    const [head, row, ...rest] = readFileSync(join(folder, 'pairs.tsv'), 'utf8').trim().split('\n');
    expect(head).toBe('a\tb\tlikeness\tstate\treasons\tversions of a\tversions of b');
    expect(row?.split('\t')).toMatchObject({ 0: 'late/78.txt', 1: 'a.html', 3: 'sure', 5: '77.txt' });
    expect(rest).toEqual([]);
  });
});
