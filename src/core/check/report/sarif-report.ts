import type { Translator } from '../../translator.ts';
import type { CheckLine } from '../line.ts';
import type { ReportWriter } from './report-writer.ts';

const LEVELS = { error: 'error', warning: 'warning', hint: 'note' } as const;

/**
 * Findings as a log of SARIF 2.1.0 (OASIS 2020), which build servers and editors show. A row is given as a line of its
 * file; the texts of the row stand in the properties of the result. Which checks found something stands behind the
 * results: it is known only then.
 */
export function sarifReport({ t }: Translator): ReportWriter {
  const codes = new Map<string, number>();
  let uri = '';
  let isFirst = true;
  return {
    begin: () => BEGINNING,
    openFile(file) {
      uri = encodeURI(file);
      return '';
    },
    line(line) {
      const before = isFirst ? '\n' : ',\n';
      isFirst = false;
      const place = codes.get(line.code) ?? codes.size;
      codes.set(line.code, place);
      return `${before}${indented(resultOf(line, { uri, place, t }), 8)}`;
    },
    closeFile: () => '',
    end() {
      const rules = [...codes.keys()].map((id) => ({ id, shortDescription: { text: t(id) } }));
      const tool = indented({ driver: { name: 'visavis', rules } }, 6).trimStart();
      return `${isFirst ? '' : '\n      '}],\n      "tool": ${tool}\n    }\n  ]\n}\n`;
    },
  };
}

const BEGINNING = `{
  "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
  "version": "2.1.0",
  "runs": [
    {
      "columnKind": "utf16CodeUnits",
      "results": [`;

function indented(value: object, spaces: number): string {
  return JSON.stringify(value, null, 2).replace(/^/gmu, ' '.repeat(spaces));
}

function resultOf(
  { row, code, severity, found, expected, source, target, at, suggestion, reason }: CheckLine,
  { uri, place, t }: { readonly uri: string; readonly place: number; readonly t: Translator['t'] },
): object {
  return {
    ruleId: code,
    ruleIndex: place,
    level: LEVELS[severity],
    message: { text: reason ? t(reason) : `${t(code)}: ${found || expected}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri },
          region: {
            startLine: row,
            ...(at.target && { startColumn: at.target.start + 1, endColumn: at.target.end + 1 }),
            snippet: { text: target },
          },
        },
      },
    ],
    properties: { source, target, found, expected, ...(suggestion !== null && { suggestion }) },
  };
}
