import { type BreakRules, breakRules } from './break-rules.ts';
import type { LanguagePack } from './language-pack.ts';
import { inlineList } from './list-breaks.ts';

/** A slice of a text: `text.slice(start, end)`, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The sentences of one paragraph as slices of it, in order; what lies between
 * them is white space. A person's own rules go before the language's.
 * @param paragraph text without blank lines; line breaks in it are white space
 */
export function splitSentences(paragraph: string, pack: LanguagePack): Span[] {
  const rules = rulesOf(pack);
  const list = inlineList(paragraph);
  const ends = rules.breaks(paragraph).filter((at) => !list.afterMarkers.has(at));
  const decided = pack.decisions?.(paragraph) ?? NOTHING;
  const own = [...decided].flatMap(([at, isBreak]) => (isBreak ? [at] : []));
  const kept = [...new Set([...ends, ...list.begins].filter((at) => decided.get(at) !== false).concat(own))].sort(
    (a, b) => a - b,
  );
  const spans: Span[] = [];
  let from = 0;
  for (const end of [...kept, paragraph.length]) {
    const span = trimmed(paragraph, from, end);
    if (span) spans.push(span);
    from = end;
  }
  return spans;
}

const made = new WeakMap<LanguagePack, BreakRules>();

/** A pack's rules, made once: a text has many paragraphs. */
function rulesOf(pack: LanguagePack): BreakRules {
  const rules = made.get(pack) ?? breakRules(pack);
  made.set(pack, rules);
  return rules;
}

const NOTHING: ReadonlyMap<number, boolean> = new Map();

function trimmed(text: string, start: number, end: number): Span | null {
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  return start < end ? { start, end } : null;
}
