import type { ReviewRow } from '../app/review.ts';
import type { Segment } from '../core/bitext/bitext.ts';
import { SEGMENT_KINDS, shapeOf } from '../core/bitext/bitext.ts';
import { rowKey } from '../core/bitext/row-key.ts';
import type { TermFinding } from '../core/glossary/check.ts';
import { CONCEPT_KINDS, GENDERS, TERM_STATUSES } from '../core/glossary/concept.ts';
import { isRightToLeft } from '../core/text/join.ts';

/** Functions and lists that every view may use. */
export const helpers = {
  dir: (language: string) => (isRightToLeft(language) ? 'rtl' : 'ltr'),
  languageName,
  percent: (share: number) => `${Math.floor(share * 100)}\u00a0%`,
  date: (iso: string) =>
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso)),
  markedText,
  termFinding,
  rowLabel,
  rowKey,
  shapeOf,
  languages: commonLanguages().map((tag) => ({ tag, name: languageName(tag) })),
  kinds: SEGMENT_KINDS,
  conceptKinds: CONCEPT_KINDS,
  termStatuses: TERM_STATUSES,
  genders: GENDERS,
};

const NAMES = new Intl.DisplayNames(['en'], { type: 'language' });

function languageName(tag: string): string {
  if (tag === 'und') return 'unknown language';
  try {
    return NAMES.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

function commonLanguages(): string[] {
  return 'en fr de es it pt nl ru uk pl cs sk hu ro bg el tr ar he fa hi ur zh ja ko vi id sv da nb fi et lv lt sl hr sr ga mt'.split(
    ' ',
  );
}

/** A part of a segment's text; `title` tells of the term it is, if it is one. */
interface TextPart {
  readonly text: string;
  readonly title: string | null;
  readonly concept: number | null;
}

/** A segment's text cut at the glossary terms in it. */
function markedText(segment: Segment, row: ReviewRow): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const { start, end, concept, term } of row.hits.get(segment.id) ?? []) {
    if (start > at) parts.push({ text: segment.text.slice(at, start), title: null, concept: null });
    const others = concept.terms.filter((other) => other.language !== term.language).map((other) => other.text);
    parts.push({
      text: segment.text.slice(start, end),
      title: `${term.text} (${term.status}): ${others.join(', ')}`,
      concept: concept.id,
    });
    at = end;
  }
  if (at < segment.text.length) parts.push({ text: segment.text.slice(at), title: null, concept: null });
  return parts;
}

/** What is to be said of a translation that departs from the glossary. */
function termFinding({ code, found, expected }: TermFinding): string {
  if (code === 'term-missing') return `“${found}”: the glossary has “${expected}”, which is not there.`;
  const verdict = code === 'term-forbidden' ? 'is not to be used' : 'is out of use';
  return expected ? `“${found}” ${verdict}; the glossary has “${expected}”.` : `“${found}” ${verdict}.`;
}

/** What a screen reader says of a row. */
function rowLabel({ bead, doubtful, moved }: ReviewRow): string {
  const sure = bead.confidence === null ? 'made by hand' : `${Math.floor(bead.confidence * 100)} % sure`;
  return [
    `${shapeOf(bead)}, ${bead.status}`,
    doubtful ? `doubtful, ${sure}` : sure,
    moved ? 'moved' : '',
    bead.note ? `note: ${bead.note}` : '',
  ]
    .filter(Boolean)
    .join(', ');
}
