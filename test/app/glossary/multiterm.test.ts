import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app/app.ts';
import { readMappingFile } from '../../../src/app/glossary/exchange/mapping-file.ts';
import { openGlossary, rememberMapping } from '../../../src/app/glossary/exchange/open-glossary.ts';
import { glossaryFindings } from '../../../src/app/glossary/glossary-findings.ts';
import { glossaryAccount } from '../../../src/intake/glossaries/glossary-account.ts';
import { readGlossary } from '../../../src/intake/glossaries/read-glossary.ts';
import { openTestApp } from '../../support/app.ts';
import { visavis, write } from '../../support/cli.ts';

const field = (type: string, value: string) => `<descripGrp><descrip type="${type}">${value}</descrip></descripGrp>`;
const term = (text: string, ...fields: string[]) => `<termGrp><term>${text}</term>${fields.join('')}</termGrp>`;
const language = (tag: string, ...parts: string[]) =>
  `<languageGrp><language type="${tag}" lang="${tag}"/>${parts.join('')}</languageGrp>`;
const TRANSACTION =
  '<transacGrp><transac type="origination">ines</transac><date>2024-03-01T10:00:00</date></transacGrp>';
const FILE = `<?xml version="1.0" encoding="UTF-16"?><mtf><conceptGrp><concept>41</concept><system type="entryClass">1</system>
${TRANSACTION}${field('Subject', 'ports')}${field('Client', 'Dock House')}
${language(
  'EN-GB',
  '<descripGrp><descrip type="Definition">Who runs a harbour.</descrip><descripGrp><descrip type="Source">Pilot book</descrip></descripGrp></descripGrp>',
  term('harbour master', field('Status', 'Preferred'), field('Part of Speech', 'noun'), TRANSACTION),
  term('port boss', field('Status', 'Verboten'), field('Context', 'The port boss waved.')),
)}${language('FR', term('maître de port', field('Status', 'Validée client'), field('Gender', 'masculine')))}
</conceptGrp><conceptGrp><concept>42</concept>${language('FR')}</conceptGrp></mtf>`;

describe('MultiTerm XML', () => {
  it('brings entries, languages, terms and their fields, and names what has no place', () => {
    const account = glossaryAccount({ 'validée client': 'preferred' });
    const concepts = readGlossary(FILE, 'a.xml', undefined, account);
    expect(concepts).toMatchObject([
      {
        key: '41',
        ids: { entry: '41' },
        subjectField: 'ports',
        definition: 'Who runs a harbour.',
        source: 'Pilot book',
      },
    ]);
    expect(concepts[0]?.note).toBe('Client: Dock House');
    expect(
      concepts[0]?.terms.map(({ language, text, status, partOfSpeech, gender, note }) =>
        [language, text, status, partOfSpeech, gender, note].join('/'),
      ),
    ).toEqual([
      'en-GB/harbour master/preferred/noun//',
      'en-GB/port boss/forbidden///context: The port boss waved.',
      'fr/maître de port/preferred//masculine/',
    ]);
    expect([...account.leftOut.parts().keys()]).toEqual([
      'system entryClass',
      'transactions (who and when)',
      'the language of Definition',
      'the language of Source',
      'entries without a term',
    ]);
    expect([...account.asNotes.parts().keys()]).toEqual(['field “Client”', 'field “Context”']);
    expect(glossaryFindings('a.xml', account, concepts).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('asks for a status that nobody has explained', () => {
    const account = glossaryAccount();
    readGlossary(FILE, 'a.xml', undefined, account);
    expect([...account.unknownStatuses().keys()]).toEqual(['Validée client']);
  });

  it('says where it is damaged', () => {
    expect(() => readGlossary(FILE.slice(0, -40), 'a.xml')).toThrow(/a\.xml cannot be read as MultiTerm/u);
  });
});

describe('what a file says of columns', () => {
  let app: App;
  beforeAll(async () => {
    app = await openTestApp();
  });
  afterAll(() => app.close());
  const explained = (text: string) => readMappingFile(text, 'm.json');

  it('is what they are, and is remembered for the next file with them', async () => {
    const { columns, statuses } = explained(
      '{"columns": {"Client": "subject_field"}, "statuses": {"Validée client": "admitted"}}',
    );
    const bytes = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
    const first = await openGlossary(app, { name: 'a.xml', bytes: bytes(FILE) }, { columns, meanings: statuses });
    expect(first).toMatchObject({ unknownStatuses: [], concepts: [{ subjectField: 'ports; Dock House' }] });
    expect(first.table?.sample[0]).toContain('The port boss waved.');
    await rememberMapping(app, first);
    const next = await openGlossary(app, { name: 'b.xml', bytes: bytes(FILE.replaceAll('harbour', 'dock')) }, {});
    expect(next).toMatchObject({
      remembered: true,
      unknownStatuses: [],
      concepts: [{ subjectField: 'ports; Dock House' }],
    });
  });

  it('is refused where it names no field, and columns that are not there', async () => {
    expect(() => explained('{"columns": {"A": "colour"}}')).toThrow('does not say what columns are');
    const table = { name: 't.csv', text: 'A,B\nbuoy,bouée\n' };
    await expect(openGlossary(app, table, { columns: { C: 'note' } })).rejects.toThrow('columns that are explained');
  });

  it('is a file of the command line', () => {
    write('t.csv', 'A,B\nbuoy,bouée\n');
    write('right.json', '{"columns": {"A": "term:en", "B": "term:fr"}}');
    expect(visavis('glossary', 'import', 't.csv', '--db', 'mapped.sqlite', '--mapping', 'right.json')).toMatchObject({
      status: 0,
      stdout: '1 added, 0 changed\n',
    });
  });
});
