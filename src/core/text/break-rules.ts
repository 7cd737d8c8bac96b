import { type DotRules, dotRules } from './dot-rules.ts';
import type { LanguagePack } from './language-pack.ts';
import { literalPattern } from './literal-pattern.ts';
import { beginsNothing, type Head, headOf } from './sentence-heads.ts';
import { closersIn, DASHES, type StopPlace } from './stop-places.ts';
import { isWide, wideEnds } from './wide-stops.ts';
import { wordBefore } from './words-before.ts';

/**
 * Says whether a sentence that began at `from` ends at a place of `text`:
 * yes, no, or undefined where nothing speaks against it and the rules leave it
 * to what proposes.
 */
export type BreakRules = (text: string, place: StopPlace, from: number) => boolean | undefined;

/** How far a rule looks to either side; no word or run of marks that matters is longer. */
const REACH = 80;

/** The rules of one language: its abbreviations, marks and sentence starters over what holds in any script. */
export function breakRules(pack: LanguagePack): BreakRules {
  const dots = dotRules(pack);
  const isAttribution = attributionTest(pack.saying ?? []);
  return (text, place, from) => {
    const { at, stops, tail, end } = place;
    const after = text.slice(end, end + REACH);
    const head = headOf(after);
    const closers = closersIn(tail);
    if (beginsNothing(after, head)) return false;
    // A mark that opens, as » does in German and Danish, was taken for one that closes.
    if (/[\s\u00a0\u202f][»›]$/u.test(closers) && /^\p{L}/u.test(after)) return false;
    if (isOmission(text.charAt(at - 1), stops, closers)) return false;
    const attributed = !dots.startsSentence(head.words) && isAttribution(closers, after);
    if (isWide(stops)) return wideEnds(text, end, closers, after) && !attributed;
    if (head.space === '' && tail === '') return gluedEnds(stops, text, place, after);
    if (head.space === '' && !/^\p{Lu}/u.test(after)) return false;
    if (attributed || goesOnInSpeech(text, end, after)) return false;
    if (/[:;|]/u.test(stops)) return head.space !== '';
    if (opensWithin(text, closers, from, at)) return dots.startsSentence(head.words);
    if (closers !== '') return true;
    return stops === '.' ? dotEnds(dots, text, place, from, head) : undefined;
  };
}

function dotEnds(dots: DotRules, text: string, { at, tail }: StopPlace, from: number, head: Head): boolean | undefined {
  const ends = dots.ends(text.slice(Math.max(from, at - REACH), at), head.words);
  // Behind a note mark no engine looks for a sentence.
  return ends ?? (tail === '' ? undefined : true);
}

/** A stop with no space behind it: the end of "galerie.Maxim", not of "example.org", "2.4" or "1.Bread". */
function gluedEnds(stops: string, text: string, { at }: StopPlace, after: string): boolean {
  if (OTHER_SCRIPTS.test(stops)) return true;
  if (/[!?…]/u.test(stops)) return /^["“«(]?\p{Lu}/u.test(after);
  if (/[:;|]/u.test(stops)) return false;
  const word = wordBefore(text, at);
  const looksLikeAddress = /@|\/|^www\b|^https?/iu.test(word) || /^[\p{L}\p{N}._-]*@/u.test(after);
  return !looksLikeAddress && /^(?:.*\p{Ll}{3,}|\d{4})$/u.test(word) && /^["“«]?\p{Lu}\p{Ll}/u.test(after);
}

/** Stops of scripts that often leave no space behind them. */
const OTHER_SCRIPTS = /[^\s.!?…‽:;|]/u;

/** Dots for words left out: "[...]", "(…)", and " . . . " in mid-sentence. */
function isOmission(preceding: string, stops: string, closers: string): boolean {
  if (/^[.…\s]+$/u.test(stops) && /[[(]/u.test(preceding) && /^[\])]/u.test(closers)) return true;
  return preceding === ' ' && /^\.[ \u00a0]\.[ \u00a0]\.$/u.test(stops);
}

const DASH = new RegExp(`^\\s*[${DASHES}][\\s\\u00a0]`, 'u');
/** How far back an opening quotation mark or bracket is looked for. */
const QUOTE_REACH = 400;

/** Whether a dash goes on with speech that stands in quotation marks: «Куда? – спросил он. – Уже поздно». */
function goesOnInSpeech(text: string, end: number, after: string): boolean {
  if (!DASH.test(after)) return false;
  let open = '';
  for (const [mark] of text.slice(Math.max(0, end - QUOTE_REACH), end).matchAll(/[«»„“”"]/gu)) {
    const opens = mark === '«' || mark === '„' || (mark === '“' && open === '') || (mark === '"' && open !== '"');
    open = opens ? mark : '';
  }
  return open !== '';
}

/** Whether a closing bracket closes one that was opened in the middle of the sentence. */
function opensWithin(text: string, closers: string, from: number, at: number): boolean {
  if (!/[)\]]/u.test(closers)) return false;
  const inside = text.slice(Math.max(from, at - QUOTE_REACH), at);
  const opens = Math.max(inside.lastIndexOf('('), inside.lastIndexOf('['));
  return opens > 0 && /[\p{L}\p{N}]/u.test(inside.slice(0, opens));
}

/** Makes the test whether a quotation goes on with who said it: “Why?” Anna asked; “为什么？”他问。 */
function attributionTest(saying: readonly string[]): (closers: string, after: string) => boolean {
  if (saying.length === 0) return () => false;
  const verbs = saying.map(literalPattern).join('|');
  const spaced = new RegExp(`^\\s+(?:\\p{Lu}[\\p{L}\\p{M}.’'-]*\\s){1,3}(?:${verbs})(?![\\p{L}\\p{M}])`, 'u');
  const unspaced = new RegExp(`^\\p{Script=Han}{0,6}?(?:${verbs})(?=[。，,])`, 'u');
  return (closers, after) => /["”’»“」』]/u.test(closers) && (spaced.test(after) || unspaced.test(after));
}
