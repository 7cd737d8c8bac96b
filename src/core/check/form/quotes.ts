import { msg } from '../../message.ts';
import { onceFor } from '../../once-for.ts';
import type { LanguagePack } from '../../text/language-pack.ts';
import type { CheckedTexts } from '../row-checks.ts';
import type { RowFinding } from '../row-finding.ts';

/** Quotation marks that the source has and the translation has not, or that are opened and not closed. */
export function checkQuotes({ source, target, packs }: CheckedTexts): RowFinding[] {
  // Most rows quote nothing.
  if (!ANY_MARK.test(source) && !ANY_MARK.test(target)) return [];
  const [own, other] = [marksIn(source), marksIn(target)];
  if (other.odd !== null && own.odd === null) {
    const found = target[other.odd]!;
    return [
      {
        code: 'quotes',
        severity: 'error',
        source: null,
        target: { start: other.odd, end: other.odd + 1 },
        found,
        expected: '',
        suggestion: null,
        reason: msg('The quotation mark “{mark}” has no partner.', { mark: found }),
      },
    ];
  }
  if (own.pairs > 0 && other.pairs === 0 && own.odd === null && !isTitle(source) && !/^\s*[—–-]\s/u.test(target)) {
    return [
      {
        code: 'quotes',
        severity: 'warning',
        source: { start: own.first, end: own.first + 1 },
        target: null,
        found: '',
        expected: source[own.first]!,
        suggestion: null,
        reason: msg('The source quotes, the translation has no quotation marks.'),
      },
    ];
  }
  return other.odd === null ? foreignMarks(target, packs.target) : [];
}

/** A hint where a quotation begins with a mark of another language: “ in French, « in English. Within another quotation any may stand. */
function foreignMarks(text: string, pack: LanguagePack): RowFinding[] {
  const usual = opening(pack);
  const at = text.search(MARK);
  const mark = text[at];
  if (!usual || !mark || usual.has(mark) || !OPENS_WORDS.test(text.slice(0, at))) return [];
  return [
    {
      code: 'quotes',
      severity: 'hint',
      source: null,
      target: { start: at, end: at + 1 },
      found: mark,
      expected: [...usual][0]!,
      suggestion: null,
      reason: msg('The language of the translation opens a quotation with “{expected}”, not with “{found}”.', {
        expected: [...usual][0]!,
        found: mark,
      }),
    },
  ];
}

const opening = onceFor((pack: LanguagePack): ReadonlySet<string> | null => {
  const { quotes } = pack.checks;
  return quotes ? new Set(quotes) : null;
});

/** What stands in marks is the name of a paper, a ship or a work, which other languages set in italics: „Süddeutsche Zeitung“. */
function isTitle(text: string): boolean {
  const quoted = [...text.matchAll(/["«“„]\s?([^"«»“”„]+?)\s?["»”“]/gu)].map((match) => match[1]!);
  return (
    quoted.length > 0 &&
    quoted.every((words) =>
      /^\p{Lu}[\p{L}\p{M}\p{N}’'-]*(?:\s(?:[\p{Lu}\p{N}][\p{L}\p{M}\p{N}’'-]*|\p{Ll}{1,3}))*$/u.test(words),
    )
  );
}

interface Marks {
  readonly pairs: number;
  /** Where the first mark stands, or -1. */
  readonly first: number;
  /** Where a mark without a partner stands. */
  readonly odd: number | null;
}

const PAIRS: readonly (readonly [open: string, close: string])[] = [
  ['«', '»'],
  ['»', '«'],
  ['“', '”'],
  ['„', '“”'],
  ['”', '”'],
  ['「', '」'],
  ['『', '』'],
  ['‹', '›'],
  ['《', '》'],
  ['〈', '〉'],
];
/** What a quotation can begin with, double or single. */
const ANY_MARK = /["«»“”„‟「」『』‹›《》〈〉＂'‘‚]/u;
const SINGLE_MARK = /['‘‚]/u;
const SINGLES =
  /(?<![\p{L}\p{N}])['‘‚](?=\p{L})[^'‘’‚]*(?:[’'](?=\p{L})[^'‘’‚]*)*(?<=[\p{L}\p{N}.,!?…])['’‘](?!\p{L})/gu;
const MARKS = /["«»“”„‟「」『』‹›《》〈〉＂]/gu;
const MARK = new RegExp(MARKS.source, 'u');
/** What stands before a mark that opens a quotation: 12" is a length. */
const OPENS_WORDS = /(?:^|[\s([—–:，。：；、]|['’]|\p{Script=Han})$/u;

/** Counts pairs of double marks, of whatever style, and pairs of single ones around words. */
function marksIn(text: string): Marks {
  let pairs = 0;
  let first = -1;
  const open: { mark: string; at: number }[] = [];
  for (const { 0: mark, index: at } of text.matchAll(MARKS)) {
    // 5'10", 12": inches.
    if (mark === '"' && /\d$/u.test(text.slice(0, at)) && !open.some((one) => one.mark === '"')) continue;
    if (first < 0) first = at;
    const last = open.at(-1);
    if (last && closes(last.mark, mark)) {
      open.pop();
      pairs += 1;
    } else open.push({ mark, at });
  }
  if (pairs === 0 && open.length === 0 && SINGLE_MARK.test(text)) {
    const singles = [...text.matchAll(SINGLES)];
    if (singles.length > 0) return { pairs: singles.length, first: singles[0]!.index, odd: null };
  }
  return { pairs, first, odd: open[0]?.at ?? null };
}

function closes(open: string, mark: string): boolean {
  if (open === '"' || open === '＂') return mark === open || mark === '”';
  return PAIRS.some(([left, right]) => left === open && right.includes(mark)) || (open === '“' && mark === '"');
}
