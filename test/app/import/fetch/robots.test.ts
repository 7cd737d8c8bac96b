import { describe, expect, it } from 'vitest';
import { robotsAllow } from '../../../../src/app/import/fetch/robots.ts';

const allows = (path: string, ...lines: string[]) => robotsAllow(lines.join('\n'), 'visavis', path);

describe('a robots.txt', () => {
  it('that says nothing of a page allows it', () => {
    expect(allows('/a')).toBe(true);
    expect(allows('/a', 'User-agent: *', 'Disallow:')).toBe(true);
    expect(allows('/a', 'User-agent: other', 'Disallow: /')).toBe(true);
    expect(allows('/a', 'Disallow: /')).toBe(true);
    expect(allows('/a', '<!doctype html><title>Not found</title>')).toBe(true);
  });

  it('goes by the group of the program, and by that of all where it has none', () => {
    const text = [
      'User-agent: *',
      'Disallow: /',
      '',
      'User-Agent: Other',
      'User-agent: VisAVis/2 # us',
      'disallow: /x',
    ];
    expect(allows('/a', ...text)).toBe(true);
    expect(allows('/x/y', ...text)).toBe(false);
    expect(robotsAllow(text.join('\r\n'), 'stranger', '/a')).toBe(false);
    // Groups of one name are one.
    expect(allows('/b', ...text, 'User-agent: visavis', 'Disallow: /b')).toBe(false);
  });

  it('decides by the longest rule, and by the allowing one of two', () => {
    const text = ['User-agent: *', 'Disallow: /news', 'Allow: /news/open', 'Disallow: /both', 'Allow: /both'];
    expect(allows('/news/1', ...text)).toBe(false);
    expect(allows('/news/open/1', ...text)).toBe(true);
    expect(allows('/both', ...text)).toBe(true);
  });

  it('has stars and ends, and one way to write a character', () => {
    const text = [
      'User-agent: *',
      'Disallow: /*.pdf$',
      'Disallow: /*?print=',
      'Disallow: /caf%c3%a9',
      'Disallow: /%7eme',
    ];
    expect(allows('/a/b.pdf', ...text)).toBe(false);
    expect(allows('/a/b.pdf?x', ...text)).toBe(true);
    expect(allows('/a?print=1', ...text)).toBe(false);
    expect(allows('/caf%C3%A9/1', ...text)).toBe(false);
    expect(allows('/~me/a', ...text)).toBe(false);
    expect(robotsAllow('User-agent: *\nDisallow: /café', 'visavis', '/caf%C3%A9')).toBe(false);
    expect(allows(`/${'a'.repeat(50_000)}`, 'User-agent: *', `Disallow: /${'a*'.repeat(5000)}b`)).toBe(true);
  });
});
