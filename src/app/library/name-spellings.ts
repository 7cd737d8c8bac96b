import { randomUUID } from 'node:crypto';
import { SIDES, type Side } from '../../core/bitext/bitext.ts';
import type { StoredConcept } from '../../core/glossary/concept.ts';
import { isSpelling, namesIn } from '../../core/glossary/consistency.ts';
import { sameLanguage } from '../../core/text/language-tag.ts';
import { type BitextHead, headsInState } from '../../store/bitexts.ts';
import { allConcepts } from '../../store/glossary/concepts.ts';
import { textsOfSide } from '../../store/review/segment-texts.ts';
import type { App } from '../app.ts';
import type { Desk } from '../desk.ts';
import { work } from '../jobs/work.ts';
import { previewReplace, replaceText } from '../review/replace-text.ts';

/** A name as it is written somewhere. */
export interface Spelling {
  readonly text: string;
  /** In how many segments, and in how many of these as a translation, where it can be corrected. */
  readonly count: number;
  readonly inTranslations: number;
  /** The first row that shows it. */
  readonly bitext: number;
  readonly bead: number;
  readonly title: string;
}

/** A name in a language, with what else it is written as. */
export interface SpelledName {
  readonly language: string;
  /** As the glossary has it, or as it is written most. */
  readonly usual: string;
  readonly count: number;
  /** The person of the glossary; null for one that is in none. */
  readonly concept: number | null;
  readonly others: readonly Spelling[];
}

/** Texts that are read at once, and names of a language that are compared. */
const PIECE_TEXTS = 5000;
const MAX_NAMES = 50_000;

/** Names that are written in several ways, in all bitexts that are not in the archive: first those of the glossary. */
export const findSpellings = work<{ readonly concept: number | null }, SpelledName[]>(
  'find spellings of names',
  { room: 'long', limits: { time: 1_800_000, memory: 320 } },
  async (desk, { concept: only }, { onProgress }) => {
    const heads = await readyBitexts(desk);
    const people = (await allConcepts(desk.store.db)).filter(
      ({ kind, id }) => kind === 'person' && (!only || id === only),
    );
    const byLanguage = await writtenNames(desk, heads, onProgress);
    return [...byLanguage].flatMap(([language, names]) => {
      const pack = desk.packs(language);
      const index = indexOf(names);
      const taken = new Set<string>();
      const known = people.flatMap((one) => spelledName(one, language, { names, index, pack, taken }));
      return only ? known : [...known, ...unknownNames(language, { names, index, pack, taken })];
    });
  },
);

async function readyBitexts({ store }: Pick<Desk, 'store'>): Promise<BitextHead[]> {
  return (await headsInState(store.db, ['ready'])).filter(({ archivedAt }) => !archivedAt);
}

type Names = ReadonlyMap<string, Spelling>;

interface Compared {
  readonly names: Names;
  /** Names by each of their words with its place: two spellings of one have a word in common. */
  readonly index: ReadonlyMap<string, readonly string[]>;
  readonly pack: ReturnType<Desk['packs']>;
  /** Spellings that are told already. */
  readonly taken: Set<string>;
}

/** The names in all texts, by language, with how often each is written. */
async function writtenNames(
  desk: Desk,
  heads: readonly BitextHead[],
  onProgress: (share: number) => void,
): Promise<Map<string, Map<string, Spelling>>> {
  const byLanguage = new Map<string, Map<string, Spelling>>();
  for (const [k, head] of heads.entries()) {
    for (const side of SIDES) {
      const language = languageOf(head, side);
      const pack = desk.packs(language);
      const names = byLanguage.get(language) ?? new Map<string, Spelling>();
      byLanguage.set(language, names);
      for await (const some of textsOfSide(desk.store.db, head.id, side, PIECE_TEXTS)) {
        for (const { text, bead } of some) {
          for (const { name } of namesIn(text, pack)) {
            const known = names.get(name);
            if (!known && names.size >= MAX_NAMES) continue;
            names.set(name, {
              text: name,
              count: (known?.count ?? 0) + 1,
              inTranslations: (known?.inTranslations ?? 0) + (side === 'target' ? 1 : 0),
              ...(known ? placeOf(known) : { bitext: head.id, bead, title: head.title }),
            });
          }
        }
      }
    }
    onProgress((k + 1) / heads.length);
  }
  return byLanguage;
}

