import { readdirSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { type CheckContext, rowChecks } from '#dist/core/check/row-checks.js';
import type { RowFinding } from '#dist/core/check/row-finding.js';
import { loadLanguagePacks } from '#dist/intake/language-packs.js';

const DATA = new URL('../../bench/data/', import.meta.url);
/** Blind sets of which the rows may be looked at, and those that are only ever counted. */
const SETS = {
  work: ['work', 'work-2', 'work-3', 'work-4', 'work-5', 'work-6'],
  kept: ['kept', 'kept-2', 'kept-3', 'kept-4', 'kept-5', 'kept-6'],
};
/** Rows by which the time is taken. */
const TIMED = 4000;

/**
 * What the checks of a row find among rows with one planted error, and in right rows: those that were written before
 * any check, and the project's news pairs.
 * @param kept whether the kept sets are counted, too, of which only totals are printed: a set that is counted after each
 * change is a kept one no more
 */
export function rowChecksReport(kept: boolean): string {
  const halves = [...SETS.work, ...(kept ? SETS.kept : [])].map(countHalf);
  return `## Checks of a row

| rows | planted errors found | alarms in right rows |
|---|---|---|
${halves.map(({ half, found, planted, alarms, right }) => `| blind, ${half} | ${found} of ${planted} | ${alarms} of ${right} |`).join('\n')}

${newsLine()} ${speedLine()}
`;
}

function contextOf(from: string, to: string): CheckContext {
  return { packs: { source: packs(from), target: packs(to) } };
}

const packs = loadLanguagePacks();

function countHalf(half: string) {
  const counts = { half, found: 0, planted: 0, alarms: 0, right: 0 };
  const folder = new URL(`blind/checks/${half}/`, DATA);
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.tsv'))) {
    const [from = '', to = ''] = file.split('.')[1]!.split('-');
    const context = contextOf(from, to);
    for (const line of linesOf(new URL(file, folder)).slice(1)) {
      const [kind, source = '', target = ''] = line.split('\t');
      const hit = rowChecks({ source, target }, context).length > 0;
      if (kind === 'ok') {
        counts.right += 1;
        counts.alarms += Number(hit);
      } else {
        counts.planted += 1;
        counts.found += Number(hit);
      }
    }
  }
  return counts;
}

/** The news pairs by their gold alignment; what stands elsewhere (`@1`) and what is not translated is left out. */
function newsRows(): { source: string; target: string; context: CheckContext }[] {
  const folder = new URL('news/', DATA);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((file) => {
      const [head = '', ...lines] = linesOf(new URL(file, folder));
      const [from = '', to = ''] = head.split(' ');
      const context = contextOf(from, to);
      return lines
        .filter((line) => line.includes('||') && !line.startsWith('!') && !/@\d/u.test(line))
        .map((line) => line.split('||').map((side) => side.trim().replaceAll(' | ', ' ').replaceAll('~', '')))
        .filter(([source, target]) => source && target)
        .map(([source = '', target = '']) => ({ source, target, context }));
    });
}

function newsLine(): string {
  const rows = newsRows();
  const found = rows.flatMap(({ context, ...texts }): RowFinding[] => rowChecks(texts, context));
  const errors = found.filter(({ severity }) => severity === 'error').length;
  return `In ${rows.length} right rows of the news pairs ${errors} errors and ${found.length - errors} warnings and hints.`;
}

function speedLine(): string {
  const rows = newsRows();
  const start = performance.now();
  for (let i = 0; i < TIMED; i += 1) {
    const { context, ...texts } = rows[i % rows.length]!;
    rowChecks(texts, context);
  }
  const each = (performance.now() - start) / TIMED;
  return `${each.toFixed(2)} ms a row: 200,000 rows take ${Math.round(each * 200)} s.`;
}

function linesOf(file: URL): string[] {
  return readFileSync(file, 'utf8').trimEnd().split('\n');
}
