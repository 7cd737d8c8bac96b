import type { HeapPair, PairedDocument, PairedHeaps } from '../../app/import/heaps/pair-heaps.ts';
import { t } from '../report.ts';

/** The pairs as lines: a, b, likeness, state, reasons, other versions of either; the sure ones first. */
export function* asTable({ pairs }: PairedHeaps): Generator<string> {
  yield line(['a', 'b', 'likeness', 'state', 'reasons', 'versions of a', 'versions of b']);
  for (const pair of pairs) {
    const { a, b, likeness, state } = pair;
    const others = [a, b].map(({ versions }) => versions.join(', '));
    yield line([a.path, b.path, likeness.toFixed(3), state, reasonsOf(pair).join('; '), ...others]);
  }
}

function line(cells: readonly string[]): string {
  return `${cells.map((cell) => cell.replace(/[\t\r\n]+/gu, ' ')).join('\t')}\n`;
}

/** All that was found, as one JSON value. */
export function* asJson({ pairs, alone, unread }: PairedHeaps): Generator<string> {
  const document = ({ path, language, versions }: PairedDocument) => ({ path, language, versions });
  const value = {
    pairs: pairs.map((pair) => ({
      a: document(pair.a),
      b: document(pair.b),
      likeness: Number(pair.likeness.toFixed(4)),
      state: pair.state,
      reasons: reasonsOf(pair),
    })),
    alone: { a: alone.a.map(document), b: alone.b.map(document) },
    unread: unread.map(({ path, problem }) => ({ path, problem: t(problem) })),
  };
  yield `${JSON.stringify(value, null, 1)}\n`;
}

function reasonsOf({ reasons }: HeapPair): string[] {
  return reasons.map((reason) => t(reason));
}

/** What was found, in one line. */
export function summary({ pairs, alone, unread }: PairedHeaps): string {
  const sure = pairs.filter(({ state }) => state === 'sure').length;
  const versions = [...pairs.flatMap(({ a, b }) => [a, b]), ...alone.a, ...alone.b].flatMap(
    (one) => one.versions,
  ).length;
  return `sure pairs: ${sure}; doubtful: ${pairs.length - sure}; without counterpart: ${alone.a.length} and ${alone.b.length}; other versions: ${versions}; not read: ${unread.length}`;
}
