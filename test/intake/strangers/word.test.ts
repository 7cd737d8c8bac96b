import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readFile } from '../../../src/intake/articles/read-file.ts';
import { docx } from '../../support/files.ts';
import { shared } from '../../support/packs.ts';

const linesOf = async (bytes: Uint8Array) => {
  const { text, blocks } = await readFile(bytes, 'story.docx', shared);
  return blocks.map(({ start, end, role }) =>
    role === 'note' ? `note: ${text.slice(start, end)}` : text.slice(start, end).replaceAll('\n', '⏎'),
  );
};

const NAMESPACES =
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:made-by-another-program"';
/** A run of text. */
const r = (text: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (...runs: string[]) => `<w:p ${NAMESPACES}>${runs.join('')}</w:p>`;
const char = (kind: string) => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
const instruction = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
const shape = (text: string) =>
  `<wps:wsp><wps:cNvSpPr/><wps:txbx><w:txbxContent>${p(r(text))}</w:txbxContent></wps:txbx></wps:wsp>`;

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const notes = (kind: 'footnote' | 'endnote', ...texts: string[]) =>
  strToU8(
    `<w:${kind}s ${W}><w:${kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:${kind}>${texts
      .map((text, i) => `<w:${kind} w:id="${i + 1}"><w:p><w:r><w:${kind}Ref/></w:r>${r(text)}</w:p></w:${kind}>`)
      .join('')}</w:${kind}s>`,
  );
const mark = (kind: 'footnote' | 'endnote', id: number, rest = '') =>
  `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:${kind}Reference w:id="${id}"${rest}/></w:r>`;

const WRAPPERS: readonly (readonly [what: string, paragraph: string, text: string])[] = [
  [
    'a simple field',
    p(r('Signed on '), `<w:fldSimple w:instr=" DATE ">${r('4 May')}</w:fldSimple>`, r('.')),
    'Signed on 4 May.',
  ],
  [
    'a field in a field',
    p(
      r('Bill no. '),
      char('begin'),
      instruction(' IF '),
      char('begin'),
      instruction(' MERGEFIELD No '),
      char('separate'),
      r('12'),
      char('end'),
      instruction(' = 12 '),
      char('separate'),
      r('twelve'),
      char('end'),
      r(' was read.'),
    ),
    'Bill no. twelve was read.',
  ],
  [
    'ruby, of which the reading is left out',
    p(
      r('彼女は'),
      '<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>おおさか</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>大阪</w:t></w:r></w:rubyBase></w:ruby></w:r>',
      r('へ行く。'),
    ),
    '彼女は大阪へ行く。',
  ],
  [
    'a turned direction',
    p(
      r('The word '),
      `<w:bdo w:val="rtl">${r('שלום')}</w:bdo>`,
      r(' means '),
      `<w:dir w:val="ltr">${r('peace')}</w:dir>`,
      r('.'),
    ),
    'The word שלום means peace.',
  ],
  [
    'a smart tag',
    p(
      r('He lives in '),
      `<w:smartTag w:element="City"><w:smartTagPr><w:attr w:name="x" w:val="y"/></w:smartTagPr>${r('Turin')}</w:smartTag>`,
      r('.'),
    ),
    'He lives in Turin.',
  ],
  [
    'a content control in the line',
    p(
      r('Dear '),
      `<w:sdt><w:sdtPr><w:alias w:val="Name"/></w:sdtPr><w:sdtContent>${r('Ms Roy')}</w:sdtContent></w:sdt>`,
      r(', hello.'),
    ),
    'Dear Ms Roy, hello.',
  ],
  [
    'what another program wraps',
    p(r('It was '), `<o:mark kind="x">${r('never')}</o:mark>`, r(' paid.')),
    'It was never paid.',
  ],
  [
    'inserted text, without what was deleted or moved away',
    p(
      r('The '),
      `<w:ins w:id="1">${r('new ')}</w:ins>`,
      '<w:del w:id="2"><w:r><w:delText>old </w:delText></w:r></w:del>',
      `<w:moveFrom w:id="3">${r('far ')}</w:moveFrom>`,
      `<w:moveTo w:id="4">${r('near ')}</w:moveTo>`,
      r('pier.'),
    ),
    'The new near pier.',
  ],
  [
    'a formula',
    p(
      r('Here '),
      '<m:oMath><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup><m:r><m:t>=</m:t></m:r><m:f><m:fPr/><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath>',
      r(' holds.'),
    ),
    'Here x²=a/b holds.',
  ],
  [
    'hidden text, which is left out',
    p(r('The vote '), r('(check with Ann) ', '<w:vanish/>'), r('was close'), r('.', '<w:vanish w:val="0"/>')),
    'The vote was close.',
  ],
  [
    'a hyphen that does not break and a symbol',
    p(
      r('Aix'),
      '<w:r><w:noBreakHyphen/></w:r>',
      r('les'),
      '<w:r><w:noBreakHyphen/></w:r>',
      r('Bains '),
      '<w:r><w:sym w:font="Arial" w:char="00E9"/></w:r>',
      r('tait.'),
    ),
    'Aix‑les‑Bains était.',
  ],
  [
    'a power and an index',
    p(
      r('5 km'),
      r('2', '<w:vertAlign w:val="superscript"/>'),
      r(' of CO'),
      r('2', '<w:vertAlign w:val="subscript"/>'),
      r('.'),
    ),
    '5 km² of CO₂.',
  ],
  ['an ordinal', p(r('The 19'), r('th', '<w:vertAlign w:val="superscript"/>'), r(' century.')), 'The 19th century.'],
];

describe('a Word paragraph keeps', () => {
  it.each(WRAPPERS)('%s', async (_what, paragraph, text) => {
    expect(await linesOf(docx(paragraph))).toEqual([text]);
  });
});

describe('a text box', () => {
  const drawing = `<w:drawing><wp:anchor><a:graphic><a:graphicData>${shape('In the box.')}</a:graphicData></a:graphic></wp:anchor></w:drawing>`;
  const old = `<w:pict><v:shape><v:textbox><w:txbxContent>${p(r('In the box.'))}</w:txbxContent></v:textbox></v:shape></w:pict>`;
  it.each([
    [
      'in both ways',
      `<mc:AlternateContent><mc:Choice Requires="wps">${drawing}</mc:Choice><mc:Fallback>${old}</mc:Fallback></mc:AlternateContent>`,
    ],
    [
      'in the new way alone',
      `<mc:AlternateContent><mc:Choice Requires="wps">${drawing}</mc:Choice></mc:AlternateContent>`,
    ],
    ['without a choice', drawing],
    ['in the old way', old],
  ])('comes once, %s', async (_how, box) => {
    expect(await linesOf(docx(p(r('Before. '), `<w:r>${box}</w:r>`, r('After.'))))).toEqual([
      'Before. After.',
      'In the box.',
    ]);
  });
});

describe('the parts of a Word file', () => {
  it('are found by their relationships', async () => {
    const relationship = (type: string, target: string) =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${type}" Target="${target}"/></Relationships>`;
    const file = (type: string, target: string) =>
      zipSync({
        '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
        '_rels/.rels': strToU8(relationship(`${type}/officeDocument`, target)),
        'word/document2.xml': strToU8(
          `<w:document ${W}><w:body>${p(r('Here'), mark('footnote', 1), r('.'))}</w:body></w:document>`,
        ),
        'word/_rels/document2.xml.rels': strToU8(relationship(`${type}/footnotes`, 'notes7.xml')),
        'word/notes7.xml': notes('footnote', ' A note.'),
      });
    const usual = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    expect(await linesOf(file(usual, 'word/document2.xml'))).toEqual(['Here.', 'note: A note.']);
    expect(await linesOf(file(usual, '/word/document2.xml'))).toEqual(['Here.', 'note: A note.']);
    expect(
      await linesOf(file('http://purl.oclc.org/ooxml/officeDocument/relationships', 'word/document2.xml')),
    ).toEqual(['Here.', 'note: A note.']);
  });
});

describe('notes of a Word file', () => {
  it('stand at the end, and their marks are no text', async () => {
    const body =
      p(r('It is shut.'), mark('footnote', 1), r(' It opens in May.'), mark('endnote', 1)) +
      p(
        r('“Never”'),
        mark('footnote', 2, ' w:customMarkFollows="1"').replace('</w:r>', '<w:t>*</w:t></w:r>'),
        r(', he said.'),
      );
    const file = docx(body, {
      'word/footnotes.xml': notes('footnote', ' By order of 1902.', ' In a letter.'),
      'word/endnotes.xml': notes('endnote', ' So they say.'),
    });
    expect(await linesOf(file)).toEqual([
      'It is shut. It opens in May.',
      '“Never”, he said.',
      'note: By order of 1902.',
      'note: So they say.',
      'note: In a letter.',
    ]);
  });
});

describe('letters of a document that did not come out', () => {
  const codes = async (bytes: Uint8Array, name: string) =>
    (await readFile(bytes, name, shared)).findings.map(({ code }) => code);

  it('are said where an unknown element holds text of its own', async () => {
    const lost = p(r('The pier is shut. '), '<w:r><o:t>Nobody knows how to read these words.</o:t></w:r>');
    expect(await codes(docx(lost), 'a.docx')).toEqual(['letters-missing']);
  });

  it('are not said of deleted, hidden and repeated text and of marks of notes', async () => {
    const box = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${shape('In a box of many letters.')}</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p(r('In a box of many letters.'))}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`;
    const body = p(
      r('The pier is shut. '),
      '<w:del w:id="1"><w:r><w:delText>It was open for many years.</w:delText></w:r></w:del>',
      r('Hidden from all who read it.', '<w:vanish/>'),
      `<w:r>${box}</w:r>`,
      mark('footnote', 1),
    );
    expect(await codes(docx(body, { 'word/footnotes.xml': notes('footnote', ' A note.') }), 'a.docx')).toEqual([]);
  });
});
