import type { Side } from '../../bitext/bitext.ts';
import type { RunPair } from './head-pairs.ts';
import type { WordRun } from './head-spans.ts';
import type { LinkedBead } from './part-links.ts';
import type { SpanWord } from './span-words.ts';

/** The words of one name on both sides. */
export type Runs = Pick<RunPair, Side>;

/** Of "the company Aéronor" the name alone. */
export function withoutWordForIt({ source, target }: LinkedBead, pair: RunPair): RunPair[] {
  const [s, t] = [
    nameBehind(source.words, pair.source, pair.heads.source),
    nameBehind(target.words, pair.target, pair.heads.target),
  ];
  if (!s && !t) return [pair];
  return s && t ? [{ ...pair, source: s, target: t, heads: { source: s, target: t } }] : [];
}

function nameBehind(words: readonly SpanWord[], run: WordRun, head: WordRun): WordRun | null {
  const next = words[head.to + 1];
  const isName =
    head.to < run.to && !words[head.from]!.capital && next?.capital && !next.small && /\p{Lu}/u.test(next.raw);
  return isName ? { from: head.to + 1, to: run.to } : null;
}

/** A title that stands beside the body that it is held in, on both sides, as one. */
export function titleWithBody({ source, target }: LinkedBead, title: RunPair, body: Runs): RunPair[] {
  const s = joined(source.words, title.source, body.source);
  const t = joined(target.words, title.target, body.target);
  return s && t ? [{ ...title, source: s, target: t }] : [];
}

function joined(words: readonly SpanWord[], a: WordRun, b: WordRun): WordRun | null {
  const [first, second] = a.from < b.from ? [a, b] : [b, a];
  for (let at = first.to + 1; at <= second.from; at += 1) {
    if (!words[at]!.adjoins || (at < second.from && !words[at]!.small)) return null;
  }
  return { from: first.from, to: second.to };
}
