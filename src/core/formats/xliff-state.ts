import type { Bead, BeadStatus } from '../bitext/bitext.ts';
import { isDraft } from '../bitext/unit-origin.ts';
import type { RowOrigin } from './format.ts';

/** States of a target in XLIFF 1.2 (section 2.5), besides a tool's own that begin with “x-”. */
const STATES12: ReadonlySet<string> = new Set(
  'final needs-adaptation needs-l10n needs-review-adaptation needs-review-l10n needs-review-translation needs-translation new signed-off translated'.split(
    ' ',
  ),
);
const QUALIFIERS12: ReadonlySet<string> = new Set(
  'exact-match fuzzy-match id-match leveraged-glossary leveraged-inherited leveraged-mt leveraged-repository leveraged-tm mt-suggestion rejected-grammar rejected-inaccurate rejected-length tm-suggestion'.split(
    ' ',
  ),
);
/** States of a segment in XLIFF 2 (section 4.7.2.14). */
const STATES21: ReadonlySet<string> = new Set(['initial', 'translated', 'reviewed', 'final']);

/** What XLIFF 1.2 says of a translation. */
export interface State12 {
  readonly approved?: boolean;
  readonly state?: string | undefined;
  readonly qualifier?: string | undefined;
}

/**
 * The state of a row in XLIFF 1.2: as its file had it where nobody has changed the row, else by its status. It is approved only
 * where its file or a person here has said so.
 * @param translated whether the target has text
 */
export function state12({ status }: Bead, unit: RowOrigin, translated: boolean): State12 {
  const held = unit.origin.state;
  if (unit.isUntouched && held?.version === 1) {
    const qualifier = known(held.qualifier, QUALIFIERS12);
    const isBare = held.approved !== false && !qualifier;
    // What the format does not know is not written, and without a state a translation would count as confirmed.
    const state = known(held.state, STATES12) ?? (status === 'proposed' && isBare ? 'translated' : undefined);
    return { ...(held.approved !== undefined && { approved: held.approved && translated }), state, qualifier };
  }
  if (!translated || (status === 'proposed' && held && isDraft(held))) return { state: 'needs-translation' };
  if (status === 'confirmed') return unit.isAssumed ? {} : { approved: true, state: 'final' };
  return { state: status === 'flagged' ? 'needs-review-translation' : 'translated' };
}

function known(word: string | undefined, words: ReadonlySet<string>): string | undefined {
  return word !== undefined && (words.has(word) || /^x-\S+$/u.test(word)) ? word : undefined;
}

/** What XLIFF 2 says of a segment. */
export interface State21 {
  readonly state: string;
  readonly subState?: string | undefined;
}

/** The state of a row in XLIFF 2, likewise. */
export function state21({ status }: Bead, unit: RowOrigin, translated: boolean): State21 {
  const held = unit.origin.state;
  if (unit.isUntouched && held?.version === 2 && STATES21.has(held.state ?? '')) {
    const isSub = /^[^:\s]+:\S+$/u.test(held.qualifier ?? '');
    return { state: held.state!, ...(isSub && { subState: held.qualifier }) };
  }
  if (!translated || (status === 'proposed' && held && isDraft(held))) return { state: 'initial' };
  if (status === 'confirmed' && unit.isAssumed) return { state: 'translated', subState: SUB_STATES.assumed };
  return { state: STATES[status], ...(status === 'flagged' && { subState: SUB_STATES.flagged }) };
}

const STATES: Readonly<Record<BeadStatus, string>> = {
  proposed: 'translated',
  confirmed: 'final',
  flagged: 'translated',
  excluded: 'translated',
};

/** What XLIFF 2 has no state for. */
export const SUB_STATES = { flagged: 'visavis:flagged', assumed: 'visavis:assumed' } as const;
