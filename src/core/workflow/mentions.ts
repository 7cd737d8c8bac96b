import type { Person } from './person.ts';

/** What may stand before the @ of a mention: that of an e-mail address is none. */
const AT = /(?<![\p{L}\p{N}_.@-])@/gu;

/**
 * The people whom a text mentions, each once, in its order: “@Anna Berg, see above” mentions her. Of two names the longer one
 * counts (@Anna Berg before @Anna), and a name ends where its word does. A name that two people have mentions both.
 */
export function mentionedIn<P extends Person>(text: string, people: readonly P[]): P[] {
  const given = text.normalize('NFC');
  const named = people
    .map((person) => ({ person, name: person.name.normalize('NFC') }))
    .filter(({ name }) => name !== '')
    .sort((a, b) => b.name.length - a.name.length);
  const found = new Set<P>();
  for (const { index } of given.matchAll(AT)) {
    const rest = given.slice(index + 1);
    const best = named.find(({ name }) => beginsWith(rest, name));
    for (const { person, name } of named) if (best && same(name, best.name)) found.add(person);
  }
  return [...found];
}

/** What is being typed behind an @ just before a place in a text, and where that begins; null where none is. */
export function mentionAt(text: string, place: number): { readonly from: number; readonly begun: string } | null {
  const last = [...text.slice(0, place).matchAll(AT)].at(-1);
  if (!last) return null;
  const from = last.index + 1;
  const begun = text.slice(from, place);
  return /^[^@\n]{0,60}$/u.test(begun) && !/\s\s|^\s/u.test(begun) ? { from, begun } : null;
}

/** The people whose name, or a later word of it, begins so. */
export function peopleBeginning<P extends Person>(begun: string, people: readonly P[]): P[] {
  const wanted = begun.normalize('NFC').toLowerCase();
  return people.filter(({ name }) => {
    const own = name.normalize('NFC').toLowerCase();
    return own.startsWith(wanted) || own.includes(` ${wanted}`);
  });
}

function beginsWith(text: string, name: string): boolean {
  return same(text.slice(0, name.length), name) && !/^[\p{L}\p{N}\p{M}_]/u.test(text.slice(name.length));
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
