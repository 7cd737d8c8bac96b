import { describe, expect, it } from 'vitest';
import { writeTbx } from '../../../src/core/formats/tbx.ts';
import { missingLetters } from '../../../src/core/text/letters.ts';
import { glossaryAccount } from '../../../src/intake/glossaries/glossary-account.ts';
import { readGlossary } from '../../../src/intake/glossaries/read-glossary.ts';

const text = (chunks: Iterable<string>) => [...chunks].join('');

describe('what a glossary file says', () => {
  const account = (text: string, name: string, mapping?: string[]) => {
    const kept = glossaryAccount();
    const concepts = readGlossary(text, name, mapping, kept);
    const { read, kept: there, named } = kept.balance(concepts);
    expect(missingLetters({ read, kept: there, named })).toBe(0);
    return {
      concepts,
      leftOut: Object.fromEntries(kept.leftOut.parts()),
      asNotes: Object.fromEntries(kept.asNotes.parts()),
      unknown: [...kept.unknownStatuses()],
    };
  };
  const martif = (entry: string) =>
    `<martif type="TBX-Basic" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>From a desk</p></sourceDesc></fileDesc></martifHeader><text><body>${entry}</body></text></martif>`;
  const entry =
    '<termEntry id="fig.7"><descrip type="subjectField">law</descrip><admin type="source">A</admin><admin type="source">B</admin><langSet xml:lang="en-GB"><note>of en</note>' +
    '<tig><term>court</term><termNote type="partOfSpeech">Noun</termNote><termNote type="geographicalUsage">IE</termNote><termNote type="pronunciation">kawt</termNote><termNote type="administrativeStatus">legalTerm-admn-sts</termNote>' +
    '<descripGrp><descrip type="context">The court\nsat.</descrip><admin type="source">Gazette</admin></descripGrp><transacGrp><transac type="transactionType">origination</transac><date>2020-01-02</date><transacNote type="responsibility">Ann</transacNote></transacGrp></tig>' +
    '<tig><term>tribunal</term><term>bench</term></tig><tig><termNote type="partOfSpeech">noun</termNote></tig></langSet></termEntry>';

  it('in TBX is kept, or named with its number', () => {
    const { concepts, leftOut, asNotes } = account(martif(entry), 'a.tbx');
    expect(concepts).toMatchObject([
      {
        subjectField: 'law',
        source: 'A; B',
        note: 'of en',
        ids: { entry: 'fig.7' },
        terms: [
          {
            text: 'court',
            status: 'admitted',
            partOfSpeech: 'noun',
            source: 'Gazette',
            note: 'pronunciation: kawt\nstatus: legalTerm-admn-sts\ngeographicalUsage: IE\ncontext: The court sat.',
          },
          { text: 'tribunal', status: 'admitted' },
          { text: 'bench', status: 'admitted' },
        ],
      },
    ]);
    expect(leftOut).toEqual({
      'header or back: p': 1,
      'the language of note': 1,
      'transactions (who and when)': 1,
      'sections without a term': 1,
    });
    expect(asNotes).toEqual({ pronunciation: 1, 'status “legalTerm-admn-sts”': 1 });
  });

  it('in TBX comes back as it was: ids, contexts and regions; no status where none is given', () => {
    for (const version of [2, 3] as const) {
      const { concepts } = account(martif(entry), 'a.tbx');
      const out = text(writeTbx(concepts, version));
      expect(out).toContain('id="fig.7"');
      expect(out).toContain('<descrip type="context">The court sat.</descrip>');
      expect(out.match(/geographicalUsage">[^<]*/gu)).toEqual(['geographicalUsage">IE']);
      expect(out).not.toContain('admn-sts</termNote>');
      expect(readGlossary(out, 'a.tbx')).toEqual(concepts);
      const mixed = concepts.map((one) => ({
        ...one,
        note: 'one\ntwo',
        definition: 'first\nsecond',
        terms: one.terms.map((term, i) => (i === 0 ? { ...term, status: 'preferred' as const } : term)),
      }));
      const again = text(writeTbx(mixed, version));
      expect(again.match(/(?:preferred|admitted)Term-admn-sts<\/termNote>/gu)).toHaveLength(3);
      expect(readGlossary(again, 'a.tbx')).toEqual(mixed);
    }
  });

  it('in tables is kept, or named, and an unknown status is asked for', () => {
    const table =
      'concept,language,term,status,gender,definition,keeper\n1,en,mayor,approved,both,head of a town,Ann\n1,fr,maire,preferred,m,autre,\n2,fr,,,,,Bob\n';
    const { concepts, leftOut, asNotes, unknown } = account(table, 'a.csv');
    expect(concepts[0]?.terms).toMatchObject([
      { text: 'mayor', status: 'admitted', gender: '', note: 'gender: both' },
      { text: 'maire', status: 'preferred', gender: 'masculine' },
    ]);
    expect(leftOut).toEqual({
      'column “keeper”': 2,
      'definition in a later row of its concept': 1,
      'rows without a term or its language': 1,
    });
    expect(asNotes).toEqual({ 'gender “both”': 1 });
    expect(unknown).toEqual([['approved', 1]]);
    const explained = readGlossary(table, 'a.csv', undefined, glossaryAccount({ approved: 'preferred' }));
    expect(explained[0]?.terms[0]?.status).toBe('preferred');
    expect(account('mayor\tmaire\tof a town\tmore\n', 'a.txt').leftOut).toEqual({ 'column 4': 1 });
    const json = '[{"kind":"term","keeper":"Ann","terms":[{"language":"en","text":"mayor","colour":"red"}]}]';
    expect(account(json, 'a.json').leftOut).toEqual({ 'field “keeper”': 1, 'field “colour”': 1 });
  });
});

describe('other tools’ TBX', () => {
  it('is read in the style of elements, with the status by either name', () => {
    const xml = `<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:basic="b" xmlns:min="m">
      <text><body><conceptEntry id="c1"><min:subjectField>law</min:subjectField><basic:definition>D</basic:definition>
      <langSec xml:lang="fr"><termSec><term>cour</term><min:partOfSpeech>noun</min:partOfSpeech>
      <min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus>
      <basic:grammaticalGender>feminine</basic:grammaticalGender></termSec></langSec></conceptEntry></body></text></tbx>`;
    expect(readGlossary(xml, 'a.tbx')).toMatchObject([
      {
        key: 'c1',
        subjectField: 'law',
        definition: 'D',
        terms: [{ text: 'cour', status: 'admitted', gender: 'feminine' }],
      },
    ]);
  });

  it('and tables are read with languages written in other ways', () => {
    const section = (language: string, term: string) => `<langSet${language}><tig><term>${term}</term></tig></langSet>`;
    const xml = `<martif xml:lang="en"><text><body><termEntry>${section('', 'court')}${section(' xml:lang="fr_ca"', 'cour')}${section(' lang="German"', 'Gericht')}</termEntry></body></text></martif>`;
    const table = 'concept,language,term\n1,English,court\n1,fr_CA,cour\n1,deu,Gericht\n';
    for (const [name, text] of [
      ['a.tbx', xml],
      ['a.csv', table],
    ] as const) {
      expect(readGlossary(text, name)[0]?.terms.map(({ language }) => language)).toEqual(['en', 'fr-CA', 'de']);
    }
  });

  it('is refused with a place where it is damaged or hostile', () => {
    expect(() => readGlossary('<martif><text><body><termEntry>', 'a.tbx')).toThrow(/cannot be read as TBX/u);
    expect(() => readGlossary('<?xml version="1.0"?><!DOCTYPE martif [<!ENTITY a "b">]><martif/>', 'a.tbx')).toThrow(
      /entities/u,
    );
    expect(() => readGlossary(`<tbx>${'<a>'.repeat(1000)}`, 'a.tbx')).toThrow(/deep/u);
  });
});
