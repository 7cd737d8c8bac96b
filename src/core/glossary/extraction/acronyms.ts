import type { Side } from '../../bitext/bitext.ts';
import type { Candidate, CandidateBead } from '../candidates.ts';
import type { ConceptKind } from '../concept.ts';
import type { Phrase } from './phrases.ts';

/** An acronym in brackets behind the name that it is of: "(WHO)". */
const IN_BRACKETS = /^[”"»]?\s*[（(]\s*(\p{Lu}[\p{L}\p{N}.&/-]{1,9})\s*[)）]/u;

function acronymBehind(text: string, end: number): string | undefined {
  return IN_BRACKETS.exec(text.slice(end))?.[1];
}

/** The acronyms in brackets behind the name of a body. */
export function acronymsOf(
  { source, target }: Pick<CandidateBead, Side>,
  { kind, source: s, target: t }: { readonly kind: ConceptKind; readonly source: Phrase; readonly target: Phrase },
): Pick<Candidate, 'acronyms'> {
  if (kind !== 'organisation') return {};
  const own = acronymBehind(source.segments[s.segment]!, s.end);
  const other = acronymBehind(target.segments[t.segment]!, t.end);
  if (![own, other].some((one) => /\p{Lu}.*\p{Lu}/u.test(one ?? ''))) return {};
  return { acronyms: { ...(own && { source: own }), ...(other && { target: other }) } };
}

/** Takes out what is only the acronym of a name that is proposed itself. */
export function withoutAcronyms(all: readonly Candidate[]): Candidate[] {
  const known: Record<Side, Set<string>> = { source: new Set(), target: new Set() };
  for (const { acronyms } of all) {
    if (acronyms?.source) known.source.add(acronyms.source);
    if (acronyms?.target) known.target.add(acronyms.target);
  }
  return all.filter(
    ({ source, target, acronyms }) =>
      acronyms !== undefined ||
      !((known.source.has(source) && isShort(target)) || (known.target.has(target) && isShort(source))),
  );
}

function isShort(text: string): boolean {
  return /^\p{Lu}[\p{L}\p{N}.&/-]{1,9}$/u.test(text);
}
