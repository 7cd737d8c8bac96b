import { describe, expect, it } from 'vitest';
import { FILE_FORMATS } from '../../../src/app/export/file-formats.ts';
import type { Bead, Bitext, Segment } from '../../../src/core/bitext/bitext.ts';
import { createCodeBook } from '../../../src/core/bitext/inline/codes.ts';
import { FORMATTING_CODES } from '../../../src/core/bitext/inline/formatting.ts';
import type { UnitOrigin, UnitProp } from '../../../src/core/bitext/unit-origin.ts';
import {
  type AnyFormat,
  CONTENT_NAMES,
  CONTENTS,
  type ContentName,
  FORMAT_TITLES,
  holding,
} from '../../../src/core/formats/contents.ts';
import type { ExportDocument } from '../../../src/core/formats/format.ts';
import { lossCounter } from '../../../src/core/formats/losses.ts';
import { readSheet } from '../../../src/intake/memories/read-sheet.ts';
import { entryIn } from '../../../src/intake/zip.ts';
import fc from '../../support/random-cases.ts';

const FORMATS = Object.keys(FORMAT_TITLES) as AnyFormat[];
const ALL = { status: 'all', minConfidence: 0 } as const;
const OPTIONS = { ...ALL, sourceLanguage: null, now: '2026-01-02T03:04:05Z' } as const;

/** What a file in a format says of a document; of a workbook its cells. */
async function written(format: AnyFormat, document: ExportDocument): Promise<string> {
  async function* documents() {
    yield document;
  }
  const chunks: (string | Uint8Array)[] = [];
  for await (const chunk of FILE_FORMATS[format].write(documents(), OPTIONS)) chunks.push(chunk);
  const all = Buffer.concat(chunks.map((chunk) => Buffer.from(chunk)));
  if (format === 'docx') return entryIn(all, 'word/document.xml', 'a.docx') ?? '';
  return format === 'xlsx' ? JSON.stringify((await readSheet(all, 'a.xlsx')).cells) : all.toString();
}

/** The contents that are named as left out. */
function named(format: AnyFormat, document: ExportDocument): ContentName[] {
  const losses = lossCounter(format, ALL);
  losses.add(document);
  const said = JSON.stringify(losses.findings(''));
  return CONTENT_NAMES.filter((name) => said.includes(`{"text":"${CONTENTS[name].label.text}"}`));
}

/** A document of plain rows, each with a time, so that there is nothing that a format of texts may lose. */
const plain = fc
  .tuple(fc.array(fc.stringMatching(/^[a-z]{1,8}$/u), { minLength: 2, maxLength: 5 }), fc.nat())
  .map(([words, at]) => {
    const beads = words.map((_, i): Bead => bead(i, { note: `0${i}:00:00,000 --> 0${i}:00:01,000` }));
    const segments = (first: number, end: string) => words.map((word, i) => segment(first + i, `${word} ${i}${end}`));
    const bitext = {
      sourceLanguage: 'en',
      targetLanguage: 'fr',
      source: segments(1, '.'),
      target: segments(101, '!'),
      beads,
      nextId: 1000,
    };
    return { document: { title: 'Story', bitext } satisfies ExportDocument as ExportDocument, at: at % words.length };
  });

const segment = (id: number, text: string, more: Partial<Segment> = {}): Segment => ({
  id,
  text,
  paragraph: 0,
  kind: 'body',
  ...more,
});
const bead = (i: number, more: Partial<Bead> = {}): Bead => ({
  id: 201 + i,
  source: [1 + i],
  target: [101 + i],
  status: 'proposed',
  confidence: 0.5,
  note: '',
  ...more,
});

type Change = (document: ExportDocument, at: number) => ExportDocument;
const within =
  (change: (bitext: Bitext, at: number) => Partial<Bitext>): Change =>
  (document, at) => ({ ...document, bitext: { ...document.bitext, ...change(document.bitext, at) } });
const marked = (more: Partial<Bead>): Change =>
  within(({ beads }, at) => ({ beads: beads.map((one, i) => (i === at ? { ...one, ...more } : one)) }));
