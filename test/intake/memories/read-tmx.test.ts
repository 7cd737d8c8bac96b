import { describe, expect, it } from 'vitest';
import { createCodeBook } from '../../../src/core/bitext/inline/codes.ts';
import { tmxReader } from '../../../src/intake/memories/read-tmx.ts';

const tmx = (units: string, header = '<header creationtool="other" srclang="en"/>') =>
  `<tmx version="1.4">${header}<body>${units}</body></tmx>`;
const unit = (more = '', attributes = '') =>
  `<tu${attributes}>${more}<tuv xml:lang="en"><seg>One.</seg></tuv><tuv xml:lang="fr"><seg>Un.</seg></tuv></tu>`;
const prop = (type: string, value: string) => `<prop type="${type}">${value}</prop>`;

function read(xml: string) {
  const reader = tmxReader('a.tmx', createCodeBook().charFor);
  const units = reader.write(xml);
  expect(reader.end()).toBeNull();
  return { units, leftOut: Object.fromEntries(reader.leftOut()), letters: reader.letters() };
}

describe('the status of a unit of TMX', () => {
  it.each([
    ['nothing', '', '', undefined],
    ['ours', prop('x-status', 'flagged'), '', 'flagged'],
    ['a level of confirmation', prop('x-ConfirmationLevel', 'Draft'), '', 'proposed'],
    ['a rejected one', prop('x-ConfirmationLevel:SingleString', 'RejectedTranslation'), '', 'flagged'],
    ['an approved one', prop('x-ConfirmationLevel', 'ApprovedSignOff'), '', 'confirmed'],
    ['where it comes from', prop('x-Origin', 'MT'), '', 'proposed'],
    ['where it comes from, in good order', prop('x-Origin', 'TM'), '', undefined],
    ['a draft that was approved', prop('status', 'approved') + prop('x-Origin', 'mt'), '', 'proposed'],
    ['a machine that made it', '', ' creationid="MT!"', 'proposed'],
    ['a machine that changed it', '', ' changeid="Machine Translation"', 'proposed'],
    ['a person who changed what a machine made', '', ' creationid="MT!" changeid="Ann"', undefined],
    ['a person called so', '', ' changeid="M. T. Smith"', undefined],
    ['a word that nobody knows', prop('status', 'purple'), '', undefined],
  ] as const)('%s', (_what, more, attributes, status) => {
    expect(read(tmx(unit(more, attributes))).units[0]?.status).toBe(status);
  });
});

describe('what a unit of TMX says of itself', () => {
  it('is kept: its name, dates, use, notes and properties, each where it stands', () => {
    const xml = tmx(
      `<tu tuid="u1" creationdate="20200101T000000Z" creationid="A" usagecount="3" lastusagedate="20210101T000000Z"><note>n1</note><note>n2</note>${prop('client', ' C ')}${prop('empty', '')}
      <tuv xml:lang="en" changedate="20220101T000000Z" changeid="B"><note>of en</note>${prop('domain', 'D')}<seg>One.</seg></tuv><tuv xml:lang="fr"><seg>Un.</seg></tuv></tu>`,
    );
    const { units, leftOut } = read(xml);
    expect(leftOut).toEqual({});
    expect(units).toMatchObject([
      {
        notes: ['n1', 'n2'],
        props: [
          ['client', 'C'],
          ['empty', ''],
        ],
        origin: {
          id: 'u1',
          created: { by: 'A', at: '2020-01-01T00:00:00.000Z' },
          used: { count: '3', at: '2021-01-01T00:00:00.000Z' },
        },
        variants: [
          {
            origin: {
              changed: { by: 'B', at: '2022-01-01T00:00:00.000Z' },
              notes: ['of en'],
              props: [['domain', 'D']],
            },
          },
          {},
        ],
      },
    ]);
  });

  it('that has no place is counted by its name', () => {
    const header = '<header creationtool="other" srclang="en"><note>h</note><prop type="p">v</prop></header>';
    const xml = tmx(
      `<tu segtype="sentence" datatype="xml"><note xml:lang="en">n</note><tuv xml:lang="en" o-encoding="x"><seg>O<b>n</b>e<br/>.</seg></tuv><tuv xml:lang="fr"><seg>U<ph x="1">a<sub>b</sub></ph>n.</seg></tuv><odd>c</odd></tu>`,
      header,
    );
    const { leftOut, letters, units } = read(xml);
    expect(leftOut).toEqual({
      'header note': 1,
      'header prop': 1,
      'tu segtype': 1,
      'tu datatype': 1,
      'note xml:lang': 1,
      'tuv o-encoding': 1,
      'seg b': 1,
      'seg br': 1,
      'ph sub': 1,
      'tu odd': 1,
    });
    expect(units[0]?.variants[0]?.text).toBe('One.');
    expect(letters).toEqual({ read: 2 + 1 + 3 + 4 + 1, inCodes: 2, leftOut: 3 });
  });

  it('in our own properties is read of our own files alone, but for status and confidence', () => {
    const props = prop('x-document', 'D') + prop('x-paragraph', '4') + prop('x-confidence', '0.5');
    const theirs = read(tmx(unit(props))).units[0];
    expect([theirs?.place, theirs?.confidence, theirs?.props?.map(([type]) => type)]).toEqual([
      undefined,
      0.5,
      ['x-document', 'x-paragraph'],
    ]);
    const ours = read(tmx(unit(props + prop('x-context-after', 'Two.')), '<header creationtool="visavis"/>'));
    expect(ours.units[0]).toMatchObject({
      place: { document: 'D', paragraph: 4 },
      origin: { document: 'D' },
      props: [],
    });
    expect(ours.leftOut).toEqual({ 'prop x-context-after': 1 });
  });

  it('keeps its white space', () => {
    const text = ' a  b\tc\u3000d\u2003\ne\u2028 ';
    const { units } = read(tmx(`<tu><tuv xml:lang="en"><seg>${text}</seg></tuv></tu>`));
    expect(units[0]?.variants[0]?.text).toBe(text);
  });
});

describe('letters of a TMX', () => {
  it('of a damaged unit are named with the damage', () => {
    const reader = tmxReader('a.tmx');
    const units = reader.write(tmx(`${unit()}<tu><tuv xml:lang="en"><seg>Half</seg></x></tu>${unit()}`));
    expect(reader.end()?.message).toMatch(/Line 1/u);
    expect(units).toHaveLength(2);
    const { read: all, leftOut } = reader.letters();
    expect(all - leftOut).toBe(2 * 'OneUn'.length);
  });
});
