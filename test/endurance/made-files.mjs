import { deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';

export const MEGABYTE = 1024 ** 2;
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** Ten entities, each ten of the one before. */
export const LAUGHS = `<!DOCTYPE b [<!ENTITY e0 "ha">${Array.from({ length: 10 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('')}]>`;
/** One long entity, named often. */
export const QUADRATIC = `<!DOCTYPE b [<!ENTITY e10 "${'ha '.repeat(30_000)}">]>`;
export const FOREIGN = '<!DOCTYPE b [<!ENTITY e10 SYSTEM "file:///etc/passwd">]>';

const parts = (types, target, more) => ({
  '[Content_Types].xml': strToU8(
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types}</Types>`,
  ),
  '_rels/.rels': strToU8(
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${R}/officeDocument" Target="${target}"/></Relationships>`,
  ),
  ...more,
});

export function docx(body, { before = '', extra = {} } = {}) {
  const type =
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>';
  const document = strToU8(`${before}<w:document ${W}><w:body>${body}</w:body></w:document>`);
  return zipSync(parts(type, 'word/document.xml', { 'word/document.xml': document, ...extra }));
}

export function xlsx(rows, { before = '', shared = '' } = {}) {
  const type =
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>';
  return zipSync(
    parts(type, 'xl/workbook.xml', {
      'xl/workbook.xml': strToU8(
        `<workbook ${S} xmlns:r="${R}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${R}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ),
      'xl/worksheets/sheet1.xml': strToU8(`${before}<worksheet ${S}><sheetData>${rows}</sheetData></worksheet>`),
      ...(shared && { 'xl/sharedStrings.xml': strToU8(shared) }),
    }),
  );
}

export function odt(body, before = '') {
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'META-INF/manifest.xml': strToU8('<manifest/>'),
    'content.xml': strToU8(
      `${before}<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ),
  });
}

export function epub(body, before = '') {
  return zipSync({
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(
      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="a.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    ),
    'a.opf': strToU8(
      '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>',
    ),
    'a.xhtml': strToU8(`${before}<html xmlns="http://www.w3.org/1999/xhtml"><body>${body}</body></html>`),
  });
}

let packedZeros;

/** A zip with one entry of 400 MB of zeros, that says of itself what it likes. */
export function lyingZip(name, said) {
  packedZeros ??= deflateRawSync(Buffer.alloc(400 * MEGABYTE));
  const packed = packedZeros;
  const title = Buffer.from(name);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(said, 22);
  head.writeUInt16LE(title.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(20, 6);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(said, 24);
  central.writeUInt16LE(title.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + title.length, 12);
  end.writeUInt32LE(30 + title.length + packed.length, 16);
  return Buffer.concat([head, title, packed, central, title, end]);
}

/** A PDF of the given objects, the first of which is its catalog. */
export function pdf(objects) {
  let file = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

export function tmxOf(body, before = '') {
  return `<?xml version="1.0"?>${before}<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="en" datatype="plaintext"/><body>${body}</body></tmx>`;
}

export const unit = (source = 'The harbour.', target = 'Le port.', more = '') =>
  `<tu>${more}<tuv xml:lang="en"><seg>${source}</seg></tuv><tuv xml:lang="fr"><seg>${target}</seg></tuv></tu>`;

export function xliffOf(body, attributes = 'source-language="en" target-language="fr"') {
  return `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" ${attributes} datatype="plaintext"><body>${body}</body></file></xliff>`;
}

export function tbxOf(body, before = '') {
  return `<?xml version="1.0"?>${before}<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader><text><body>${body}</body></text></tbx>`;
}

export const concept = (term = 'harbour', id = 'c1') =>
  `<conceptEntry id="${id}"><langSec xml:lang="en"><termSec><term>${term}</term></termSec></langSec><langSec xml:lang="fr"><termSec><term>port</term></termSec></langSec></conceptEntry>`;