function languageOf({ sourceLanguage, targetLanguage }: BitextHead, side: Side): string {
  return side === 'source' ? sourceLanguage : targetLanguage;
}

function placeOf({ bitext, bead, title }: Spelling): Pick<Spelling, 'bitext' | 'bead' | 'title'> {
  return { bitext, bead, title };
}

function keysOf(name: string): string[] {
  const words = name.split(/[ \u00a0]/u);
  return words.map((word, at) => `${words.length} ${at} ${word}`);
}

function indexOf(names: Names): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const name of names.keys()) {
    for (const key of keysOf(name)) {
      const list = index.get(key);
      if (list) list.push(name);
      else index.set(key, [name]);
    }
  }
  return index;
}

/** What else a name is written as, what is written most first. */
function othersOf(name: string, { names, index, pack, taken }: Compared, own: ReadonlySet<string>): Spelling[] {
  const near = new Set(keysOf(name).flatMap((key) => index.get(key) ?? []));
  return [...near]
    .filter((other) => !own.has(other) && !taken.has(other) && isSpelling(name, other, pack))
    .map((other) => names.get(other)!)
    .sort((a, b) => b.count - a.count);
}

/** A person of the glossary, where a text writes the name otherwise than the glossary has it. */
function spelledName({ id, terms }: StoredConcept, language: string, compared: Compared): SpelledName[] {
  const own = terms.filter((term) => sameLanguage(term.language, language));
  const usable = own.filter(({ status }) => status === 'preferred' || status === 'admitted');
  const usual = usable[0]?.text;
  if (usual === undefined) return [];
  const right = new Set(usable.map(({ text }) => text));
  const written = [...right].flatMap((text) => compared.names.get(text) ?? []);
  const banned = own.filter(({ text }) => !right.has(text)).flatMap(({ text }) => compared.names.get(text) ?? []);
  const near = usable.flatMap(({ text }) => othersOf(text, compared, right));
  const others = [...new Map([...banned, ...near].map((one) => [one.text, one])).values()];
  for (const one of [...others, ...written]) compared.taken.add(one.text);
  const count = written.reduce((sum, one) => sum + one.count, 0);
  return others.length > 0 ? [{ language, usual, count, concept: id, others }] : [];
}

/** Names that no glossary has, where one is written in several ways; what is written most is taken for right. */
function unknownNames(language: string, compared: Compared): SpelledName[] {
  const byCount = [...compared.names.values()].sort((a, b) => b.count - a.count);
  return byCount.flatMap(({ text, count }) => {
    if (compared.taken.has(text)) return [];
    const others = othersOf(text, compared, new Set([text]));
    compared.taken.add(text);
    for (const one of others) compared.taken.add(one.text);
    return others.length > 0 ? [{ language, usual: text, count, concept: null, others }] : [];
  });
}

/** A spelling of a name to be corrected in all translations into a language. */
export interface Correction {
  readonly language: string;
  readonly from: string;
  readonly to: string;
  readonly author: string;
}

/**
 * Writes a name in one spelling in all translations into a language: an edit of each bitext, which can be undone there.
 * Rows that were confirmed are open again. Returns in how many segments.
 */
export async function correctSpelling(app: App, { language, from, to, author }: Correction): Promise<number> {
  const query = { text: from, in: 'target', regex: false, word: true, case: true } as const;
  let corrected = 0;
  for (const { id, targetLanguage } of await readyBitexts(app)) {
    if (targetLanguage !== language) continue;
    const { count, key } = await previewReplace(app, id, { query, replacement: to });
    if (count === 0) continue;
    const request = { clientId: randomUUID(), author };
    await replaceText(app, id, { query, replacement: to, allBut: [], key }, request);
    corrected += count;
  }
  return corrected;
}
