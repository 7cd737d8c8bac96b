import type { LanguagePack } from '../language-pack.ts';
import { attributionTest } from './attributions.ts';
import { dotRules } from './dot-rules.ts';
import { ellipsisTest } from './ellipses.ts';
import { beginsNothing, headOf } from './sentence-heads.ts';
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
const CONTEXT_LENGTH = 80;

/** The rules of one language: its abbreviations, marks and sentence starters over what holds in any script. */
export function breakRules(pack: LanguagePack): BreakRules {
  const dots = dotRules(pack);
  const isAttribution = attributionTest(pack.saying ?? []);
  const afterDots = ellipsisTest(pack);
  return (text, place, from) => {
    const { at, stops, tail, end } = place;
    const after = text.slice(end, end + CONTEXT_LENGTH);
    const head = headOf(after);
    const closers = closersIn(tail);
    if (beginsNothing(after, head)) return false;
    // A mark that opens, as » does in German and Danish, was taken for one that closes.
    if (/[\s\u00a0\u202f][»›]$/u.test(closers) && /^\p{L}/u.test(after)) return false;
    if (isOmission(text.charAt(at - 1), stops, closers)) return false;
    const paused = closers === '' ? afterDots(text, place, from) : undefined;
    if (paused !== undefined) return paused;
    const attributed =
      isAttribution(stops, closers, after) && !(/\p{Lu}/u.test(head.first) && dots.startsSentence(head.words));
    if (/[》〉]/u.test(closers) && after !== '') return false;
    if (isQuotedPart(text, place, closers, from, after)) return false;
    if (closers === '' && isRepeatedCry(text, place, from, after)) return false;
    const within = opensWithin(text, closers, from, at);
    if (isWide(stops, text.charAt(at - 1))) return wideEnds(text, end, closers, after) && !attributed && !within;
    const before = text.slice(Math.max(from, at - CONTEXT_LENGTH), at);
    if (head.space === '' && tail === '') {
      if (UNCASED_GLUED.test(before + stops + after.slice(0, 3))) return dots.ends(before, head.words) ?? true;
      return gluedEnds(stops, text, place, after);
    }
    if (head.space === '' && !/^\p{Lu}/u.test(after)) return false;
    if (attributed || goesOnInSpeech(text, end, after)) return false;
    if (/[:;|]/u.test(stops)) return head.space !== '';
    if (within) return dots.startsSentence(head.words);
    if (/[)\]]/u.test(closers) && stops === '.') return dots.ends(before, head.words) ?? true;
    if (closers !== '') return true;
    // Behind a note mark or a bracket no engine looks for a sentence.
    const seen = tail === '' && /[\p{L}\p{M}\p{N}]/u.test(text.charAt(at - 1)) ? undefined : true;
    return stops === '.' ? (dots.ends(before, head.words) ?? seen) : seen;
  };
}

