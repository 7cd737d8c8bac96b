import { rowsOf, SIDES, type Side } from '../../core/bitext/bitext.ts';
import { DOUBTFUL_BELOW } from '../../core/bitext/confidence.ts';
import { plainBitext } from '../../core/bitext/inline/plain-text.ts';
import { rowTexts } from '../../core/bitext/row-text.ts';
import type { Candidate } from '../../core/glossary/candidates.ts';
import type { StoredConcept } from '../../core/glossary/concept.ts';
import { candidateMerger } from '../../core/glossary/extraction/merge-candidates.ts';
import { termMatcher } from '../../core/glossary/matching.ts';
import { modifierBeside } from '../../core/glossary/recognition/other-posts.ts';
import { wordsOf } from '../../core/glossary/words/words.ts';
import type { LanguagePack } from '../../core/text/language-pack.ts';
import { countBeads } from '../../store/bead-counts.ts';
import { type BitextHead, headsInState } from '../../store/bitexts.ts';
import { allConcepts } from '../../store/glossary/concepts.ts';
import { rejectedPairs } from '../../store/glossary/verdicts.ts';
import { readBeads, readPieces } from '../../store/review/slices.ts';
import { headOf } from '../app.ts';
import type { Desk } from '../desk.ts';
import { work } from '../jobs/work.ts';
import { bitextCandidates } from './bitext-candidates.ts';
import { hasTerm, nearestConcept } from './near-concepts.ts';

/** A row that shows an entry, with where its two terms stand in it, where they are found. */
interface EntryRow {
  readonly bead: number;
  readonly source: string;
  readonly target: string;
  readonly marked: Readonly<Record<Side, { readonly start: number; readonly end: number } | null>>;
}

/** A proposed entry with the row that shows it and what is near to it. */
export interface ProposedEntry extends Omit<Candidate, 'bead'> {
  readonly head: Pick<BitextHead, 'id' | 'title' | 'sourceLanguage' | 'targetLanguage'>;
  readonly row: EntryRow;
  /** A concept that has one of its terms already, to which the other may be added. */
  readonly near: StoredConcept | null;
  /** Words in its row that make another post of it, "former" and "ancien": it is proposed without them. */
  readonly modifiers: readonly string[];
}

/** The best entries, how many more there are that might be proposed, and why others are not. */
export interface ProposedEntries {
  readonly entries: readonly ProposedEntry[];
  readonly more: number;
  /** How many pairs are in a glossary already, and how many were rejected. */
  readonly known: number;
  readonly rejected: number;
  /** Languages in which only names are found. */
  readonly namesAlone: readonly string[];
}

/** Rows that are looked through at once: enough to learn from which words go together, and no more than the memory holds. */
const PIECE_ROWS = 2000;
/** Entries that a page shows. */
const SHOWN_ENTRIES = 300;

/** Entries that bitexts show and that no glossary has, best first, without what was rejected. */
export const proposeEntries = work<{ readonly ids: readonly number[] }, ProposedEntries>(
  'propose entries',
  // A millisecond a row.
  { room: 'long', limits: { time: 1_800_000, memory: 320 } },
  async (desk, { ids }, { onProgress }) => {
    const { db } = desk.store;
    const known = await allConcepts(db);
    const sums = { known: 0, rejected: 0 };
    const fresh: PlacedCandidate[] = [];
    const all = await Promise.all(ids.map((id) => headOf(desk, id)));
    for (const heads of byLanguages(all)) {
      const { sourceLanguage: from, targetLanguage: to } = heads[0]!;
      const rejected = await rejectedPairs(db, from, to);
      for (const candidate of await candidatesOf(desk, heads, onProgress)) {
        const near = nearestConcept(known, candidate, { from, to }, desk.packs);
        const isKnown = near !== null && hasTerm(near, candidate.target, to) && hasTerm(near, candidate.source, from);
        if (isKnown) sums.known += 1;
        else if (rejected.has(`${candidate.source}\t${candidate.target}`)) sums.rejected += 1;
        else fresh.push({ ...candidate, near });
      }
    }
    const best = fresh.sort((a, b) => b.score - a.score || b.count - a.count).slice(0, SHOWN_ENTRIES);
    const languages = [...new Set(best.length > 0 ? [] : all.flatMap(languagesOf))];
    return {
      entries: await withRows(desk, best),
      more: fresh.length - best.length,
      ...sums,
      namesAlone: languages.filter((language) => !desk.packs(language).heads),
    };
  },
);

/** Bitexts that are looked through at once where nobody names some. */
const MAX_BITEXTS = 50;

/** The newest bitexts that are not in the archive. */
export async function candidateBitexts({ store }: Pick<Desk, 'store'>): Promise<number[]> {
  const ready = (await headsInState(store.db, ['ready'])).filter(({ archivedAt }) => !archivedAt);
  const newest = ready.sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
  return newest.slice(0, MAX_BITEXTS).map(({ id }) => id);
}

