import type { Side } from '../bitext/bitext.ts';
import { csvCell } from '../formats/csv-cell.ts';
import { xmlText } from '../formats/xml-text.ts';
import type { Translator } from '../translator.ts';
import type { CheckLine } from './line.ts';
import { sarifLog } from './sarif.ts';

/** Findings of a file or a pair of files. */
export interface CheckReport {
  readonly file: string;
  readonly lines: readonly CheckLine[];
}

export const REPORT_FORMATS = ['text', 'json', 'jsonl', 'csv', 'html', 'sarif'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Writes what checks found, for people and for other programs. Where there are several files, each line names its own. */
export function writeReport(
  reports: readonly CheckReport[],
  format: ReportFormat,
  t: Translator['t'],
): Iterable<string> {
  return WRITERS[format](reports, t);
}

type Writer = (reports: readonly CheckReport[], t: Translator['t']) => Iterable<string>;

const WRITERS: Readonly<Record<ReportFormat, Writer>> = {
  *text(reports, t) {
    for (const { file, lines } of reports) {
      for (const line of lines) {
        const place = reports.length > 1 ? `${file}:${line.row}` : String(line.row);
        yield `${[place, line.severity, line.code, line.found, line.expected, reasonOf(line, t)].map(onOneLine).join('\t')}\n`;
      }
    }
  },
  *json(reports, t) {
    yield `${JSON.stringify(
      reports.flatMap((report) => report.lines.map((line) => plainLine(line, report, reports.length > 1, t))),
      null,
      2,
    )}\n`;
  },
  *jsonl(reports, t) {
    for (const report of reports)
      for (const line of report.lines) yield `${JSON.stringify(plainLine(line, report, reports.length > 1, t))}\n`;
  },
  *csv(reports, t) {
    yield 'file,row,severity,code,found,expected,suggestion,reason,source,target\r\n';
    for (const { file, lines } of reports) {
      for (const line of lines) {
        const { row, severity, code, found, expected, suggestion, source, target } = line;
        yield `${[file, String(row), severity, code, found, expected, suggestion ?? '', reasonOf(line, t), source, target].map(csvCell).join(',')}\r\n`;
      }
    }
  },
  *html(reports, t) {
    yield HEAD.replace('{title}', xmlText(t('Check')));
    for (const { file, lines } of reports) {
      yield `<h2>${xmlText(file)}</h2>\n<p>${xmlText(t('{count} findings', { count: lines.length }))}</p>\n<table>\n`;
      for (const line of lines) {
        yield `<tr class="${line.severity}"><th>${line.row}</th><td>${xmlText(t(line.code))}<br>${xmlText(reasonOf(line, t))}</td><td dir="auto">${marked(line, 'source')}</td><td dir="auto">${marked(line, 'target')}</td></tr>\n`;
      }
      yield '</table>\n';
    }
    yield '</body>\n</html>\n';
  },
  *sarif(reports, t) {
    yield `${JSON.stringify(sarifLog(reports, t), null, 2)}\n`;
  },
};

function plainLine(
  line: CheckLine,
  { file }: CheckReport,
  named: boolean,
  t: Translator['t'],
): Record<string, unknown> {
  const { at, reason, ...rest } = line;
  return {
    ...(named && { file }),
    ...rest,
    sourceSpan: at.source && [at.source.start, at.source.end],
    targetSpan: at.target && [at.target.start, at.target.end],
    reason: reason && t(reason),
  };
}

function reasonOf({ reason }: CheckLine, t: Translator['t']): string {
  return reason ? t(reason) : '';
}

function onOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}

function marked(line: CheckLine, side: Side): string {
  const [text, span] = [line[side], line.at[side]];
  if (!span || (span.start === 0 && span.end === text.length)) return xmlText(text);
  return `${xmlText(text.slice(0, span.start))}<mark>${xmlText(text.slice(span.start, span.end))}</mark>${xmlText(text.slice(span.end))}`;
}

const HEAD = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
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
