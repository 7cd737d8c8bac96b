import type { Severity } from '../finding.ts';
import { type Message, msg } from '../message.ts';
import type { FormatName } from './format.ts';

/** Every format of bitexts, workbooks and documents among them. */
export type AnyFormat = FormatName | 'xlsx' | 'docx';

/** What the formats are called, in the order in which tables of them stand. */
export const FORMAT_TITLES: Readonly<Record<AnyFormat, string>> = {
  tmx: 'TMX',
  xliff: 'XLIFF 1.2',
  xliff2: 'XLIFF 2.1',
  csv: 'CSV',
  xlsx: 'XLSX',
  docx: 'DOCX',
  tsv: 'TSV',
  jsonl: 'JSON Lines',
  tei: 'TEI',
  html: 'HTML',
  beads: 'beads',
  ladder: 'ladder',
  srt: 'SRT',
};

/** Something that a bitext may have, and which formats have a place for it. */
interface Content {
  readonly label: Message;
  /** What a person has put in is missed more than what the text was laid out like. */
  readonly severity: Severity;
  readonly heldIn: readonly AnyFormat[];
  /** Formats that hold some of it; the rest is counted. */
  readonly partlyIn?: readonly AnyFormat[];
}

const XML_FORMATS = ['tmx', 'xliff', 'xliff2'] as const;
const TABLE_FORMATS = ['csv', 'xlsx'] as const;
/** Those that people read. */
const READ_FORMATS = ['html', 'docx'] as const;
/** Those that have both texts. */
const TEXT_FORMATS = [...XML_FORMATS, ...TABLE_FORMATS, 'tsv', 'jsonl', 'tei', ...READ_FORMATS] as const;
/** Those that have the number of every segment. */
const NUMBER_FORMATS = ['beads', 'ladder'] as const;

/**
 * What bitexts have besides what every format holds, and where it is held: what exports say is left out, and the table in
 * docs/formats.md, come from here.
 */
export const CONTENTS = {
  sources: { label: msg('source texts'), severity: 'info', heldIn: TEXT_FORMATS },
  translations: { label: msg('translations'), severity: 'info', heldIn: [...TEXT_FORMATS, 'srt'] },
  untranslated: {
    label: msg('rows without a translation'),
    severity: 'warning',
    heldIn: ['xliff', 'xliff2', ...TABLE_FORMATS, 'tsv', 'jsonl', 'tei', ...READ_FORMATS, ...NUMBER_FORMATS],
  },
  sourceless: {
    label: msg('rows without a source'),
    severity: 'warning',
    heldIn: [...TABLE_FORMATS, 'tsv', 'jsonl', 'tei', ...READ_FORMATS, ...NUMBER_FORMATS, 'srt'],
  },
  untimed: {
    label: msg('rows without a time in their note'),
    severity: 'warning',
    heldIn: [...TEXT_FORMATS, ...NUMBER_FORMATS],
  },
  codes: { label: msg('rows with inline codes'), severity: 'warning', heldIn: XML_FORMATS },
  formatting: {
    label: msg('rows with bold or italics'),
    severity: 'info',
    heldIn: [...XML_FORMATS, ...READ_FORMATS],
  },
  codeDetails: {
    label: msg('what inline codes say of themselves'),
    severity: 'info',
    heldIn: [],
    partlyIn: XML_FORMATS,
  },
  breaks: {
    label: msg('tabs and line breaks, which become spaces'),
    severity: 'warning',
    heldIn: [...XML_FORMATS, ...TABLE_FORMATS, 'jsonl', ...READ_FORMATS],
  },
  characters: {
    label: msg('control characters'),
    severity: 'warning',
    heldIn: [...TABLE_FORMATS, 'tsv', 'jsonl', 'srt'],
  },
  confirmed: {
    label: msg('that rows are confirmed'),
    severity: 'warning',
    heldIn: TEXT_FORMATS.filter((one) => one !== 'html' && one !== 'docx'),
  },
  assumed: {
    label: msg('that rows are only assumed to be confirmed'),
    severity: 'info',
    heldIn: [...XML_FORMATS, ...TABLE_FORMATS, 'jsonl'],
  },
  flagged: {
    label: msg('that rows are flagged'),
    severity: 'warning',
    heldIn: [...XML_FORMATS, ...TABLE_FORMATS, 'tsv', 'jsonl'],
  },
  excluded: {
    label: msg('excluded rows, or that they are excluded'),
    severity: 'warning',
    heldIn: ['xliff', 'xliff2', ...TABLE_FORMATS, 'tsv', 'jsonl'],
  },
  confidence: {
    label: msg('confidence'),
    severity: 'warning',
    heldIn: ['tmx', ...TABLE_FORMATS, 'tsv', 'jsonl', ...NUMBER_FORMATS],
  },
  notes: {
    label: msg('notes'),
    severity: 'warning',
    heldIn: [...XML_FORMATS, ...TABLE_FORMATS, 'jsonl', ...READ_FORMATS],
    partlyIn: ['srt'],
  },
  comments: { label: msg('rows with comments'), severity: 'warning', heldIn: [] },
  flaggers: { label: msg('who flagged rows, and when'), severity: 'info', heldIn: [] },
  changes: { label: msg('who changed rows, and when'), severity: 'info', heldIn: ['tmx'] },
  lives: { label: msg('who made units, and how they were used'), severity: 'info', heldIn: ['tmx'] },
  names: { label: msg('names of units'), severity: 'info', heldIn: ['tmx', 'xliff'], partlyIn: ['xliff2'] },
  props: { label: msg('rows with properties of other tools'), severity: 'warning', heldIn: ['tmx'] },
  states: {
    label: msg('states in the words of other tools'),
    severity: 'info',
    heldIn: [],
    partlyIn: ['xliff', 'xliff2'],
  },
  documents: {
    label: msg('titles'),
    severity: 'info',
    heldIn: [...XML_FORMATS, ...TABLE_FORMATS, 'tei', ...READ_FORMATS],
  },
  languages: {
    label: msg('languages'),
    severity: 'info',
    heldIn: [...XML_FORMATS, ...TABLE_FORMATS, 'tei', ...READ_FORMATS],
  },
  paragraphs: { label: msg('paragraphs'), severity: 'info', heldIn: ['tmx', 'tei'] },
  segments: {
    label: msg('where sentences of one row part'),
    severity: 'info',
    heldIn: ['jsonl', 'tei', 'docx', ...NUMBER_FORMATS],
  },
  moved: {
    label: msg('that translations stand elsewhere in the text'),
    severity: 'info',
    heldIn: ['tei', 'beads'],
    partlyIn: ['ladder'],
  },
  kinds: { label: msg('kinds of segment'), severity: 'info', heldIn: [] },
} as const satisfies Readonly<Record<string, Content>>;

export type ContentName = keyof typeof CONTENTS;
export const CONTENT_NAMES = Object.keys(CONTENTS) as ContentName[];

/** How much of something a format holds. */
export function holding(format: AnyFormat, name: ContentName): 'all' | 'some' | 'none' {
  const { heldIn, partlyIn = [] }: Content = CONTENTS[name];
  if (heldIn.includes(format)) return 'all';
  return partlyIn.includes(format) ? 'some' : 'none';
}
