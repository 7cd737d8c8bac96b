import { describe, expect, it } from 'vitest';
import { type StyledSpan, spansInVersion } from '../../src/core/bitext/inline/styled-spans.ts';
import { readFile, readPasted } from '../../src/intake/articles/read-file.ts';
import { bytesOf, docx, latin1, odt } from '../support/files.ts';
import { shared } from '../support/packs.ts';

/** What is bold stands in *, what is italic in _. */
function shown({ text, styles }: { readonly text: string; readonly styles: readonly StyledSpan[] }): string {
  const sign = (style: StyledSpan['style']) => (style === 'bold' ? '*' : '_');
  const places = styles.flatMap(({ start, end, style }) => [
    { at: start, order: 1, sign: sign(style) },
    { at: end, order: 0, sign: sign(style) },
  ]);
  return places
    .toSorted((a, b) => b.at - a.at || b.order - a.order)
    .reduce((made, one) => made.slice(0, one.at) + one.sign + made.slice(one.at), text);
}
const read = async (bytes: Uint8Array, name: string) => shown(await readFile(bytes, name, shared));
const page = (body: string) => bytesOf(`<!doctype html><html><body><article>${body}</article></body></html>`);

describe('bold and italics are read', () => {
  it('from Word, within a word and with spaces around them', async () => {
    const run = (text: string, properties = '') =>
      `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
    const body = `<w:p>${run('The ')}${run('re', '<w:b/>')}${run('opened quay is ')}${run(' very ', '<w:i/>')}${run(' long. ')}${run('It cost', '<w:b w:val="0"/>')}${run(' ten', '<w:b/><w:i/>')}${run('.')}</w:p>`;
    expect(await read(docx(body), 'a.docx')).toBe('The *re*opened quay is _very_ long. It cost _*ten_*.');
  });

  it('from OpenDocument, as the innermost style that says something has it', async () => {
    const style = (name: string, properties: string) =>
      `<style:style style:name="${name}"><style:text-properties ${properties}/></style:style>`;
    const styles = `${style('B', 'fo:font-weight="bold"')}${style('I', 'fo:font-style="italic"')}${style('N', 'fo:font-weight="normal"')}${style('U', 'style:text-position="super 58%"')}`;
    const span = (name: string, text: string) => `<text:span text:style-name="${name}">${text}</text:span>`;
    const body = `${styles}<text:p>A ${span('B', `bold ${span('N', 'and')} ${span('I', 'both')}`)} of 10${span('U', '6')} ${span('I', 'men')}.</text:p>`;
    const found = await readFile(odt(body), 'a.odt', shared);
    expect(found.text).toBe('A bold and both of 10⁶ men.');
    expect(found.styles.map(({ start, end, style: name }) => [name, found.text.slice(start, end)])).toEqual([
      ['bold', 'bold'],
      ['bold', 'both'],
      ['italic', 'both'],
      ['italic', 'men'],
    ]);
  });

  it('from the styles of paragraphs and characters, but for headings', async () => {
    const styles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${[
      ['Lead', '<w:name w:val="Lead"/><w:rPr><w:b/></w:rPr>'],
      ['Lead2', '<w:name w:val="Lead 2"/><w:basedOn w:val="Lead"/><w:rPr><w:i/></w:rPr>'],
      ['Heading1', '<w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr>'],
      ['Ship', '<w:name w:val="Ship"/><w:rPr><w:i/></w:rPr>'],
    ]
      .map(([id, inner]) => `<w:style w:styleId="${id}">${inner}</w:style>`)
      .join('')}</w:styles>`;
    const p = (style: string, runs: string) => `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${runs}</w:p>`;
    const r = (text: string, properties = '') =>
      `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
    const body = `${p('Heading1', r('Brant'))}${p('Lead', `${r('All bold, ')}${r('not this', '<w:b w:val="0"/>')}`)}${p('Lead2', r('Both.'))}${p('', `${r('The ')}${r('Ida', '<w:rStyle w:val="Ship"/>')}${r(' sank.')}`)}`;
    expect(await read(docx(body, { 'word/styles.xml': bytesOf(styles) }), 'a.docx')).toBe(
      'Brant\n\n*All bold,* not this\n\n_*Both._*\n\nThe _Ida_ sank.',
    );
    const odtStyles =
      '<style:style style:name="Lead"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="P1" style:parent-style-name="Lead"/>';
    expect(
      await read(odt(`${odtStyles}<text:h>Brant</text:h><text:p text:style-name="P1">All bold.</text:p>`), 'a.odt'),
    ).toBe('Brant\n\n*All bold.*');
  });

  it('from RTF', async () => {
    const text = String.raw`{\rtf1\ansi The {\b old} \i pier\i0  of \b Br{\plain a}nt\b0  burns.\par \b Fire\plain  again.\par}`;
    expect(await read(latin1(text), 'a.rtf')).toBe('The *old* _pier_ of *Br*a*nt* burns.\n\n*Fire* again.');
  });

  it('from Markdown, saved pages and what is pasted, where an element says that it is neither', async () => {
    expect(await read(bytesOf('# A **pier**\n\nIt *burns*, said __Ida__.\n'), 'a.md')).toBe(
      'A *pier*\n\nIt _burns_, said *Ida*.',
    );
    const long =
      'The harbour of Brant was deepened last year, and ships of all kinds have come to it since then. '.repeat(4);
    expect(
      await read(page(`<h1>Brant</h1><p>${long}It is <em>very</em> <strong>deep</strong>.</p>`), 'a.html'),
    ).toContain('It is _very_ *deep*.');
    const docs =
      '<b style="font-weight:normal;"><p>All <span style="font-weight:700">of it</span> is <i>new</i><span style="font-style:italic">er</span></p></b>';
    expect(shown(await readPasted(docs, 'a'))).toBe('All *of it* is _newer_');
  });
});

it('stays with the words that stay in a new version', () => {
  const before = 'The old pier burns. Ida Holm left.';
  const styles = [
    { style: 'bold', start: 4, end: 12 },
    { style: 'italic', start: 20, end: 28 },
  ] as const;
  const version = (text: string) => shown({ text, styles: spansInVersion(text, before, styles) });
  expect(version(before)).toBe('The *old pier* burns. _Ida Holm_ left.');
  expect(version('Look: the old, long pier burns. Ida Holm left.')).toBe(
    'Look: the *old*, long *pier* burns. _Ida Holm_ left.',
  );
  expect(version('The pier burns. Nobody left.')).toBe('The *pier* burns. Nobody left.');
});
