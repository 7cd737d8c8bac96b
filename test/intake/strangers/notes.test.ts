import { describe, expect, it } from 'vitest';
import { readFile, readPasted } from '../../../src/intake/articles/read-file.ts';
import { bytesOf, latin1, odt } from '../../support/files.ts';
import { shared } from '../../support/packs.ts';

const listed = ({ text, blocks }: Awaited<ReturnType<typeof readFile>>) =>
  blocks.map(({ start, end, role }) => `${role === 'note' ? 'note: ' : ''}${text.slice(start, end)}`);
const pasted = async (html: string) => listed(await readPasted(html, 'source'));

const PAGES: readonly (readonly [by: string, html: string, lines: readonly string[]])[] = [
  [
    'a word processor',
    `<p>The pier is old.<a style='x' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span style='vertical-align:super'>[1]</span></span></a> It was mended twice.</p>
     <div><br clear=all><hr align=left><div id=ftn1><p class=MsoFootnoteText><a style='x' href="#_ftnref1" name="_ftn1" title=""><span>[1]</span></a> Built by Roe.</p></div></div>`,
    ['The pier is old. It was mended twice.', 'note: Built by Roe.'],
  ],
  [
    'another word processor',
    `<p>The pier is old.<sup><a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></sup> It was mended.</p>
     <div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Built by Roe.</p></div>`,
    ['The pier is old. It was mended.', 'note: Built by Roe.'],
  ],
  [
    'an encyclopedia',
    `<p>The pier is old.<sup id="cite_ref-roe_1-0" class="reference"><a href="#cite_note-roe-1"><span>[</span>1<span>]</span></a></sup><sup id="cite_ref-2" class="reference"><a href="#cite_note-2">[2]</a></sup> It was mended.<sup id="cite_ref-roe_1-1" class="reference"><a href="#cite_note-roe-1">[1]</a></sup></p>
     <ol><li id="cite_note-roe-1"><span class="mw-cite-backlink">^ <sup><a href="#cite_ref-roe_1-0"><b>a</b></a></sup> <sup><a href="#cite_ref-roe_1-1"><b>b</b></a></sup></span> <span>Roe, 1902.</span></li><li id="cite_note-2"><span class="mw-cite-backlink"><b><a href="#cite_ref-2">^</a></b></span> <span>Lee, 1911.</span></li></ol>`,
    ['The pier is old. It was mended.', 'note: Roe, 1902.', 'note: Lee, 1911.'],
  ],
  [
    'a converter of Markdown',
    `<p>The pier is old.<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a> It was mended.</p>
     <section id="footnotes" role="doc-endnotes"><hr/><ol><li id="fn1"><p>Built by Roe.<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p><p>And by Lee.</p></li></ol></section>`,
    ['The pier is old. It was mended.', 'note: Built by Roe.', 'note: And by Lee.'],
  ],
  [
    'an electronic book',
    `<p>The pier is old.<a epub:type="noteref" href="#n1">*</a> It was mended.</p><aside epub:type="footnote" role="doc-footnote" id="n1"><p>* Built by Roe.</p></aside>`,
    ['The pier is old. It was mended.', 'note: Built by Roe.'],
  ],
  [
    'hand, without links',
    '<p>The pier is old.<sup>1</sup> It was mended in 1902,<sup>2, 3</sup> they say.<sup>[4]</sup></p><p>The rest.</p>',
    ['The pier is old. It was mended in 1902, they say.', 'The rest.'],
  ],
  [
    'a blog',
    `<p>The pier is old.<sup id="fnref:1"><a href="#fn:1">1</a></sup>It was mended.</p><ol><li id="fn:1"><p>Built by Roe. <a href="#fnref:1" title="back">return</a></p></li></ol>`,
    ['The pier is old. It was mended.', 'note: Built by Roe.'],
  ],
  [
    'nobody: links in a page are no notes',
    '<h2 id="s2">Part 2</h2><p>See <a href="#s2">part 2</a> or pages <a href="?page=1">1</a> <a href="#top">2</a>. Press [x].</p>',
    ['Part 2', 'See part 2 or pages 1 2. Press [x].'],
  ],
];

describe('notes of a page that was made by', () => {
  it.each(PAGES)('%s', async (_by, html, lines) => {
    expect(await pasted(html)).toEqual(lines);
  });

  it('stand at the end of a saved page, too', async () => {
    const body = 'The council met on Monday to hear what the engineers had to say of the old pier of the town. '.repeat(
      8,
    );
    const page = `<!doctype html><html lang="en"><head><title>The old pier of the town</title></head><body><article><h1>The old pier of the town</h1><p>${body}</p><p>It is shut.<sup><a id="r1" href="#n1">1</a></sup> It opens in May.</p></article><div class="footnotes"><p id="n1"><a href="#r1">1</a>. By order.</p></div></body></html>`;
    expect(listed(await readFile(bytesOf(page), 'a.html', shared))).toEqual([
      'The old pier of the town',
      body.trim(),
      'It is shut. It opens in May.',
      'note: By order.',
    ]);
  });
});

describe('notes of', () => {
  it('an OpenDocument text', async () => {
    const note = (mark: string, ...texts: string[]) =>
      `<text:note text:note-class="footnote"><text:note-citation>${mark}</text:note-citation><text:note-body>${texts.map((text) => `<text:p>${text}</text:p>`).join('')}</text:note-body></text:note>`;
    const file = odt(
      `<text:p>The pier is old.${note('1', 'Built by Roe.', 'And by Lee.')} It was mended.</text:p><text:list><text:list-item><text:p>Twice${note('i', 'In a letter.')}.</text:p></text:list-item></text:list>`,
    );
    expect(listed(await readFile(file, 'a.odt', shared))).toEqual([
      'The pier is old. It was mended.',
      'Twice.',
      'note: Built by Roe.',
      'note: And by Lee.',
      'note: In a letter.',
    ]);
  });

  it('a rich text', async () => {
    const file = latin1(
      String.raw`{\rtf1\ansi\ansicpg1252 The pier is old.{\super\chftn{\footnote\pard\plain{\super\chftn} Built by Roe.\par And by Lee.}} It was mended.{\cs18\super 2{\*\footnote\ftnalt {\cs18\super 2} In a letter.}}\par The rest.\par}`,
    );
    expect(listed(await readFile(file, 'a.rtf', shared))).toEqual([
      'The pier is old. It was mended.',
      'The rest.',
      'note: Built by Roe.',
      'note: And by Lee.',
      'note: In a letter.',
    ]);
  });
});
