import type { Bead, Bitext } from '../bitext/bitext.ts';
import { certainty } from '../bitext/confidence.ts';
import { type InlineCodes, NO_INLINE_CODES, withoutCodes } from '../bitext/inline/codes.ts';
import { isFormatting } from '../bitext/inline/formatting.ts';
import { lastChange, type Stamp, type UnitOrigin, type UnitProp } from '../bitext/unit-origin.ts';

/** A bitext on its way out, with what its file may say about it. */
export interface ExportDocument {
  readonly title: string;
  readonly bitext: Bitext;
  /** Whether it is a further piece of the document before it. */
  readonly continues?: boolean;
  /** The inline codes that stand in its texts, where there are any. */
  readonly codes?: InlineCodes;
  /** Who changed a bead last and when, where somebody did. */
  readonly changes?: ReadonlyMap<number, { readonly by: string; readonly at: string }>;
  /** What files said of its units, by bead. */
  readonly units?: ReadonlyMap<number, { readonly props: readonly UnitProp[]; readonly origin: UnitOrigin }>;
  /** Beads of which the status is only assumed, since their file says none. */
  readonly assumed?: ReadonlySet<number>;
  /** Beads on whose segments there are comments. */
  readonly commented?: ReadonlySet<number>;
}

/** What an export holds. */
export interface ExportOptions {
  /** `confirmed` leaves out what nobody has confirmed; excluded beads are left out of both for translation memories. */
  readonly status: 'all' | 'confirmed';
  /** Leaves out beads below this probability; a bead made by a person counts as 1. */
  readonly minConfidence: number;
  /** The source language if all documents have the same, else null. */
  readonly sourceLanguage: string | null;
  /** Language codes of memories with their region ("fr-CA") or without. */
  readonly regions?: boolean;
  /** Leaves out units that another of the same file repeats, both sides. */
  readonly unique?: boolean;
  /** Says of each unit of a memory what stands before and after it. */
  readonly context?: boolean;
  /** When the file is written, ISO 8601. */
  readonly now: string;
}

/** A file format that bitexts are written in, as chunks of text, or of bytes where it is none. */
export interface Format<Chunk = string> {
  readonly extension: string;
  readonly mediaType: string;
  /** Whether a document may come in pieces, since a row is written as it is whatever stands around it. */
  readonly inPieces?: boolean;
  write(documents: AsyncIterable<ExportDocument>, options: ExportOptions): AsyncGenerator<Chunk>;
}

export const FORMAT_NAMES = [
  'tmx',
  'xliff',
  'xliff2',
  'tsv',
  'csv',
  'jsonl',
  'beads',
  'ladder',
  'tei',
  'html',
  'srt',
] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];

/** Whether a bead passes an export's filters. */
export function passes(bead: Bead, options: Pick<ExportOptions, 'status' | 'minConfidence'>): boolean {
  if (options.status === 'confirmed' && bead.status !== 'confirmed') return false;
  return certainty(bead) >= options.minConfidence;
}

/** What a file says about a bead's unit, and whether the row is unchanged since it was read. */
export interface RowOrigin {
  readonly props: readonly UnitProp[];
  readonly origin: UnitOrigin;
  readonly isUntouched: boolean;
  /** The last change of the row, by a person here or in its file. */
  readonly change: Stamp | undefined;
  readonly isAssumed: boolean;
}

export function rowOriginOf({ units, changes, assumed }: ExportDocument, bead: number): RowOrigin {
  const { props = [], origin = {} } = units?.get(bead) ?? {};
  const [then, now] = [lastChange(origin), changes?.get(bead)];
  const isUntouched = (then?.by ?? '') === (now?.by ?? '') && (then?.at ?? '') === (now?.at ?? '');
  return { props, origin, isUntouched, change: now, isAssumed: assumed?.has(bead) ?? false };
}

/** A document without inline codes, for formats that have no place for them. */
export function plainDocument(document: ExportDocument): ExportDocument {
  return withoutCodesOf(document, document.codes);
}

/** A document with bold and italics as its only codes, for formats that show these. */
export function formattedDocument(document: ExportDocument): ExportDocument {
  return withoutCodesOf(document, new Map([...(document.codes ?? [])].filter(([, code]) => !isFormatting(code))));
}

function withoutCodesOf(document: ExportDocument, codes: InlineCodes = NO_INLINE_CODES): ExportDocument {
  const { bitext } = document;
  if (codes.size === 0) return document;
  const plain = (segments: Bitext['source']) =>
    segments.map((segment) => ({ ...segment, text: withoutCodes(segment.text, codes) }));
  return { ...document, bitext: { ...bitext, source: plain(bitext.source), target: plain(bitext.target) } };
}
