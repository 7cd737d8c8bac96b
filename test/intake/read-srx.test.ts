import { describe, expect, it } from 'vitest';
import { readSrx } from '../../src/intake/read-srx.ts';
import { english } from '../support/english.ts';

const srx = (rules: string, map: string, cascade = 'yes') => `<?xml version="1.0"?>
<srx xmlns="http://www.lisa.org/srx20" version="2.0"><header segmentsubflows="yes" cascade="${cascade}"/><body>
<languagerules>${rules}</languagerules><maprules>${map}</maprules></body></srx>`;

const FRENCH = `<languagerule languagerulename="French"><rule break="no"><beforebreak>\\bapprox\\.</beforebreak><afterbreak>\\s</afterbreak></rule></languagerule>`;
const DEFAULT = `<languagerule languagerulename="Default"><rule break="yes"><beforebreak>[\\.\\?!]+</beforebreak><afterbreak>\\s</afterbreak></rule><rule><afterbreak>\\n</afterbreak></rule></languagerule>`;
const MAPS = `<languagemap languagepattern="FR.*" languagerulename="French"/><languagemap languagepattern=".*" languagerulename="Default"/>`;

describe('readSrx', () => {
  it('lays cascading groups one after another', () => {
    const { rules, findings } = readSrx(srx(FRENCH + DEFAULT, MAPS), 'a.srx', ['fr', 'de']);
    expect(findings).toEqual([]);
    expect(rules).toEqual([
      { language: 'fr', breaks: false, before: '\\bapprox\\.', after: '\\s' },
      { language: 'fr', breaks: true, before: '[\\.\\?!]+', after: '\\s' },
      { language: 'fr', breaks: true, before: '', after: '\\n' },
      { language: 'de', breaks: true, before: '[\\.\\?!]+', after: '\\s' },
      { language: 'de', breaks: true, before: '', after: '\\n' },
    ]);
  });

  it('takes the first group alone where they do not cascade', () => {
    expect(readSrx(srx(FRENCH + DEFAULT, MAPS, 'no'), 'a.srx', ['fr']).rules).toHaveLength(1);
  });

  it('puts ICU’s expressions into JavaScript’s form', () => {
    const rule = (before: string) =>
      `<languagerule languagerulename="X"><rule break="no"><beforebreak>${before}</beforebreak><afterbreak>\\h</afterbreak></rule></languagerule>`;
    const ruleOf = (pattern: string) =>
      readSrx(srx(rule(pattern), '<languagemap languagepattern=".*" languagerulename="X"/>'), 'a.srx', ['en']).rules[0];
    expect(ruleOf('\\Qa.b\\E')?.before).toBe('a\\.b');
    expect(ruleOf('[^[a-z]]x++')?.before).toBe('[^a-z]x+');
    expect(ruleOf('(?i)dr\\.')?.before).toBe('dr\\.');
    expect(ruleOf('\\x{2026}')?.before).toBe('\\u{2026}');
    expect(ruleOf('x')?.after).toBe('[ \\t\\u00a0]');
  });

  it('names the rules that it must leave out', () => {
    const odd = `<languagerule languagerulename="X"><rule><beforebreak>(?&lt;name</beforebreak><afterbreak>x</afterbreak></rule></languagerule>`;
    const { rules, findings } = readSrx(srx(odd, '<languagemap languagepattern=".*" languagerulename="X"/>'), 'a.srx', [
      'en',
    ]);
    expect(rules).toEqual([]);
    expect(english(findings[0]?.message)).toContain('Rule 1 of “X” was left out');
  });

  it.each([
    ['cut off', '<srx version="2.0"><header>', /cannot be read as SRX. Line 1, column \d+: /u],
    ['another format', '<tmx/>', /root element is “tmx”/u],
    [
      'no such language',
      srx(FRENCH, '<languagemap languagepattern="FR.*" languagerulename="French"/>'),
      /no rules for ja/u,
    ],
  ])('says what is wrong: %s', (_name, text, message) => {
    expect(() => readSrx(text, 'a.srx', ['ja'])).toThrow(message);
  });
});
