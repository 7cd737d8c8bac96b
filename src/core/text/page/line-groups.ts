import type { PageLine } from './page-features.ts';

/**
 * Marks the lines of small groups, between blank lines, that begin with something that is known: `below:label` behind a
 * label of the page, up to the first sentence, and `below:credit` for the one line below a credit.
 */
export function markGroups(lines: readonly PageLine[]): PageLine[] {
  const marked = [...lines];
  for (let from = 0; from < lines.length; ) {
    let to = from + 1;
    while (to < lines.length && !lines[to]!.apart) to += 1;
    if (from > 0 && to - from <= MAX_GROUP_LINES) markGroup(marked, from, to);
    from = to;
  }
  return marked;
}

/** A longer run is a page without blank lines. */
const MAX_GROUP_LINES = 9;

function markGroup(lines: PageLine[], from: number, to: number): void {
  const { text, marks } = lines[from]!;
  const mark = (i: number, what: string) => {
    lines[i] = { ...lines[i]!, marks: [...lines[i]!.marks, what] };
  };
  if (marks.includes('credit:whole') && to - from === 2) mark(from + 1, 'below:credit');
  if (!marks.includes('phrase:lines') || SENTENCE_END.test(text)) return;
  for (let i = from + 1; i < to && lines[i]!.role === 'paragraph' && !SENTENCE_END.test(lines[i]!.text); i++)
    mark(i, 'below:label');
}

const SENTENCE_END = /(?:\p{Sentence_Terminal}|…)["'”’»」』）)\]\s]*$/u;
