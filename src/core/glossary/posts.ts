import type { Phrase } from './phrases.ts';

/** Words before a title. "his brother" is none. */
const DETERMINER =
  /(?<!(?:^|[\s\u00a0])(?:de|à)[\s\u00a0])(?<![\p{L}\p{M}])(?:(?:the|its|le|la|un|une|son|sa|el|la|su|der|die)[\s\u00a0]+|l[’'])|[’']s[\s\u00a0]+/giu;
/** A complement that is a name: "of Aéronor", "d’Aéronor". */
const OF_NAME =
  /[\s\u00a0]+(?:(?:of|for|de|du|des|del|von|der|at|in|à)[\s\u00a0]+(?:the|la|le|les|l[’'])?[\s\u00a0]*|d[’'])(?=\p{Lu}).*$/u;
const LONGEST = 4;

/**
 * The title that stands beside a person as an apposition: "the company's chief
 * executive officer, Piotr Zielinski", "Yves Tanguy, maire de Kermont,". What
 * names the body is left out.
 * @param text the segment
 */
export function postBeside(text: string, person: Phrase): Phrase | null {
  return postBefore(text, person) ?? postAfter(text, person);
}

function postBefore(text: string, { segment, start: at }: Phrase): Phrase | null {
  const before = text.slice(0, at).replace(/,?[\s\u00a0]+$/u, '');
  const chunk = /[^,;:.!?«»“”"()—–]*$/u.exec(before)![0];
  const last = [...chunk.matchAll(DETERMINER)].at(-1);
  if (!last) return null;
  return asPost(
    chunk.slice(last.index + last[0].length),
    segment,
    before.length - chunk.length + last.index + last[0].length,
  );
}

function postAfter(text: string, { segment, end: at }: Phrase): Phrase | null {
  const found = /^,[\s\u00a0]+((?:the|le|la|l[’']|el|der|die)[\s\u00a0]*)?([^,;:.!?«»“”"()—–]+),/u.exec(text.slice(at));
  if (!found) return null;
  const start = at + found[0].length - 1 - found[2]!.length;
  return asPost(found[2]!, segment, start);
}

function asPost(words: string, segment: number, start: number): Phrase | null {
  const text = words.replace(OF_NAME, '').trim();
  const count = text.split(/[\s\u00a0]+/u).length;
  return text.length > 2 && count <= LONGEST && !/[\p{Lu}\p{N}|]/u.test(text)
    ? { text, segment, start, end: start + text.length }
    : null;
}
