import type { LanguagePack } from '../../text/language-pack.ts';
import type { NameWords } from '../../text/name-words.ts';
import type { BeadSide } from './part-links.ts';
import type { SpanWord } from './span-words.ts';

/** A run of words, from the first to the last, both within. */
export interface WordRun {
  readonly from: number;
  readonly to: number;
}

/** A head in a bead, with the runs of words that may be the name or title that it is head of. */
export interface HeadSpans {
  readonly head: WordRun;
  readonly meanings: SpanWord['parts'][number]['meanings'];
  readonly kind: 'role' | 'organisation' | 'term';
  /** Whether it is of some country, which is no part of it. */
  readonly national: boolean;
  readonly runs: readonly WordRun[];
}

/** Words before and behind a head at most. */
const BEFORE = 5;
const BEFORE_LAST = 8;
const BEHIND = 9;

/**
 * All heads of one side of a bead. What belongs to a head is left open, as far as capitals, small words and marks allow:
 * the other side will tell.
 * @param taken words that belong to another name
 */
export function headSpans(
  { words }: BeadSide,
  pack: LanguagePack,
  kinds: readonly HeadSpans['kind'][],
  taken: ReadonlySet<number>,
): HeadSpans[] {
  return words.flatMap((word, at): HeadSpans[] => {
    if (!word.head) return [];
    const head = { from: at - word.head.words + 1, to: at };
    if (taken.has(head.from) || taken.has(head.to)) return [];
    const { role, body, thing } = word.head.word.meanings;
    const found: HeadSpans[] = [];
    const add = (kind: HeadSpans['kind'], meanings: readonly number[] | undefined) => {
      if (!meanings || !kinds.includes(kind)) return;
      const national = kind === 'role' || (kind === 'organisation' && word.head!.word.national);
      const open: OpenHead = { head, kind, national, pack, taken };
      found.push({ head, kind, national, meanings: new Set(meanings), runs: runsAround(words, open) });
    };
    add('role', role);
    add('organisation', body);
    add('term', thing);
    return found;
  });
}

interface OpenHead extends Pick<HeadSpans, 'head' | 'kind' | 'national'> {
  readonly pack: LanguagePack;
  readonly taken: ReadonlySet<number>;
}

function runsAround(words: readonly SpanWord[], open: OpenHead): WordRun[] {
  const first = beginnings(words, open);
  const last = open.pack.grammar?.headLast ? [open.head.to] : ends(words, open);
  return first.flatMap((from) => last.map((to) => ({ from, to })));
}

/** Where a name or title may begin. */
function beginnings(
  words: readonly SpanWord[],
  { head, kind, national, pack: { grammar }, taken }: OpenHead,
): number[] {
  const found = [head.from];
  let listed = false;
  const isLow = grammar?.titleCase === true && !words[head.from]!.capital;
  for (let at = head.from - 1; at >= 0 && head.from - at <= (grammar?.headLast ? BEFORE_LAST : BEFORE); at -= 1) {
    const [word, next] = [words[at]!, words[at + 1]!];
    if (!(next.adjoins || (listed && next.comma)) || word.stop || taken.has(at) || (national && word.country)) break;
    if (kind === 'role' && word.modifier) break;
    if (word.small) {
      // "Food and Agriculture Organization"; where the last word is the head anything may stand before it.
      listed ||= word.and && kind !== 'term';
      if (grammar?.headLast || (word.and && grammar?.complementsJoined && next.capital)) continue;
      break;
    }
    const meanings = word.head?.word.meanings;
    if (meanings?.role && !meanings.field && kind === 'organisation') break;
    if (next.possessed && word.capital && (word.country || !word.field)) break;
    // "Kalistani president": what has a capital before a word that has none says whose it is, unless it begins a sentence.
    if (isLow && kind !== 'term' && word.capital && word.adjoins && !isCaseless(word)) break;
    if (next.capital && !word.capital && kind !== 'term' && !grammar?.nounsInCapitals && !isCaseless(next)) break;
    found.push(at);
  }
  return found;
}

/** Where it may end. */
function ends(words: readonly SpanWord[], { head, kind, national, pack, taken }: OpenHead): number[] {
  const { grammar, heads, shared } = pack;
  const found = [head.to];
  const capital = words[head.from]!.capital && !isCaseless(words[head.from]!);
  let joined = false;
  /** Where words end that are joined by more than "of". */
  let loose: { readonly found: number; readonly and: boolean; article: boolean } | null = null;
  for (let at = head.to + 1; at < words.length && at - head.to <= BEHIND; at += 1) {
    const word = words[at]!;
    if (!word.adjoins || word.stop || taken.has(at) || (kind === 'role' && word.modifier)) break;
    if (word.small) {
      const plain = word.raw.toLowerCase();
      if (word.and || !isOf(plain, shared.nameWords)) loose = { found: found.length, and: word.and, article: false };
      else if (loose && shared.nameWords.particleArticles.includes(plain)) loose.article = true;
      joined = true;
      continue;
    }
    const cased = !isCaseless(word);
    if (grammar?.complementsJoined && !joined && (kind !== 'organisation' || !word.capital)) break;
    // A person's name follows a title as it is; what a title is of is joined to it.
    if (kind === 'role' && cased && word.capital && !joined) break;
    if (kind === 'term' && cased && word.capital && !capital && !grammar?.nounsInCapitals) break;
    if (kind !== 'term' && cased && grammar?.titleCase && capital && !word.capital) break;
    if (kind === 'role' && word.head?.word.meanings.role && !joined) break;
    // "The League and the Union", "the Group in the Senate": what stands behind is a name of its own.
    if (loose && isBodyOrPost(word) && kind !== 'term' && heads && (!loose.and || loose.article)) {
      found.length = loose.found;
      break;
    }
    if (!(national && word.country)) found.push(at);
  }
  return found;
}

/** Whether a small word may stand between a name and what it is of. */
function isOf(word: string, { particles, particleArticles, complementArticles }: NameWords): boolean {
  return particles.includes(word) || particleArticles.includes(word) || complementArticles.includes(word);
}

function isBodyOrPost({ head }: SpanWord): boolean {
  return head?.word.meanings.body !== undefined || head?.word.meanings.role !== undefined;
}

function isCaseless({ raw }: SpanWord): boolean {
  return !/[\p{Lu}\p{Ll}]/u.test(raw);
}
