import { describe, expect, it } from 'vitest';
import { matchPattern } from '../../src/app/check/match-patterns.ts';
import type { CheckPattern } from '../../src/core/check/pattern.ts';
import { readChecklist } from '../../src/intake/checklists/read-checklist.ts';

/** The row numbers in which a pattern is found, from 0. */
function rowsOf(pattern: CheckPattern | undefined, ...texts: [string, string][]): number[] {
  return pattern ? matchPattern(pattern, texts).matches.map(({ row }) => row) : [];
}

const XBENCH = `<?xml version="1.0" encoding="utf-8"?>
<xbench-checklist version="1.0"><checklist name="house">
<check name="ferry" categories="terms"><term type="source" powersearch="yes" searchmode="simple" wholeword="yes">"ferry" OR "ferries"</term><term type="target" powersearch="yes" searchmode="simple">-"bac" -"traversier"</term><description>Should be bac or traversier.</description></check>
<check name="double word"><term type="source" searchmode="regexp"></term><term type="target" searchmode="regexp" casecheck="yes">&lt;(le|la) @1&gt;</term><description/></check>
<check name="stars"><term type="source" searchmode="wildcards">a*b</term><term type="target" searchmode="simple"/></check>
</checklist></xbench-checklist>`;

describe('a checklist of Xbench', () => {
  const { patterns, findings } = readChecklist(XBENCH, 'house.xbckl');

  it('finds sources with one of some words whose translation has none of others', () => {
    expect(patterns[0]?.name).toBe('ferry: Should be bac or traversier.');
    expect(
      rowsOf(
        patterns[0],
        ['Two ferries left.', 'Deux bateaux sont partis.'],
        ['The ferry left.', 'Le traversier est parti.'],
        ['The Ferryman left.', 'Le passeur est parti.'],
        ['The FERRY left.', 'Le bateau est parti.'],
      ),
    ).toEqual([0, 3]);
  });

  it('knows where words begin and end, groups, and the case of letters', () => {
    expect(
      rowsOf(patterns[1], ['', 'Dans la la rue'], ['', 'Voilà la rue'], ['', 'La la rue'], ['', 'la lande']),
    ).toEqual([0]);
  });

  it('names what it leaves out', () => {
    expect(patterns).toHaveLength(2);
    expect(findings).toMatchObject([
      { code: 'pattern-left-out', message: { values: { place: { values: { check: 'stars' } } } } },
    ]);
  });

  it('that is broken says where', () => {
    expect(() => readChecklist('<xbench-checklist><check></xbench-checklist>', 'a.xbckl')).toThrow(
      expect.objectContaining({ code: 'unreadable-file', message: expect.stringContaining('Line 1') }),
    );
    expect(() => readChecklist('<tmx/>', 'a.xbckl')).toThrow(expect.objectContaining({ code: 'unreadable-file' }));
  });
});

describe('a file of patterns of CheckMate', () => {
  const { patterns, findings } = readChecklist(
    [
      '# house rules',
      '1\t1\t2\t[A-Z]{2}-\\d+\t<same>\tCode of a part\t0',
      '1\t0\t0\t\t\\bfunky\\b\tNot our style\t1',
      '0\t1\t1\tgate\tporte\tNot used',
      '1\t1\t1\t(\tx\tBroken',
    ].join('\n'),
    'patterns.txt',
  );

  it('asks for what was found in the source on the other side', () => {
    expect(patterns[0]).toMatchObject({ name: 'Code of a part', severity: 'error', isOn: true });
    expect(
      rowsOf(
        patterns[0],
        ['Take AB-12.', 'Prenez AB-12.'],
        ['Take AB-12.', 'Prenez AB-21.'],
        ['Take AB-1 and CD-2.', 'Prenez AB-1 et CD-3.'],
        ['Take ab-12.', 'Prenez.'],
      ),
    ).toEqual([1, 2]);
  });

  it('reports what a single side has', () => {
    expect(patterns[1]).toMatchObject({ severity: 'hint' });
    expect(rowsOf(patterns[1], ['Odd', 'Un mot funky.'], ['funky', 'Un mot.'])).toEqual([0]);
  });

  it('keeps which are not used, and names the line of what is none', () => {
    expect(patterns[2]).toMatchObject({ isOn: false });
    expect(findings).toMatchObject([{ message: { values: { place: { values: { line: '5' } } } } }]);
  });
});

describe('lines with tabs between', () => {
  it('are source, translation, description and how to search', () => {
    const { patterns } = readChecklist(
      'Source\tTarget\tDescription\ncity hall\t-"mairie"\tSay mairie\n\t\\d{3}-\\d{4}\tA telephone number\tregex\n',
      'list.tsv',
    );
    expect(patterns.map(({ name }) => name)).toEqual(['Say mairie', 'A telephone number']);
    expect(rowsOf(patterns[0], ['The city  hall', 'La mairie'], ['The city  hall', 'L’hôtel de ville'])).toEqual([1]);
    expect(rowsOf(patterns[1], ['', 'Appelez le 555-1234'], ['', 'Appelez'])).toEqual([0]);
  });

  it('say so where there are none', () => {
    expect(() => readChecklist('\n# nothing\n', 'list.tsv')).toThrow(expect.objectContaining({ code: 'empty-text' }));
    expect(() => readChecklist('only words', 'list.tsv')).toThrow('no patterns in list.tsv. Line 1 was left out');
  });
});
