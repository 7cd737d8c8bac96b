import type { LanguagePack } from '../text/language-pack.ts';
import type { Phrase } from './extraction/phrases.ts';
import { type NamePatterns, namePatterns } from './name-patterns.ts';

/** Words that a post has at most. */
const MAX_POST_WORDS = 4;

/**
 * The title that stands beside a person as an apposition: "the company's chief
 * executive officer, Piotr Zielinski", "Yves Tanguy, maire de Kermont,". What
 * names the body is left out.
 * @param text the segment
 */
export function postBeside(text: string, person: Phrase, { shared }: LanguagePack): Phrase | null {
  const patterns = namePatterns(shared.nameWords);
  return postBefore(text, person, patterns) ?? postAfter(text, person, patterns);
}

function postBefore(text: string, { segment, start: at }: Phrase, patterns: NamePatterns): Phrase | null {
  const before = text.slice(0, at).replace(/,?[\s\u00a0]+$/u, '');
  const chunk = /[^,;:.!?«»“”"()—–]*$/u.exec(before)![0];
  const last = [...chunk.matchAll(patterns.determiner)].at(-1);
  if (!last) return null;
  return asPost(
    chunk.slice(last.index + last[0].length),
    segment,
    before.length - chunk.length + last.index + last[0].length,
    patterns,
  );
}

function postAfter(text: string, { segment, end: at }: Phrase, patterns: NamePatterns): Phrase | null {
  const found = patterns.apposition.exec(text.slice(at));
  if (!found) return null;
  const start = at + found[0].length - 1 - found[2]!.length;
  return asPost(found[2]!, segment, start, patterns);
}

function asPost(words: string, segment: number, start: number, { complement }: NamePatterns): Phrase | null {
  const text = words.replace(complement, '').trim();
  const count = text.split(/[\s\u00a0]+/u).length;
  return text.length > 2 && count <= MAX_POST_WORDS && !/[\p{Lu}\p{N}|]/u.test(text)
    ? { text, segment, start, end: start + text.length }
    : null;
}
