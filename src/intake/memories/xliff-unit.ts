import type { BeadStatus } from '../../core/bitext/bitext.ts';
import type { TranslationState } from '../../core/bitext/unit-origin.ts';
import { countLetters } from '../../core/text/letters.ts';
import type { LeftOut } from './left-out.ts';
import { isMachine, statusOfWord } from './unit-status.ts';
import type { TranslationUnit } from './units.ts';
import { hasText, type KindOf, segmentsOf, textOf, type XliffSide } from './xliff-side.ts';

/** A unit as it is read: a trans-unit of version 1, a segment of version 2. */
export interface XliffUnit {
  readonly id: string;
  readonly version: 1 | 2;
  readonly translate: boolean;
  readonly languages: { readonly source: string; readonly target: string };
  readonly notes: string[];
  source: XliffSide | null;
  segmented: XliffSide | null;
  target: XliffSide | null;
  state: TranslationState;
  /** What tools say of the unit in attributes of their own. */
  readonly tool: Readonly<Record<string, string>>;
  /** What SDL's definitions say of its segments, by their names. */
  readonly definitions: Map<string, Readonly<Record<string, string>>>;
  codesLost: number;
}

/** A unit with marked segments is one for each of them, if source and target have the same ones and nothing besides; else it is one. */
export function finishedUnits(unit: XliffUnit, kindOf: KindOf, leftOut: LeftOut): TranslationUnit[] {
  const { source, segmented, target } = unit;
  const pairs = pairsOf(unit, kindOf);
  const used = pairs ? (segmented ?? source) : (source ?? segmented);
  const other = used === source ? segmented : source;
  // A segmented source repeats the source.
  if (used && other && countLetters(textOf(other)) <= countLetters(textOf(used))) leftOut.settle(textOf(other));
  const whole = [{ name: '', from: used ? textOf(used) : '', to: target ? textOf(target) : '' }];
  return (pairs ?? whole).map(({ name, from, to }, i) => {
    const state = stateOf(unit, unit.definitions.get(name) ?? (pairs ? {} : definitionValues(unit.definitions)));
    return {
      variants: [
        { language: used?.language || unit.languages.source, text: from, side: 'source' },
        { language: target?.language || unit.languages.target, text: to, side: 'target' },
      ],
      notes: i === 0 ? unit.notes : [],
      status: unit.translate ? statusOf(state) : 'excluded',
      origin: {
        ...(unit.id && !pairs && { id: unit.id }),
        ...(Object.keys(state).length > 1 && { state }),
      },
      codesLost: i === 0 ? unit.codesLost : 0,
    };
  });
}

interface SegmentPair {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** The segments of a unit with their translations; null where it is not made up of such. */
function pairsOf({ source, segmented, target }: XliffUnit, kindOf: KindOf): SegmentPair[] | null {
  const marked = segmented ?? source;
  const from = marked && segmentsOf(marked, kindOf);
  if (!from || from.size === 0) return null;
  const to = target ? segmentsOf(target, kindOf) : new Map<string, string>();
  const text = target ? textOf(target) : '';
  if (!to || (to.size === 0 && hasText(text, kindOf)) || [...to.keys()].some((name) => !from.has(name))) return null;
  const [first] = from.keys();
  // Codes of a target without segments stay with its first one.
  return [...from].map(([name, own]) => ({
    name,
    from: own,
    to: to.get(name) ?? (to.size === 0 && name === first ? text : ''),
  }));
}

function definitionValues(definitions: XliffUnit['definitions']): Readonly<Record<string, string>> {
  return definitions.size === 1 ? [...definitions.values()][0]! : {};
}

/** SDL's levels of confirmation, in the words of XLIFF 1.2. */
const SDL: Readonly<Record<string, Omit<TranslationState, 'version'>>> = {
  Draft: { state: 'needs-translation' },
  Unspecified: { state: 'needs-translation' },
  // Somebody has translated it, and no more is said.
  Translated: {},
  RejectedTranslation: { state: 'needs-review-translation' },
  RejectedSignOff: { state: 'needs-review-translation' },
  ApprovedTranslation: { approved: true, state: 'final' },
  ApprovedSignOff: { approved: true, state: 'signed-off' },
};

/** The state of a translation in XLIFF's words, whatever tool has written them. */
function stateOf({ state, tool, version }: XliffUnit, definition: Readonly<Record<string, string>>): TranslationState {
  const { conf, origin = '' } = definition;
  if (version === 2) return { ...state, state: state.state ?? 'initial' };
  if (conf !== undefined || origin !== '') {
    const qualifier = isMachine(origin) ? { qualifier: 'mt-suggestion' } : {};
    return { version, ...(SDL[conf ?? ''] ?? SDL['Unspecified']), ...qualifier };
  }
  // memoQ says it in words, Phrase in a number: the step of the workflow that is done.
  if (tool['status'] !== undefined) return { ...state, ...inXliffWords(statusOfWord(tool['status']) ?? 'proposed') };
  if (tool['confirmed'] !== undefined)
    return { ...state, ...inXliffWords(Number(tool['confirmed']) > 0 ? 'confirmed' : 'proposed') };
  return state;
}

function inXliffWords(status: BeadStatus): Omit<TranslationState, 'version'> {
  if (status === 'confirmed') return { approved: true, state: 'final' };
  return { state: status === 'flagged' ? 'needs-review-translation' : 'needs-translation' };
}

/** What a state of XLIFF (1.2, section 2.3; 2.1, section 4.3.1) is here; undefined where the file says nothing. */
function statusOf({ version, approved, state, qualifier = '' }: TranslationState): BeadStatus | undefined {
  if (version === 2 && qualifier) {
    if (qualifier === 'visavis:flagged' || /reject/iu.test(qualifier)) return 'flagged';
    if (qualifier === 'visavis:assumed') return undefined;
  }
  if (/^rejected/u.test(qualifier)) return 'flagged';
  const word = state === undefined ? null : statusOfWord(state);
  if (word === 'flagged' || state === 'initial' || /^(?:new$|needs)/u.test(state ?? '')) return word ?? 'proposed';
  if (approved || state === 'signed-off') return 'confirmed';
  if (isMachine(qualifier.replace(/^.*:/u, ''))) return 'proposed';
  if (state !== undefined) return word ?? 'proposed';
  return approved === false || qualifier !== '' ? 'proposed' : undefined;
}