type PlacedCandidate = Omit<Candidate, 'bead'> & Pick<ProposedEntry, 'head' | 'near'> & { readonly bead: number };

function languagesOf({ sourceLanguage, targetLanguage }: BitextHead): string[] {
  return [sourceLanguage, targetLanguage];
}

/** Bitexts of the same languages together. */
function byLanguages(heads: readonly BitextHead[]): BitextHead[][] {
  const groups = new Map<string, BitextHead[]>();
  for (const head of heads) {
    const key = languagesOf(head).join(' ');
    groups.set(key, [...(groups.get(key) ?? []), head]);
  }
  return [...groups.values()];
}

/** What all parts of some bitexts of the same languages show, each with the first row that shows it. */
async function candidatesOf(
  desk: Desk,
  heads: readonly BitextHead[],
  onProgress: (share: number) => void,
): Promise<Omit<PlacedCandidate, 'near'>[]> {
  const { db } = desk.store;
  const merger = candidateMerger();
  const places = placesOfRows();
  for (const [k, head] of heads.entries()) {
    const { beads } = await countBeads(db, head.id, DOUBTFUL_BELOW);
    const before = places.count();
    for await (const piece of readPieces(db, head.id, PIECE_ROWS)) {
      for (const one of bitextCandidates(piece, desk)) merger.add({ ...one, bead: places.count() + one.bead });
      places.add(
        k,
        piece.beads.map(({ id }) => id),
      );
      onProgress(Math.min(1, (k + (places.count() - before) / Math.max(1, beads)) / heads.length));
    }
  }
  return merger.merged().map((one) => {
    const { text, bead } = places.at(one.bead);
    return { ...one, head: heads[text]!, bead };
  });
}

/** The rows of several bitexts, one after another, four bytes each. */
function placesOfRows() {
  const pieces: { readonly text: number; readonly from: number; readonly beads: Int32Array }[] = [];
  let count = 0;
  return {
    add(text: number, beads: readonly number[]): void {
      pieces.push({ text, from: count, beads: Int32Array.from(beads) });
      count += beads.length;
    },
    count: () => count,
    at(place: number): { readonly text: number; readonly bead: number } {
      const { text, from, beads } = pieces.findLast((piece) => piece.from <= place)!;
      return { text, bead: beads[place - from]! };
    },
  };
}

async function withRows(desk: Desk, candidates: readonly PlacedCandidate[]): Promise<ProposedEntry[]> {
  const byBitext = new Map<number, number[]>();
  for (const { head, bead } of candidates) byBitext.set(head.id, [...(byBitext.get(head.id) ?? []), bead]);
  const texts = new Map<string, Record<Side, string>>();
  for (const [id, beads] of byBitext) {
    const part = plainBitext(await readBeads(desk.store.db, id, beads));
    for (const row of rowsOf(part)) texts.set(`${id} ${row.bead.id}`, rowTexts(row, part));
  }
  return candidates.map(({ bead, ...candidate }) => {
    const { head, source, target } = candidate;
    const row = texts.get(`${head.id} ${bead}`)!;
    const marked = {
      source: placeOf(source, row.source, desk.packs(head.sourceLanguage)),
      target: placeOf(target, row.target, desk.packs(head.targetLanguage)),
    };
    const modifiers = SIDES.flatMap((side) => {
      const language = side === 'source' ? head.sourceLanguage : head.targetLanguage;
      return modifierIn(candidate, marked[side], side, { text: row[side], pack: desk.packs(language) });
    });
    return { ...candidate, row: { bead, ...row, marked }, modifiers };
  });
}

function modifierIn(
  candidate: Pick<Candidate, 'kind' | Side>,
  place: EntryRow['marked'][Side],
  side: Side,
  { text, pack }: { readonly text: string; readonly pack: LanguagePack },
): string[] {
  if (candidate.kind !== 'role' || !place) return [];
  const found = modifierBeside({ ...place, term: { text: candidate[side] } }, wordsOf(text, pack), text, pack);
  return found ? [found.text] : [];
}

/** Where a term stands in a text, in whatever form. */
function placeOf(term: string, text: string, pack: LanguagePack): { start: number; end: number } | null {
  const start = text.indexOf(term);
  if (start >= 0) return { start, end: start + term.length };
  const entry = {
    language: pack.language,
    text: term,
    status: 'preferred',
    partOfSpeech: '',
    gender: '',
    note: '',
  } as const;
  // As a post, so that the form of the other gender is found.
  const concept = { kind: 'role', definition: '', note: '', terms: [entry] } as const;
  return termMatcher([concept], pack, { anyPost: true })(text)[0] ?? null;
}
