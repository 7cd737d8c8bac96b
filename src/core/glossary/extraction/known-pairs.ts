import type { AlignSide, IndexBead } from '../../align/alignment.ts';
import type { Side } from '../../bitext/bitext.ts';
import type { LanguagePack } from '../../text/language-pack.ts';
import type { ConceptKind } from '../concept.ts';
import type { TermMatcher } from '../matching.ts';
import { wordsOf } from '../words/words.ts';
import type { NamedPair } from './bead-names.ts';
import { overlap, type Phrase } from './phrases.ts';

/** Terms of one known concept on both sides of a bead. */
export interface KnownPair {
  readonly kind: ConceptKind;
  readonly pair: readonly [Phrase, Phrase];
  /** The terms as they are known, so that their forms in the text are one entry. */
  readonly texts: readonly [string, string];
}

export function* knownPairs(
  source: AlignSide,
  target: AlignSide,
  bead: IndexBead,
  find: Readonly<Record<Side, TermMatcher>>,
): Generator<KnownPair> {
  const hitsIn = (side: AlignSide, ids: readonly number[], which: Side) =>
    ids.flatMap((segment) => {
      const text = side.segments[segment]!;
      return find[which](text).map(({ start, end, concept, term }) => ({
        concept,
        known: asKnown(text.slice(start, end), term.text, side.pack),
        phrase: { text: text.slice(start, end), segment, start, end },
      }));
    });
  const targets = hitsIn(target, bead.target, 'target');
  const used = new Set<unknown>();
  for (const { concept, phrase, known } of hitsIn(source, bead.source, 'source')) {
    const match = targets.find((hit) => hit.concept === concept && !used.has(hit));
    if (!match) continue;
    used.add(match);
    yield { kind: concept.kind, pair: [phrase, match.phrase], texts: [known, match.known] };
  }
}

/** A form in the text as the term is known; another spelling of the same form stays: "Ministry of Defense". */
function asKnown(written: string, term: string, pack: LanguagePack): string {
  const basics = (text: string) =>
    wordsOf(text, pack)
      .map(({ basic }) => basic)
      .join(' ');
  return written.toLowerCase() !== term.toLowerCase() && basics(written) === basics(term) ? written : term;
}

/** So much has to be linked of a longer name for it to go before a known one within it. */
const SURE = 0.7;

/** Of what is known and what was found where they meet: the longer one if it is sure, else what is known. */
export function settled(
  known: readonly KnownPair[],
  pairs: readonly NamedPair[],
): { known: KnownPair[]; named: NamedPair[] } {
  const meets = (one: NamedPair, { pair: [s, t] }: KnownPair) => overlap(one.source, s) || overlap(one.target, t);
  const holds = (one: NamedPair, { pair: [s, t] }: KnownPair) =>
    one.weight >= SURE &&
    !one.bare &&
    !one.guessed &&
    within(s, one.source) &&
    within(t, one.target) &&
    lengthOf(one.source, one.target) > lengthOf(s, t);
  const longer = pairs.filter(
    (one) => !one.whole && known.filter((other) => meets(one, other)).every((other) => holds(one, other)),
  );
  const kept = known.filter((other) => longer.every((one) => !meets(one, other) || isPart(one, other)));
  return { known: kept, named: pairs.filter((one) => (one.whole ? true : longer.includes(one))) };
}

/** A body within the name of another is one of its own: the Senate and its committee. */
function isPart({ kind, source, target }: NamedPair, { kind: known, pair: [s, t] }: KnownPair): boolean {
  return kind === 'organisation' && known === 'organisation' && within(s, source) && within(t, target);
}

function within(inner: Phrase, outer: Phrase): boolean {
  return inner.segment === outer.segment && inner.start >= outer.start && inner.end <= outer.end;
}

function lengthOf(s: Phrase, t: Phrase): number {
  return s.end - s.start + (t.end - t.start);
}
