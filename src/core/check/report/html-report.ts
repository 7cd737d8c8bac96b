import type { Side } from '../../bitext/bitext.ts';
import { xmlText } from '../../formats/xml-text.ts';
import type { Translator } from '../../translator.ts';
import type { CheckLine } from '../line.ts';
import { reasonOf } from './line-words.ts';
import type { ReportWriter } from './report-writer.ts';

/**
 * Findings as a page that needs nothing beside it. How many a file has stands below them, since it is known only then; a file
 * without any is left out.
 */
export function htmlReport({ language, t }: Translator): ReportWriter {
  let name = '';
  let [count, total] = [0, 0];
  const counted = (of: number) => `<p>${xmlText(t('{count} findings', { count: of }))}</p>\n`;
  return {
    begin: () => headIn(language, t('Check')),
    openFile(file) {
      name = file;
      count = 0;
      return '';
    },
    line(line) {
      const heading = count === 0 ? `<h2>${xmlText(name)}</h2>\n<table>\n` : '';
      count += 1;
      total += 1;
      return `${heading}<tr class="${line.severity}"><th>${line.row}</th><td>${xmlText(t(line.code))}<br>${xmlText(reasonOf(line, t))}</td><td dir="auto">${marked(line, 'source')}</td><td dir="auto">${marked(line, 'target')}</td></tr>\n`;
    },
    closeFile: () => (count === 0 ? '' : `</table>\n${counted(count)}`),
    end: () => `${total === 0 ? counted(0) : ''}</body>\n</html>\n`,
  };
}

function marked(line: CheckLine, side: Side): string {
  const [text, span] = [line[side], line.at[side]];
  if (!span || (span.start === 0 && span.end === text.length)) return xmlText(text);
  return `${xmlText(text.slice(0, span.start))}<mark>${xmlText(text.slice(span.start, span.end))}</mark>${xmlText(text.slice(span.end))}`;
}

function headIn(language: string, title: string): string {
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${xmlText(title)}</title>
<style>
body { font: 1rem/1.5 Charter, Georgia, serif; margin: 2rem auto; max-width: 80rem; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border-top: 1px solid #ccc; padding: .5rem .75rem; text-align: start; vertical-align: top; }
.error th { border-inline-start: 4px solid #b3261e; }
.warning th { border-inline-start: 4px solid #b26a00; }
.hint th { border-inline-start: 4px solid #777; }
</style>
</head>
<body>
`;
}
