import { msg } from '../../message.ts';
import { onceFor } from '../../once-for.ts';
import { folded } from '../../text/fold.ts';
import type { CheckPack } from '../check-pack.ts';
import type { CheckedTexts } from '../row-checks.ts';
import type { RowFinding } from '../row-finding.ts';

const WORD_TWICE = /(?<![\p{L}\p{M}\p{N}'’-])(\p{L}[\p{L}\p{M}'’]*)([ \u00a0]+)\1(?![\p{L}\p{M}\p{N}'’-])/giu;
const HAN_TWICE = /(\p{Script=Han}{2,6})\1/gu;

/** A word, or a whole sentence, that stands twice in the translation and not in the source. */
export function checkRepetition({ source, target, packs }: CheckedTexts): RowFinding[] {
  const allowed = doubledIn(packs.target.checks);
  const findings: RowFinding[] = [];
  const words = (mayRepeat(target) ? [...target.matchAll(WORD_TWICE)] : []).filter(
    ([, word = '']) => !allowed.has(folded(word)) && !isName(word),
  );
  const all = [
    ...words,
    ...(HAN.test(target) ? [...target.matchAll(HAN_TWICE)] : []).filter(([, word = '']) => !allowed.has(word)),
  ];
  if (all.length > 0 && all.length > (source.match(WORD_TWICE)?.length ?? 0)) {
    for (const match of all) findings.push(finding('repeated-word', match.index, match[0], match[1]!));
  }
  const double = doubleSentence(target);
  // What is chanted is chanted in both.
  if (double && doubleSentence(source) === undefined)
    findings.push(finding('repeated-sentence', target.lastIndexOf(double), double, ''));
  return findings;
}

/** Whether a word begins as the one before it does: few texts have such, and a pattern that looks back takes long. */
function mayRepeat(text: string): boolean {
  const small = text.toLowerCase();
  let before = { start: 0, end: 0 };
  for (let start = 0; start < small.length; ) {
    let end = start;
    while (end < small.length && !isSpace(small.charCodeAt(end))) end += 1;
    if (end > start) {
      if (before.end > before.start && begins(small, start, end, before)) return true;
      before = { start, end };
    }
    start = end + 1;
  }
  return false;
}

/** Whether a word begins as another does, or as that does behind its signs. */
function begins(text: string, start: number, end: number, before: { readonly start: number; readonly end: number }) {
  const isSame = text.charCodeAt(start) === text.charCodeAt(before.start);
  if (!isSame && LETTER.test(text[before.start]!)) return false;
  const [word, other] = [text.slice(start, end), text.slice(before.start, before.end)];
  return word.startsWith(other) || (!LETTER.test(other) && word.startsWith(other.replace(/^[^\p{L}]+/u, '')));
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0xa0;
}

const LETTER = /^\p{L}/u;

/** The first sentence of some words that stands in a text twice. */
function doubleSentence(text: string): string | undefined {
  if (!SENTENCES.test(text)) return undefined;
  const sentences = text
    .split(/(?<=[.!?。！？؟…]["»”’)]?)\s*/u)
    .filter((sentence) =>
      HAN.test(sentence) ? sentence.length > 5 : /\S{2}.*\s\S{2}/u.test(sentence) && sentence.length > 8,
    );
  return sentences.find((sentence, i) => sentences.indexOf(sentence) < i);
}

/** An end of a sentence with something behind it, and another end. */
const SENTENCES = /[.!?。！？؟…].+[.!?。！？؟…]/su;
const HAN = /\p{Script=Han}/u;

const doubledIn = onceFor(({ doubled }: CheckPack): ReadonlySet<string> => new Set(doubled.map(folded)));

/** Bora Bora, Duran Duran. */
function isName(word: string): boolean {
  return /^\p{Lu}\p{Ll}{2}/u.test(word);
}

function finding(
  code: 'repeated-word' | 'repeated-sentence',
  start: number,
  found: string,
  suggestion: string,
): RowFinding {
  return {
    code,
    severity: 'error',
    source: null,
    target: { start, end: start + found.length },
    found,
    expected: suggestion,
    suggestion,
    reason:
      code === 'repeated-word'
        ? msg('“{words}” stands there twice.', { words: suggestion })
        : msg('A sentence stands there twice.'),
  };
}
