import { msg } from '../../message.ts';
import type { CheckedTexts } from '../row-checks.ts';
import type { RowFinding } from '../row-finding.ts';

const CLASSES: Readonly<Record<string, string>> = {
  '.': '.',
  '。': '.',
  '．': '.',
  '…': '.',
  '।': '.',
  '۔': '.',
  '！': '!',
  '!': '!',
  '¡': '!',
  '?': '?',
  '？': '?',
  '؟': '?',
  ':': ':',
  '：': ':',
  ';': ';',
  '；': ';',
  '؛': ';',
  ',': ',',
  '，': ',',
  '،': ',',
  '、': ',',
};
const CLOSER = /[\s\u200e\u200f"'«»“”„‘’)\]）】」』》›]/u;
const LOUD = /[?!？！؟]/u;
const ASKED = /[?？؟]/u;

/** The end of a translation that does not go with the end of its source: nothing instead of a full stop, a question that is none. */
export function checkFinalPunctuation({ source, target }: CheckedTexts): RowFinding[] {
  const [own, other] = [finalOf(source), finalOf(target)];
  if (own.kind === other.kind) return [];
  const lost = own.kind !== '' && other.kind === '' && !endsShort(source);
  // A clause that was one of the source may be a question of its own, so only what is asked is held.
  const question = (own.kind === '?') !== (other.kind === '?');
  const item = /^\s*[•–—-]\s/u.test(target) || /^\s*[•–—-]\s/u.test(source);
  const cut = !item && (other.kind === ',' || (/^[;:]$/u.test(other.kind) && own.kind === '.'));
  if (!lost && !question && !cut) return [];
  return [
    {
      code: 'punctuation-final',
      severity: question ? 'error' : 'warning',
      source: own.kind === '' ? null : { start: own.at, end: own.at + 1 },
      target: { start: other.at, end: other.at + (other.kind === '' ? 0 : 1) },
      found: other.kind === '' ? '' : target[other.at]!,
      expected: own.kind === '' ? '' : source[own.at]!,
      suggestion: null,
      reason: msg('The source ends with “{expected}”, the translation with “{found}”.', {
        expected: source.slice(-1),
        found: target.slice(-1),
      }),
    },
  ];
}

/** The last mark of a text before what closes it; a question mark within the closing quotation marks counts, too. */
function finalOf(text: string): { kind: string; at: number } {
  let end = text.length;
  while (end > 0 && CLOSER.test(text[end - 1]!)) end -= 1;
  const kind = CLASSES[text[end - 1] ?? ''] ?? '';
  // ?! and !?
  let isAsked = false;
  for (let at = end - 1; at >= 0 && LOUD.test(text[at]!); at -= 1) isAsked ||= ASKED.test(text[at]!);
  return { kind: isAsked ? '?' : kind === '!' ? '.' : kind, at: kind === '' ? end : end - 1 };
}

/** Whether the last full stop may be that of an abbreviation: "Inc.", "U.S.". */
function endsShort(text: string): boolean {
  if (/[ap]\.m\.\W*$/u.test(text)) return true;
  return (
    /(?:\b\p{L}\.|\b(?:Inc|Ltd|Corp|Co|Jr|Sr|etc|a\.m|p\.m))\W*$/u.test(text) && !/[.!?]\s/u.test(text.slice(0, -4))
  );
}
