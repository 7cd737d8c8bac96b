import { rowsOf, type Side } from '../bitext/bitext.ts';
import { styledRuns } from '../bitext/inline/formatting.ts';
import { rowTexts } from '../bitext/row-text.ts';
import { isRightToLeft } from '../text/join.ts';
import { type ExportDocument, type ExportOptions, type Format, formattedDocument, passes } from './format.ts';
import { xmlText } from './xml-text.ts';

/** A page to read or print: two columns, a row a bead, notes under the row. */
export const html: Format = {
  extension: 'html',
  mediaType: 'text/html; charset=utf-8',
  async *write(documents, options) {
    yield HEAD;
    for await (const document of documents) yield* table(formattedDocument(document), options);
    yield '</body>\n</html>\n';
  },
};

const HEAD = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Aligned texts</title>
<style>
body { font: 1rem/1.5 Charter, Georgia, serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
td { border-top: 1px solid #ccc; padding: .5rem .75rem; vertical-align: top; width: 50%; }
.note { color: #555; font-size: .875rem; }
</style>
</head>
<body>
`;

function* table({ title, bitext }: ExportDocument, options: ExportOptions): Generator<string> {
  yield `<h1>${xmlText(title)}</h1>\n<table>\n`;
  for (const row of rowsOf(bitext)) {
    if (!passes(row.bead, options)) continue;
    const texts = rowTexts(row, bitext);
    const note = row.bead.note ? `<br><span class="note">${xmlText(row.bead.note)}</span>` : '';
    yield `<tr>${column('source', bitext.sourceLanguage, texts, '')}${column('target', bitext.targetLanguage, texts, note)}</tr>\n`;
  }
  yield '</table>\n';
}

function column(side: Side, language: string, texts: Record<Side, string>, note: string): string {
  const dir = isRightToLeft(language) ? ' dir="rtl"' : '';
  return `<td lang="${xmlText(language)}"${dir}>${shown(texts[side])}${note}</td>`;
}

/** A text with what is bold or italic in it. */
function shown(text: string): string {
  return styledRuns(text)
    .map((run) =>
      run.styles.reduceRight((inner, style) => {
        const element = style === 'bold' ? 'b' : 'i';
        return `<${element}>${inner}</${element}>`;
      }, xmlText(run.text)),
    )
    .join('');
}
