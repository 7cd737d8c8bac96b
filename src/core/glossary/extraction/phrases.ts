import type { AlignSide } from '../../align/alignment.ts';
import type { TextSpan } from '../../align/explain/explain-links.ts';
import { namePatterns } from '../name-patterns.ts';

/** Words of a segment that may be the name of something. */
export interface Phrase extends TextSpan {
  readonly text: string;
  /** Whether it is one word that begins a sentence, whose capital says nothing. */
  readonly opens?: boolean;
}

export function overlap(a: TextSpan, b: TextSpan): boolean {
  return a.segment === b.segment && a.start < b.end && a.end > b.start;
}

/** The text with what is known blanked out, of the same length. */
export function blankOut(text: string, known: readonly { readonly start: number; readonly end: number }[]): string {
  return known.reduce((rest, { start, end }) => rest.slice(0, start) + '|'.repeat(end - start) + rest.slice(end), text);
}

const SPACELESS_SCRIPT = /\p{Script=Han}/u;

/** Runs of words in capitals, with small words within; one word that begins a sentence is none unless it is an acronym. */
export function namePhrases(
  side: AlignSide,
  segment: number,
  known: readonly { readonly start: number; readonly end: number }[],
): Phrase[] {
  const whole = side.segments[segment]!;
  if (SPACELESS_SCRIPT.test(whole)) return [];
  // A title or a body that is known is an entry of its own: it is blanked out, and the name beside it stands alone.
  const text = blankOut(whole, known);
  const starters = new Set(side.pack.starters);
  const titles = new Set(side.pack.titles);
  const ordinary = new Set([...side.pack.months.flat(), ...side.pack.weekdays.flat()]);
  const patterns = namePatterns(side.pack.shared.nameWords);
  return [...text.matchAll(patterns.phrase)].flatMap((match): Phrase[] => {
    let [raw, start] = [match[0], match.index];
    for (;;) {
      const elided = patterns.elided.exec(raw)?.[0].length ?? 0;
      start += elided;
      raw = raw.slice(elided);
      const first = raw.split(/[ \u00a0]/u, 1)[0]!;
      const plain = first.toLowerCase().replace(/\.$/u, '');
      const dropped = starters.has(plain) || titles.has(plain) || ordinary.has(plain);
      if (!dropped || raw === first) break;
      start += first.length + 1;
      raw = raw.slice(first.length + 1);
    }
    raw = raw.replace(/[’'](?:s)?$|[.,’'-]+$/u, '');
    for (let last = lastWord(raw); ordinary.has(last.toLowerCase()) && last !== raw; last = lastWord(raw)) {
      raw = raw.slice(0, -last.length - 1);
    }
    if (!/^\p{Lu}/u.test(raw)) return [];
    const word = raw.toLowerCase();
    const alone = !/[ \u00a0]/u.test(raw);
    const opens = start === 0 || /[.!?…:«»“”"]\s*$/u.test(text.slice(0, start));
    const beforeTitle = text
      .slice(start + raw.length)
      .trimStart()
      .startsWith('|');
    const acronym = /^(?:\p{Lu}\.?){2,6}$/u.test(raw);
    if (raw.length < 2 || starters.has(word) || ordinary.has(word) || titles.has(word)) return [];
    if (alone && opens && !acronym && raw.length < 4) return [];
    // “Russian” before a title is not a name.
    if (alone && beforeTitle) return [];
    const phrase = { text: raw, segment, start, end: start + raw.length, opens: alone && opens && !acronym };
    // “Carlos Mendoza of Marivia” may be a name with where it belongs.
    const head = patterns.beforeBelonging.exec(raw)?.[0];
    return head ? [phrase, { ...phrase, text: head, end: start + head.length }] : [phrase];
  });
}

function lastWord(text: string): string {
  return text.slice(text.search(/[^ \u00a0]*$/u));
}
