import { diffWordsWithSpace } from 'diff';
import { DEFAULT_DECISION } from '../app/glossary/import-glossary.ts';
import { threadsOf } from '../app/review/comments.ts';
import type { ReviewRow } from '../app/review/review-row.ts';
import { ROLES } from '../core/accounts/permissions.ts';
import { LABEL_KINDS, type LabelKind } from '../core/article.ts';
import type { Segment } from '../core/bitext/bitext.ts';
import { SEGMENT_KINDS, shapeOf } from '../core/bitext/bitext.ts';
import { partsAtCodes } from '../core/bitext/inline/codes.ts';
import { isFormatting, styledRuns } from '../core/bitext/inline/formatting.ts';
import { plainText } from '../core/bitext/inline/plain-text.ts';
import { rowKey } from '../core/bitext/row-key.ts';
import { CHECK_CODES } from '../core/check/line.ts';
import { CHECK_LEVELS } from '../core/check/profile.ts';
import { CHECK_SEVERITIES, type CheckSeverity, type Span } from '../core/check/row-finding.ts';
import type { TermFinding } from '../core/glossary/check.ts';
import {
  CONCEPT_KINDS,
  CONCEPT_STATES,
  GENDERS,
  NUMBERS,
  REGISTERS,
  TERM_STATUSES,
  TERM_TYPES,
} from '../core/glossary/concept.ts';
import { isRightToLeft } from '../core/text/join.ts';
import { isWebAddress } from '../core/text/web-address.ts';
import type { Translator } from '../core/translator.ts';
import { noticeText } from '../core/workflow/notice.ts';
import { WORKFLOW_STATES, type WorkflowState } from '../core/workflow/workflow.ts';
import { deviceName } from './door/device-name.ts';
import { inBuild } from './files/build.ts';
import { INTERFACE_LANGUAGES, type InterfaceLanguage, translatorIn } from './language.ts';
import { modulesOf } from './modules.ts';
import { rowFindings } from './rows/row-findings.ts';
import { termFinding } from './rows/term-finding.ts';

/** Functions and lists that every view may use, in a language of the interface. */
export function helpersFor(language: InterfaceLanguage): Helpers {
  return HELPERS[language];
}

type Helpers = ReturnType<typeof makeHelpers>;

const HELPERS = Object.fromEntries(
  INTERFACE_LANGUAGES.map((language) => [language, makeHelpers(translatorIn(language))]),
) as Record<InterfaceLanguage, Helpers>;

function makeHelpers({ language, t }: Translator) {
  const names = new Intl.DisplayNames([language], { type: 'language' });
  const dates = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  // A day of its own is the same everywhere.
  const days = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'medium',
    timeZone: 'UTC',
  });
  const percents = new Intl.NumberFormat(language, { style: 'percent' });
  const tenths = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const languageName = (tag: string) => nameOfLanguage(tag, names, t('unknown language'));
  return {
    language,
    t,
    interfaceLanguages: INTERFACE_LANGUAGES.map((tag) => ({
      tag,
      name: new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag,
    })),
    isWebAddress,
    dir: (tag: string) => (isRightToLeft(tag) ? 'rtl' : 'ltr'),
    languageName,
    percent: (share: number) => percents.format(Math.floor(share * 100) / 100),
    /** To one place, never more than it is. */
    number: (value: number) => tenths.format(Math.floor(value * 10) / 10),
    date: (iso: string) => dates.format(new Date(iso)),
    /** A day; one that is written otherwise is shown as it stands. */
    day: (iso: string) => (Number.isNaN(Date.parse(iso)) ? iso : days.format(new Date(iso))),
    markedText: (segment: Segment, row: ReviewRow) => markedText(segment, row, t),
    plainText,
    styledRuns,
    wordDiff,
    checkCodes: CHECK_CODES,
    checkLevels: CHECK_LEVELS,
    rowFindings: (row: ReviewRow) => rowFindings(row, t),
    worstOf: (findings: readonly { readonly severity: CheckSeverity }[]) =>
      CHECK_SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity)),
    spanParts,
    deviceName: (device: string) => deviceName(device) ?? t('unknown browser'),
    roles: ROLES,
    noticeText,
    stages: WORKFLOW_STATES,
    stageName: (state: WorkflowState) => t(STAGE_NAMES[state]),
    rowLabel: (row: ReviewRow) => rowLabel(row, t),
    rowKey,
    modulesOf,
    inBuild,
    threadsOf,
    shapeOf,
    languages: commonLanguages().map((tag) => ({ tag, name: languageName(tag) })),
    kinds: SEGMENT_KINDS,
    labelKinds: LABEL_KINDS,
    labelName: (kind: LabelKind) => t(LABEL_NAMES[kind]),
    conceptKinds: CONCEPT_KINDS,
    conceptStates: CONCEPT_STATES,
    termStatuses: TERM_STATUSES,
    genders: GENDERS,
    termTypes: TERM_TYPES,
    numbers: NUMBERS,
    registers: REGISTERS,
    defaultDecision: DEFAULT_DECISION,
    findingText: (finding: Omit<TermFinding, 'correction' | 'code'> & { readonly code: string }) =>
      termFinding(finding, t),
  };
}

