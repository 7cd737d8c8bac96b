import { describe, expect, it } from 'vitest';
import writeXlsx from 'write-excel-file/node';
import { conceptsIn, glossaryAccount } from '../../src/app/glossary/glossary-files.ts';
import { missingLetters } from '../../src/core/text/letters.ts';
import { readGlossary } from '../../src/intake/glossaries/read-glossary.ts';
import { bytes } from '../support/chunks.ts';

describe('a table that somebody has made', () => {
  it('has its words for statuses and genders understood in several languages', () => {
    const [concept] = readGlossary(
      'Langue;Terme;Statut;Genre;N°\nfr;bac;interdit;masculin;1\nfr;traversier;préféré;m;1\n',
      'a.csv',
    );
    expect(concept?.terms.map(({ text, status, gender }) => [text, status, gender])).toEqual([
      ['bac', 'forbidden', 'masculine'],
      ['traversier', 'preferred', 'masculine'],
    ]);
  });

  it('with a pair a row has a status and a gender for the translation, and puts what is banned to what is not', () => {
    const account = glossaryAccount();
    const found = readGlossary(
      'EN;FR;Statut;Genre;Remarque\nferry;traversier;préféré;m;au Québec\nferry;bac;interdit;m;\n',
      'a.csv',
      undefined,
      account,
    );
    expect(found).toHaveLength(1);
    expect(found[0]?.note).toBe('au Québec');
    expect(found[0]?.terms.map(({ text, status, gender, note }) => [text, status, gender, note])).toEqual([
      ['ferry', 'preferred', '', ''],
      ['traversier', 'preferred', 'masculine', ''],
      ['bac', 'forbidden', 'masculine', ''],
    ]);
    expect([...account.leftOut.parts()]).toEqual([]);
  });

  it('has its languages found where the columns are headed by terms of them', () => {
    const headed = ['terme français;terme anglais', 'Begriff (Deutsch);Begriff (Englisch)', 'term_pt;term_nl'];
    const found = headed.map((head) => readGlossary(`${head};statut;no term\nbac;ferry;interdit;\n`, 'a.csv'));
    expect(found.map(([concept]) => concept?.terms.map(({ language, status }) => `${language} ${status}`))).toEqual([
      ['fr admitted', 'en forbidden'],
      ['de admitted', 'en forbidden'],
      ['pt admitted', 'nl forbidden'],
    ]);
  });

  it('has its genders for terms of languages with genders, and no letter or kind lost in silence', () => {
    const account = glossaryAccount();
    const found = readGlossary(
      'Français,Anglais,Genre,Catégorie,Statut\npilote de port,harbour pilot,f,fonction,\nphare,lighthouse,m,lanterne,\nphare,light house,m,lieu,interdit\n',
      'a.csv',
      undefined,
      account,
    );
    expect(found.map(({ terms }) => terms.map(({ gender }) => gender))).toEqual([
      ['feminine', ''],
      ['masculine', '', ''],
    ]);
    expect([...account.leftOut.parts()]).toEqual([['kind “lanterne”', 1]]);
    expect(missingLetters(account.balance(found))).toBe(0);
  });

  it('is read from a workbook', async () => {
    const rows = [
      ['English', 'French', 'Domain'],
      ['ferry', 'traversier', 'transport'],
    ].map((row) => row.map((value) => ({ value })));
    const file = new Uint8Array(await writeXlsx(rows, {}).toBuffer());
    const [concept] = await conceptsIn(file, 'terms.xlsx', 'terms.xlsx');
    expect(concept).toMatchObject({
      subjectField: 'transport',
      terms: [
        { language: 'en', text: 'ferry' },
        { language: 'fr', text: 'traversier' },
      ],
    });
  });

  it('of who held which position becomes people, roles and countries with dates', async () => {
    const file = bytes(
      'item,itemLabel_en,position,positionLabel_en,country,countryLabel_en,start,end,gender\n' +
        'http://www.wikidata.org/entity/Q901,Kari Solberg,http://www.wikidata.org/entity/Q902,fisheries minister,Q903,Norway,2023-02-01T00:00:00Z,,female\n' +
        'http://www.wikidata.org/entity/Q904,Nils Hagen,http://www.wikidata.org/entity/Q902,fisheries minister,Q903,Norway,2019-01-01T00:00:00Z,2023-02-01T00:00:00Z,male\n',
    );
    const found = await conceptsIn(file, 'held.csv', 'held.csv');
    expect(found.map(({ kind, terms, ids }) => [kind, terms[0]?.text, terms[0]?.gender, ids?.['wikidata']])).toEqual([
      ['person', 'Kari Solberg', 'feminine', 'Q901'],
      ['role', 'fisheries minister', '', 'Q902'],
      ['place', 'Norway', '', 'Q903'],
      ['person', 'Nils Hagen', 'masculine', 'Q904'],
    ]);
    expect(found[3]?.relations).toEqual([
      { kind: 'holds', to: 'role Q902', of: 'place Q903', since: '2019-01-01', until: '2023-02-01' },
    ]);
  });
});