const texted = (side: 'source' | 'target', change: (text: string) => string): Change =>
  within((bitext, at) => ({
    [side]: bitext[side].map((one, i) => (i === at ? { ...one, text: change(one.text) } : one)),
  }));
const placed = (more: Partial<Segment>): Change =>
  within(({ source }, at) => ({ source: source.map((one, i) => (i === at ? { ...one, ...more } : one)) }));
const said =
  (origin: UnitOrigin, props: UnitProp[] = []): Change =>
  (document, at) => ({ ...document, units: new Map([[document.bitext.beads[at]!.id, { props, origin }]]) });
const added = (source: string[], target: string[], more: Partial<Bead>): Change =>
  within((bitext) => ({
    source: [...bitext.source, ...source.map((text, i) => segment(901 + i, text))],
    target: [...bitext.target, ...target.map((text, i) => segment(951 + i, text))],
    beads: [
      ...bitext.beads,
      bead(90, {
        source: source.map((_, i) => 901 + i),
        target: target.map((_, i) => 951 + i),
        note: '09:00:00,000 --> 09:00:01,000',
        ...more,
      }),
    ],
  }));
const same: Change = (document) => document;

const book = createCodeBook();
const code = book.charFor({ kind: 'alone', element: 'ph', pair: '', data: '<br>', attributes: {} })!;

const coded = (document: ExportDocument, at: number, attributes: Record<string, string>): ExportDocument => {
  const own = createCodeBook();
  const char = own.charFor({ kind: 'alone', element: 'x', pair: '', data: '', attributes })!;
  return { ...texted('target', (text) => `${text}${char}`)(document, at), codes: own.codes };
};

/** For each content a document without it, and one with it that is otherwise the same. */
const CASES: Readonly<Record<ContentName, readonly [without: Change, having: Change]>> = {
  sources: [same, texted('source', (text) => `more ${text}`)],
  translations: [same, texted('target', (text) => `more ${text}`)],
  untranslated: [same, added(['Alone.'], [], {})],
  sourceless: [same, added([], ['Seul.'], {})],
  untimed: [same, added(['A.'], ['B.'], { note: '' })],
  codes: [
    same,
    (document, at) => ({ ...texted('target', (text) => `${text}${code}`)(document, at), codes: book.codes }),
  ],
  formatting: [
    same,
    (document, at) => ({
      ...texted('target', (text) => [...FORMATTING_CODES.keys()].slice(0, 2).join(text))(document, at),
      codes: FORMATTING_CODES,
    }),
  ],
  codeDetails: [
    (document, at) => coded(document, at, {}),
    (document, at) => coded(document, at, { ctype: 'image', 'xml:space': 'preserve' }),
  ],
  breaks: [same, texted('target', (text) => text.replace(' ', '\n'))],
  characters: [same, texted('target', (text) => `${text}\u0001`)],
  confirmed: [same, marked({ status: 'confirmed' })],
  assumed: [
    marked({ status: 'confirmed' }),
    (document, at) => ({
      ...marked({ status: 'confirmed' })(document, at),
      assumed: new Set([document.bitext.beads[at]!.id]),
    }),
  ],
  flagged: [same, marked({ status: 'flagged' })],
  excluded: [added(['A.'], ['B.'], {}), added(['A.'], ['B.'], { status: 'excluded' })],
  confidence: [same, marked({ confidence: 0.25 })],
  notes: [same, (document, at) => marked({ note: `${document.bitext.beads[at]!.note}\nunsure` })(document, at)],
  comments: [same, (document, at) => ({ ...document, commented: new Set([document.bitext.beads[at]!.id]) })],
  flaggers: [marked({ status: 'flagged' }), marked({ status: 'flagged', flag: { by: 'ann', at: OPTIONS.now } })],
  changes: [
    same,
    (document, at) => ({
      ...document,
      changes: new Map([[document.bitext.beads[at]!.id, { by: 'Ann', at: OPTIONS.now }]]),
    }),
  ],
  lives: [same, said({ created: { by: 'Bob', at: OPTIONS.now } })],
  names: [same, said({ id: 'unit-7' })],
  props: [same, said({}, [['client', 'C']])],
  states: [same, said({ state: { version: 1, state: 'translated', qualifier: 'tm-suggestion' } })],
  documents: [same, (document) => ({ ...document, title: 'Another story' })],
  languages: [same, within(() => ({ targetLanguage: 'de' }))],
  paragraphs: [same, within(({ source }) => ({ source: source.map((one, i) => ({ ...one, paragraph: i })) }))],
  segments: [
    same,
    within(({ source, beads }, at) => {
      const [head, tail] = source[at]!.text.split(' ');
      return {
        source: [...source.slice(0, at), { ...source[at]!, text: head! }, segment(900, tail!), ...source.slice(at + 1)],
        beads: beads.map((one, i) => (i === at ? { ...one, source: [...one.source, 900] } : one)),
      };
    }),
  ],
  moved: [same, within(({ target }) => ({ target: target.toReversed() }))],
  kinds: [same, placed({ kind: 'headline' })],
};