const STAGE_NAMES: Readonly<Record<WorkflowState, string>> = {
  new: 'Not assigned',
  assigned: 'Being translated',
  review: 'In review',
  reviewed: 'Reviewed (translation)',
  published: 'Published',
};

const LABEL_NAMES: Readonly<Record<LabelKind, string>> = { desk: 'Desk', topic: 'Topic', client: 'Client' };

function nameOfLanguage(tag: string, names: Intl.DisplayNames, unknown: string): string {
  if (tag === 'und') return unknown;
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

function commonLanguages(): string[] {
  return 'en fr de es it pt nl ru uk pl cs sk hu ro bg el tr ar he fa hi ur zh ja ko vi id sv da nb fi et lv lt sl hr sr ga mt'.split(
    ' ',
  );
}

/** A part of a segment's text: plain, a term of the glossary, or an inline code. */
interface TextPart {
  readonly text: string;
  /** What to say about a term or a code; null for plain text. */
  readonly title: string | null;
  readonly concept: number | null;
  /** The number of a code in its segment; null for what is none. */
  readonly code: number | null;
}

/** A segment's text cut at the glossary terms and the inline codes in it. */
function markedText(segment: Segment, row: ReviewRow, t: Translator['t']): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  let codes = 0;
  const add = (text: string, about: Pick<TextPart, 'title' | 'concept'>) => {
    for (const part of partsAtCodes(text, row.codes)) {
      if (typeof part === 'string') parts.push({ text: part, ...about, code: null });
      else {
        codes += 1;
        const char = [...row.codes].find(([, code]) => code === part)?.[0] ?? '';
        const title = isFormatting(part) ? t(part.element === 'b' ? 'bold' : 'italic') : part.data || part.element;
        parts.push({ text: char, title, concept: null, code: codes });
      }
    }
  };
  for (const { start, end, concept, term, otherPost } of row.hits.get(segment.id) ?? []) {
    if (otherPost) continue;
    if (start > at) add(segment.text.slice(at, start), PLAIN);
    const others = concept.terms.filter((other) => other.language !== term.language).map((other) => other.text);
    const title = `${term.text} (${t(term.status)}): ${others.join(', ')}`;
    add(segment.text.slice(start, end), { title, concept: concept.id });
    at = end;
  }
  if (at < segment.text.length) add(segment.text.slice(at), PLAIN);
  return parts;
}

const PLAIN = { title: null, concept: null };

/** What has become of a text, word by word (Myers' difference algorithm, jsdiff). */
export function wordDiff(before: string, after: string): { text: string; change: 'ins' | 'del' | null }[] {
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    text: value,
    change: added ? 'ins' : removed ? 'del' : null,
  }));
}

/** A text cut at a place in it, long stretches on either side left out. */
function spanParts(text: string, span: Span | null): { text: string; marked: boolean }[] {
  const isWhole = span && span.start === 0 && span.end === text.length;
  if (!span || isWhole) return [{ text: shortened(text, 'end'), marked: false }];
  return [
    { text: shortened(text.slice(0, span.start), 'start'), marked: false },
    { text: text.slice(span.start, span.end), marked: true },
    { text: shortened(text.slice(span.end), 'end'), marked: false },
  ].filter((part) => part.text !== '');
}

/** How much of a text is shown beside a finding. */
const SHOWN_LENGTH = 160;

function shortened(text: string, at: 'start' | 'end'): string {
  if (text.length <= SHOWN_LENGTH) return text;
  return at === 'start' ? `…${text.slice(-SHOWN_LENGTH)}` : `${text.slice(0, SHOWN_LENGTH)}…`;
}

/** What a screen reader says of a row. */
function rowLabel({ bead, doubtful, moved, checks, terms }: ReviewRow, t: Translator['t']): string {
  const found = (checks?.length ?? 0) + terms.length;
  const sure =
    bead.confidence === null
      ? t('made by hand')
      : t('confidence {share}', { share: { percent: Math.floor(bead.confidence * 100) / 100 } });
  return [
    shapeOf(bead),
    t(bead.status),
    doubtful ? t('doubtful') : '',
    sure,
    moved ? t('moved') : '',
    found > 0 ? t('{count} findings', { count: found }) : '',
    bead.note ? t('note: {note}', { note: bead.note }) : '',
  ]
    .filter(Boolean)
    .join(', ');
}
