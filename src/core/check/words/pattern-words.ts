/** A word with which a pattern may begin: just it, or any that begins so. */
interface FirstWord {
  readonly letters: string;
  readonly isWhole: boolean;
}

/** What is asked of the words of a text before a pattern is tried at any. */
export interface FirstWords {
  /** Whether a match of any pattern may begin with a word, in small letters. Where it cannot be told, it may. */
  mayBegin(word: string): boolean;
  /** Whether a match may begin with something that is no letter. */
  readonly hasOther: boolean;
}

/** Reads from patterns with which words they may begin. */
export function firstWordsOf(patterns: readonly string[]): FirstWords {
  const all = patterns.flatMap((pattern) => wordsOf(pattern));
  const whole = new Set(all.filter(({ isWhole }) => isWhole).map(({ letters }) => letters));
  const begun = new Map<string, string[]>();
  for (const { letters, isWhole } of all) {
    if (isWhole || letters === '') continue;
    const key = letters.charAt(0);
    begun.set(key, [...(begun.get(key) ?? []), letters]);
  }
  const isAny = all.some(({ letters, isWhole }) => letters === '' && !isWhole);
  return {
    hasOther: isAny || whole.has(''),
    mayBegin(word) {
      if (isAny) return true;
      // Vowel signs may stand over letters of a word that the pattern has without them.
      const bare = ASCII.test(word) ? word : word.replace(/\p{M}/gu, '');
      return whole.has(bare) || (begun.get(bare.charAt(0))?.some((letters) => bare.startsWith(letters)) ?? false);
    },
  };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII begins with them
const ASCII = /^[\x00-\x7f]*$/;

/** So many beginnings of a pattern are told apart; where there are more, a shorter one stands for them. */
const MAX_WORDS = 200;

function wordsOf(pattern: string): FirstWord[] {
  // What stands before it is none of it.
  const rest = /^\(\?<[!=]/u.test(pattern) ? pattern.slice(groupEnd(pattern, 0)) : pattern;
  const { found, open } = read(rest, ['']);
  // A word ends where its pattern does.
  return [...found, ...open.map((letters) => ({ letters, isWhole: true }))];
}

/** What has been read of a pattern: words that are known, and letters to which more may come. */
interface Read {
  readonly found: readonly FirstWord[];
  readonly open: readonly string[];
}

/** Reads a part of a pattern behind some letters: literals, classes of letters, groups and what may be left out; with anything else it stops. */
function read(pattern: string, before: readonly string[]): Read {
  const found: FirstWord[] = [];
  let open = before;
  const stop = (isWhole: boolean): Read => ({
    found: [...found, ...open.map((letters) => ({ letters, isWhole }))],
    open: [],
  });
  for (let at = 0; at < pattern.length && open.length > 0; ) {
    const atom = ATOM.exec(pattern.slice(at))?.[0] ?? '';
    const group = atom === '' && pattern.startsWith('(?:', at) ? pattern.slice(at, groupEnd(pattern, at)) : '';
    at += atom.length + group.length;
    const often = /^(?:[?*+]|\{[^}]*\})/u.exec(pattern.slice(at))?.[0] ?? '';
    at += often.length;
    if ((atom === '' && group === '') || open.length > MAX_WORDS) return stop(false);
    const next = group === '' ? readAtom(atom, open) : readEach(alternativesIn(group.slice(3, -1)), open);
    found.push(...next.found);
    if (often === '') open = next.open;
    else if (often === '?') open = [...open, ...next.open];
    else return stop(false);
  }
  return { found, open };
}

/** A letter, a class of signs that are listed, a sign that stands for itself, white space or a digit. */
const ATOM = /^(?:\[(?!\^)[^\\\]]*\]|\\[sd]|\\[^\p{L}]|[^\\[\](){}|^$.?*+])/u;

function readAtom(atom: string, before: readonly string[]): Read {
  const isList = atom.startsWith('[');
  const signs = isList ? [...atom.slice(1, -1)] : atom.startsWith('\\') ? [' '] : [atom];
  // [a-z] is more than its signs.
  if (isList && /[^\s]-[^\s]/u.test(atom.slice(1, -1))) {
    return { found: before.map((letters) => ({ letters, isWhole: false })), open: [] };
  }
  const letters = signs.filter((sign) => /\p{L}/u.test(sign)).map((sign) => sign.toLowerCase());
  return {
    // What is no letter ends the word.
    found: letters.length < signs.length ? before.map((one) => ({ letters: one, isWhole: true })) : [],
    open: before.flatMap((one) => letters.map((letter) => one + letter)),
  };
}

function readEach(alternatives: readonly string[], before: readonly string[]): Read {
  const all = alternatives.map((one) => read(one, before));
  return { found: all.flatMap(({ found }) => found), open: [...new Set(all.flatMap(({ open }) => open))] };
}

/** Where a group that begins at a place has ended. */
function groupEnd(pattern: string, from: number): number {
  let depth = 0;
  for (let at = from; at < pattern.length; at += 1) {
    if (pattern[at] === '\\') at += 1;
    else if (pattern[at] === '(') depth += 1;
    else if (pattern[at] === ')') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return pattern.length;
}

function alternativesIn(group: string): string[] {
  const parts: string[] = [];
  let [depth, from] = [0, 0];
  for (let at = 0; at < group.length; at += 1) {
    if (group[at] === '\\') at += 1;
    else if (group[at] === '(') depth += 1;
    else if (group[at] === ')') depth -= 1;
    else if (group[at] === '|' && depth === 0) {
      parts.push(group.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, group.slice(from)];
}