/** What every document with rows has, and what is not the only thing that its case changes. */
const ALWAYS: readonly ContentName[] = ['sources', 'translations', 'confidence', 'notes', 'documents', 'languages'];

describe.each(FORMATS)('a file in %s', (format) => {
  const runs = { numRuns: format === 'xlsx' ? 1 : 5 };

  it.each(CONTENT_NAMES)('holds or leaves out: %s', async (name) => {
    const [without, having] = CASES[name];
    await fc.assert(
      fc.asyncProperty(plain, async ({ document, at }) => {
        const [bare, full] = [without(document, at), having(document, at)];
        const [one, other] = [await written(format, bare), await written(format, full)];
        const isNamed = named(format, full).includes(name);
        const holds = holding(format, name);
        if (holds === 'all') expect([isNamed, other !== one]).toEqual([false, true]);
        // A row that is left out as a whole leaves the file as it is without it.
        if (holds === 'none') {
          expect(isNamed).toBe(true);
          expect([one, await written(format, document)]).toContain(other);
        }
        if (!ALWAYS.includes(name)) expect(named(format, bare)).not.toContain(name);
      }),
      runs,
    );
  });

  it('says so where it has no row', () => {
    const losses = lossCounter(format, ALL);
    expect(losses.findings('').map(({ code }) => code)).toEqual(['nothing-written']);
  });
});

describe('what some formats hold in part', () => {
  const document: ExportDocument = {
    title: 'Story',
    bitext: {
      sourceLanguage: 'en',
      targetLanguage: 'fr',
      source: [segment(1, 'A.'), segment(2, 'B.')],
      target: [segment(101, 'C.'), segment(102, 'D.')],
      beads: [bead(0), bead(1)],
      nextId: 1000,
    },
  };

  it('is named where it is the other part', () => {
    const state = (version: 1 | 2) => said({ state: { version, state: 'translated' } })(document, 0);
    expect(named('xliff', state(1))).not.toContain('states');
    expect(named('xliff', state(2))).toContain('states');
    expect(named('xliff2', state(1))).toContain('states');
    expect(named('xliff2', said({ id: 'u:7' })(document, 0))).not.toContain('names');
    expect(named('xliff2', said({ id: 'unit 7' })(document, 0))).toContain('names');
    const details = (format: AnyFormat, attributes: Record<string, string>) =>
      named(format, coded(document, 0, attributes)).includes('codeDetails');
    expect(details('tmx', { type: 'b', x: '1' })).toBe(false);
    expect(details('tmx', { 'equiv-text': 'b' })).toBe(true);
    expect(details('xliff', { 'equiv-text': 'b', ctype: 'image' })).toBe(false);
    expect(details('xliff2', { disp: 'b', ctype: 'image' })).toBe(true);
    const time = '00:00:00,000 --> 00:00:01,000';
    expect(named('srt', marked({ note: time })(document, 0))).not.toContain('notes');
    expect(named('srt', marked({ note: `${time}\nlate` })(document, 0))).toContain('notes');
  });

  it('counts only rows that were chosen', () => {
    const losses = lossCounter('tsv', { status: 'confirmed', minConfidence: 0 });
    losses.add(marked({ note: 'left' })(document, 0));
    expect(losses.findings('').map(({ code }) => code)).toEqual(['not-held', 'nothing-written']);
  });
});
