import { csvCell } from '../../formats/csv-cell.ts';
import type { Translator } from '../../translator.ts';
import type { CheckLine } from '../line.ts';
import { htmlReport } from './html-report.ts';
import { jsonItem, reasonOf } from './line-words.ts';
import { sarifReport } from './sarif-report.ts';

/** Findings of a file, a pair of files or a bitext. */
export interface CheckReport {
  readonly file: string;
  readonly lines: Iterable<CheckLine>;
}

export const REPORT_FORMATS = ['text', 'json', 'jsonl', 'csv', 'html', 'sarif'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/**
 * Writes what checks found, for people and for other programs, a piece at a time, so that a long report is never whole
 * in memory. The pieces that it makes go out in the order in which they are asked for: the beginning; each file with
 * its lines; the end.
 */
export interface ReportWriter {
  readonly begin: () => string;
  readonly openFile: (file: string) => string;
  /** A finding of the file that is open. */
  readonly line: (line: CheckLine) => string;
  readonly closeFile: () => string;
  readonly end: () => string;
}

/** In what words a report is written, and whether there are several files, so that each line names its own. */
export interface ReportStyle {
  readonly words: Translator;
  readonly isNamed: boolean;
}

export function reportWriter(format: ReportFormat, style: ReportStyle): ReportWriter {
  return WRITERS[format](style);
}

/** The same of findings that are there already. */
export function* writeReport(
  reports: readonly CheckReport[],
  format: ReportFormat,
  words: Translator,
): Generator<string> {
  const writer = reportWriter(format, { words, isNamed: reports.length > 1 });
  yield writer.begin();
  for (const { file, lines } of reports) {
    yield writer.openFile(file);
    for (const line of lines) yield writer.line(line);
    yield writer.closeFile();
  }
  yield writer.end();
}

const WRITERS: Readonly<Record<ReportFormat, (style: ReportStyle) => ReportWriter>> = {
  text: ({ words: { t }, isNamed }) =>
    lineWriter((line, file) => {
      const place = isNamed ? `${file}:${line.row}` : String(line.row);
      return `${[place, line.severity, line.code, line.found, line.expected, reasonOf(line, t)].map(onOneLine).join('\t')}\n`;
    }),
  jsonl: ({ words: { t }, isNamed }) =>
    lineWriter((line, file) => `${JSON.stringify(jsonItem(line, isNamed ? file : null, t))}\n`),
  csv: ({ words: { t } }) =>
    lineWriter((line, file) => {
      const { row, severity, code, found, expected, suggestion, source, target } = line;
      return `${[file, String(row), severity, code, found, expected, suggestion ?? '', reasonOf(line, t), source, target].map(csvCell).join(',')}\r\n`;
    }, 'file,row,severity,code,found,expected,suggestion,reason,source,target\r\n'),
  json({ words: { t }, isNamed }) {
    let isFirst = true;
    const opening = () => {
      const before = isFirst ? '[\n' : ',\n';
      isFirst = false;
      return before;
    };
    const writer = lineWriter((line, file) => {
      const item = JSON.stringify(jsonItem(line, isNamed ? file : null, t), null, 2);
      return `${opening()}${item.replace(/^/gmu, '  ')}`;
    });
    return { ...writer, end: () => (isFirst ? '[]\n' : '\n]\n') };
  },
  html: ({ words }) => htmlReport(words),
  sarif: ({ words }) => sarifReport(words),
};

/** A report that is nothing but its lines, each with the name of its file. */
function lineWriter(write: (line: CheckLine, file: string) => string, head = ''): ReportWriter {
  let open = '';
  return {
    begin: () => head,
    openFile(file) {
      open = file;
      return '';
    },
    line: (line) => write(line, open),
    closeFile: () => '',
    end: () => '',
  };
}

function onOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}
