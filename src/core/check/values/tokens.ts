import { folded } from '../../text/fold.ts';

/** A word, a run of digits with what groups them, or a sign; `at` and `end` are places in the text. */
export interface Token {
  /** As words are looked up: small, without accents. Signs and digits as they are. */
  readonly text: string;
  readonly raw: string;
  readonly at: number;
  readonly end: number;
  readonly kind: 'word' | 'digits' | 'sign';
}

/** Stands where something was read already, a letter for a letter. */
export const TAKEN = '\ufffc';

const DIGITS = String.raw`\d{1,3}(?:[ ,.'’]\d{3})+(?!\d)(?:[.,]\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)|\d+(?:[.,]\d+)*`;
const TOKEN = new RegExp(String.raw`${DIGITS}|\p{Script=Han}|[\p{L}\p{M}]+|[^\s\ufffc]`, 'gu');

/**
 * Cuts a text into tokens. Hyphens and apostrophes within a phrase are left out, so
 * that "quatre-vingts" and "quatre vingts" are the same two tokens; Chinese is cut at every character.
 * @param text as `plain` makes it
 */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const raw = match[0];
    const code = raw.charCodeAt(0);
    const kind = code >= 48 && code <= 57 ? 'digits' : LETTER.test(raw) ? 'word' : 'sign';
    if (kind === 'sign' && isJoint(raw, text, match.index)) continue;
    tokens.push({
      text: kind === 'word' ? lookedUp(raw) : raw,
      raw,
      at: match.index,
      end: match.index + raw.length,
      kind,
    });
  }
  return tokens;
}

const LETTER = /^\p{L}/u;

function isJoint(sign: string, text: string, at: number): boolean {
  if (!/^[-‑’'ʼ־]$/u.test(sign)) return false;
  const [before, after] = [text[at - 1] ?? '', text[at + 1] ?? ''];
  return (/[\p{L}\p{M}\d]/u.test(before) && /\p{L}/u.test(after)) || (/\p{L}/u.test(before) && /\d/u.test(after));
}

/** A word as it is looked up. */
export function lookedUp(word: string): string {
  if (ASCII.test(word)) return word.toLowerCase();
  let form = forms.get(word);
  if (form === undefined) {
    form = folded(word).replaceAll('ß', 'ss').replaceAll('ـ', '');
    if (forms.size > 50_000) forms.clear();
    forms.set(word, form);
  }
  return form;
}

/** Words come back: what has been folded is kept, up to a limit. */
const forms = new Map<string, string>();

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII begins with them
const ASCII = /^[\x00-\x7f]*$/;

/** A text with digits of any script as 0 to 9 and spaces of any kind as spaces, every character in its place. */
export function plain(text: string): string {
  return ASCII.test(text) ? text : text.replace(TO_PLAIN, (char) => PLAIN[char] ?? plainChar(char));
}

const TO_PLAIN =
  /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19\u0966-\u096f\u00a0\u202f\u2009\u2007\u3000\u066a-\u066c％．，：％－‐‑（）／]/gu;
const PLAIN: Readonly<Record<string, string>> = {
  '\u066a': '%',
  '\u066b': '.',
  '\u066c': ',',
  '％': '%',
  '．': '.',
  '：': ':',
  '－': '-',
  '‐': '-',
  '‑': '-',
  '（': '(',
  '）': ')',
  '／': '/',
  '，': '，',
};

function plainChar(char: string): string {
  const code = char.charCodeAt(0);
  for (const zero of [0x660, 0x6f0, 0xff10, 0x966]) if (code >= zero && code <= zero + 9) return String(code - zero);
  return ' ';
}
