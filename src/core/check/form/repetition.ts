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
  const words = [...target.matchAll(WORD_TWICE)].filter(([, word = '']) => !allowed.has(folded(word)) && !isName(word));
  const all = [
    ...words,
    ...(HAN.test(target) ? [...target.matchAll(HAN_TWICE)] : []).filter(([, word = '']) => !allowed.has(word)),
  ];
  const inSource = source.match(WORD_TWICE)?.length ?? 0;
  if (all.length > inSource) {
    for (const match of all) findings.push(finding('repeated-word', match.index, match[0], match[1]!));
  }
  const double = doubleSentence(target);
  // What is chanted is chanted in both.
  if (double && doubleSentence(source) === undefined)
    findings.push(finding('repeated-sentence', target.lastIndexOf(double), double, ''));
  return findings;
}

/** The first sentence of some words that stands in a text twice. */
function doubleSentence(text: string): string | undefined {
  const sentences = text
    .split(/(?<=[.!?。！？؟…]["»”’)]?)\s*/u)
    .filter((sentence) =>
      HAN.test(sentence) ? sentence.length > 5 : /\S{2}.*\s\S{2}/u.test(sentence) && sentence.length > 8,
    );
  return sentences.find((sentence, i) => sentences.indexOf(sentence) < i);
}

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
