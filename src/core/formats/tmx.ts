import { type Bead, type Bitext, rowsOf, type Side } from '../bitext/bitext.ts';
import { NO_INLINE_CODES } from '../bitext/codes.ts';
import { type ExportDocument, type ExportOptions, type Format, joinedSides, passes } from './format.ts';
import { tmxSegment } from './tmx-codes.ts';
import { xmlText } from './xml-text.ts';

/**
 * TMX 1.4b, level 2: inline codes of files that had them come back. A unit a bead, its segments joined, the source variant
 * first. Beads with an empty side stay out, since tools take the empty text for
 * a translation; so do excluded ones. Names of our properties begin with "x-".
 */
export const tmx: Format = {
  name: 'tmx',
  extension: 'tmx',
  mediaType: 'application/x-tmx+xml; charset=utf-8',
  async *write(documents, options) {
    yield header(options);
    for await (const document of documents) yield* units(document, options);
    yield '  </body>\n</tmx>\n';
  },
};

function header({ sourceLanguage, now }: ExportOptions): string {
  const attributes = {
    creationtool: 'visavis',
    creationtoolversion: '0.1',
    segtype: 'sentence',
    'o-tmf': 'visavis',
    adminlang: 'en',
    srclang: sourceLanguage ?? '*all*',
    datatype: 'plaintext',
    creationdate: tmxDate(now),
  };
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${xmlText(value)}"`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n  <header ${written.join(' ')}/>\n  <body>\n`;
}

function* units({ title, bitext, codes = NO_INLINE_CODES }: ExportDocument, options: ExportOptions): Generator<string> {
  for (const row of rowsOf(bitext)) {
    if (row.bead.status === 'excluded' || !passes(row.bead, options)) continue;
    const texts = joinedSides(row, bitext);
    if (texts.source.trim() && texts.target.trim())
      yield unit(row.bead, title, bitext, {
        source: tmxSegment(texts.source.trim(), codes),
        target: tmxSegment(texts.target.trim(), codes),
      });
  }
}

function unit(bead: Bead, title: string, bitext: Bitext, texts: Record<Side, string>): string {
  const note = bead.note ? `      <note>${xmlText(bead.note)}</note>\n` : '';
  return `    <tu>
${note}      <prop type="x-document">${xmlText(title)}</prop>
      <prop type="x-status">${bead.status}</prop>
${bead.confidence === null ? '' : `      <prop type="x-confidence">${bead.confidence.toFixed(4)}</prop>\n`}      <tuv xml:lang="${xmlText(bitext.sourceLanguage)}"><seg>${texts.source}</seg></tuv>
      <tuv xml:lang="${xmlText(bitext.targetLanguage)}"><seg>${texts.target}</seg></tuv>
    </tu>
`;
}

/** ISO 8601 time in TMX's form: YYYYMMDDThhmmssZ. */
function tmxDate(iso: string): string {
  return `${iso.slice(0, 19).replace(/[-:]/g, '')}Z`;
}
