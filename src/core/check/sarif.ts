import type { Translator } from '../translator.ts';
import type { CheckReport } from './report.ts';

const LEVELS = { error: 'error', warning: 'warning', hint: 'note' } as const;

/**
 * Findings as a log of SARIF 2.1.0 (OASIS 2020), which build servers and editors show. A row is given as a line of its
 * file; the texts of the row stand in the properties of the result.
 */
export function sarifLog(reports: readonly CheckReport[], t: Translator['t']): object {
  const codes = [...new Set(reports.flatMap(({ lines }) => lines.map(({ code }) => code)))];
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'visavis', rules: codes.map((id) => ({ id, shortDescription: { text: t(id) } })) },
        },
        columnKind: 'utf16CodeUnits',
        results: reports.flatMap(({ file, lines }) =>
          lines.map(({ row, code, severity, found, expected, source, target, at, suggestion, reason }) => ({
            ruleId: code,
            ruleIndex: codes.indexOf(code),
            level: LEVELS[severity],
            message: { text: reason ? t(reason) : `${t(code)}: ${found || expected}` },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: encodeURI(file) },
                  region: {
                    startLine: row,
                    ...(at.target && { startColumn: at.target.start + 1, endColumn: at.target.end + 1 }),
                    snippet: { text: target },
                  },
                },
              },
            ],
            properties: { source, target, found, expected, ...(suggestion !== null && { suggestion }) },
          })),
        ),
      },
    ],
  };
}