/** A stop with no space behind it: the end of "galerie.Maxim", not of "example.org", "2.4" or "1.Bread". */
function gluedEnds(stops: string, text: string, { at }: StopPlace, after: string): boolean {
  if (OTHER_SCRIPTS.test(stops)) return true;
  // "Yahoo!ニュース": the mark belongs to a name.
  if (
    stops === '!' &&
    /(?<!\p{L})\p{Lu}\p{Ll}+$/u.test(text.slice(Math.max(0, at - CONTEXT_LENGTH), at)) &&
    WIDE_LETTER.test(after)
  )
    return false;
  if (/[!?]/u.test(stops) && /^\p{Lo}/u.test(after)) return true;
  if (/[!?…]/u.test(stops)) return /^["“«(]?\p{Lu}/u.test(after);
  if (/[:;|]/u.test(stops)) return false;
  const word = wordBefore(text, at);
  const looksLikeAddress = /@|\/|^www\b|^https?/iu.test(word) || /^[\p{L}\p{N}._-]*@/u.test(after);
  return !looksLikeAddress && /^(?:.*\p{Ll}{3,}|\p{Lu}{3,}|\d{4})$/u.test(word) && /^["“«]?\p{Lu}\p{Ll}/u.test(after);
}

/** Two words of a script without capitals and nothing but a full stop between them; one letter or two shorten a word. */
const UNCASED_GLUED =
  /(?:(?:\p{Script=Arabic}[\p{M}\u200c]*){3}\.(?:\p{Script=Arabic}\p{M}*){2}|(?:\p{Script=Hebrew}\p{M}*){3}\.(?:\p{Script=Hebrew}\p{M}*){2}|\p{Script=Hangul}{2}\.\p{Script=Hangul}{2})/u;

const WIDE_LETTER = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Stops of scripts that often leave no space behind them. */
const OTHER_SCRIPTS = /[^\s.!?…‽:;|]/u;

/** Dots for words left out: "[...]", "(…)", and " . . . " in mid-sentence. */
function isOmission(preceding: string, stops: string, closers: string): boolean {
  if (/^[.…\s]+$/u.test(stops) && /[[(]/u.test(preceding) && /^[\])]/u.test(closers)) return true;
  return preceding === ' ' && /^\.[ \u00a0]\.[ \u00a0]\.$/u.test(stops);
}

const DASH = new RegExp(`^\\s*[${DASHES}][\\s\\u00a0]`, 'u');
const BROKEN_OFF = new RegExp(`,[\\s\\u00a0]*[${DASHES}]`, 'u');
/** How far back an opening quotation mark or bracket is looked for. */
const QUOTE_REACH = 400;

/**
 * Whether a dash continues speech in quotation marks, «Куда? – спросил он. – Уже поздно»; where the speaker was broken off at a
 * comma, another sentence begins.
 */
function goesOnInSpeech(text: string, end: number, after: string): boolean {
  if (!DASH.test(after)) return false;
  const start = Math.max(0, end - QUOTE_REACH);
  let [open, from] = ['', start];
  for (const { 0: mark, index } of text.slice(start, end).matchAll(/[«»„“”"]/gu)) {
    const opens = mark === '«' || mark === '„' || (mark === '“' && open === '') || (mark === '"' && open !== '"');
    [open, from] = [opens ? mark : '', start + index];
  }
  return open !== '' && !BROKEN_OFF.test(text.slice(from, end));
}

/**
 * Where there are no capitals: whether a cry or a question in quotation marks is a part of its sentence, as a title is, since
 * a word stands before the opening mark and another behind the closing one.
 */
function isQuotedPart(text: string, { at, stops }: StopPlace, closers: string, from: number, after: string): boolean {
  if (!/^[!?！？؟]+$/u.test(stops) || !/^\s?\p{Lo}/u.test(after)) return false;
  const [mark = ''] = /["”»’」』]/u.exec(closers) ?? [];
  const opening = OPENING[mark];
  if (opening === undefined) return false;
  const start = Math.max(from, at - QUOTE_REACH);
  const inside = text.slice(start, at);
  const opens = Math.max(...[...opening].map((one) => inside.lastIndexOf(one)));
  return opens > 0 && /\p{Lo}\p{M}*\s?$/u.test(inside.slice(0, opens));
}

/** The first of several cries of a crowd, “加油！加油！”的喊声, which are a part of their sentence likewise. */
function isRepeatedCry(text: string, { at, stops }: StopPlace, from: number, after: string): boolean {
  if (!/^[!?！？]+$/u.test(stops) || !CRY_GOES_ON.test(after)) return false;
  const opens = text.lastIndexOf('“', at);
  return opens > from && opens > at - MAX_CRY_LENGTH && /\p{Lo}$/u.test(text.slice(opens - 1, opens));
}

const CRY_GOES_ON = /^[^“”。]{1,20}[!?！？]”\p{Lo}/u;
const MAX_CRY_LENGTH = 40;

const OPENING: Readonly<Record<string, string>> = { '"': '"', '”': '“', '»': '«', '’': '‘', '」': '「', '』': '『' };

/** Whether a closing bracket closes one that was opened in the middle of the sentence. */
function opensWithin(text: string, closers: string, from: number, at: number): boolean {
  if (!/[)\]）]/u.test(closers)) return false;
  const inside = text.slice(Math.max(from, at - QUOTE_REACH), at);
  const opens = Math.max(...['(', '[', '（'].map((bracket) => inside.lastIndexOf(bracket)));
  return opens > 0 && /[\p{L}\p{N}]/u.test(inside.slice(0, opens));
}
