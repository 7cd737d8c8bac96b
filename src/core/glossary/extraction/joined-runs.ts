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

/**
 * Of a title with a name that nothing is known of, "chief executive of Aéronor", the title and the body apart, where both
 * sides have it.
 */
export function titleAndName({ source, target }: LinkedBead, title: RunPair): RunPair[] {
  const s = splitTitle(source.words, title.source, title.heads.source);
  const t = splitTitle(target.words, title.target, title.heads.target);
  if (!s || !t) return [];
  const isSame = writtenIn(source.words, s.name) === writtenIn(target.words, t.name);
  if (!isSame && (isListed(source.words[s.name.from]!) || isListed(target.words[t.name.from]!))) return [];
  const last = ({ to }: WordRun): WordRun => ({ from: to, to });
  const heads = { source: last(s.name), target: last(t.name) };
  return [
    { ...title, source: s.title, target: t.title },
    { ...title, kind: 'organisation', national: false, source: s.name, target: t.name, heads },
  ];
}

function isListed({ field, head, country }: SpanWord): boolean {
  return field || country || head !== null;
}

function writtenIn(words: readonly SpanWord[], { from, to }: WordRun): string {
  return words
    .slice(from, to + 1)
    .map(({ raw }) => raw)
    .join(' ');
}

/** A title and the name that it is joined to, by a small word behind it or right before it. */
function splitTitle(
  words: readonly SpanWord[],
  run: WordRun,
  head: WordRun,
): { readonly title: WordRun; readonly name: WordRun } | null {
  // In a script without capitals and spaces the name stands before the title.
  if (run.from < head.from && head.to === run.to) {
    return /[\p{Lu}\p{Ll}]/u.test(words[head.to]!.raw)
      ? null
      : { title: head, name: { from: run.from, to: head.from - 1 } };
  }
  const from = words.findIndex((word, at) => at > head.to && at <= run.to && !word.small);
  if (from <= head.to + 1 || !/\p{Lu}/u.test(words[from]!.raw)) return null;
  return { title: { from: run.from, to: head.to }, name: { from, to: run.to } };
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
