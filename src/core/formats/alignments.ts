import { languageOf, rowsOf, SIDES, type Side } from '../bitext/bitext.ts';
import { certainty } from '../bitext/confidence.ts';
import { type ExportDocument, type ExportOptions, type Format, passes, plainDocument } from './format.ts';
import { inlined } from './inlined.ts';
import { xmlText } from './xml-text.ts';

/**
 * hunalign's ladder: `source place<tab>target place<tab>score` a line, from one
 * rung to the next a bead. A ladder cannot cross, so what does is put into one bead.
 */
export const ladder: Format = {
  extension: 'ladder',
  mediaType: 'text/plain; charset=utf-8',
  async *write(documents) {
    for await (const document of documents) yield* rungs(document);
  },
};

function* rungs({ bitext }: ExportDocument): Generator<string> {
  const places = {
    source: new Map(bitext.source.map(({ id }, i) => [id, i])),
    target: new Map(bitext.target.map(({ id }, i) => [id, i])),
  };
  let at = { source: 0, target: 0 };
  let open = { source: 0, target: 0, score: 1 };
  for (const bead of bitext.beads) {
    for (const side of SIDES) {
      for (const id of bead[side]) open[side] = Math.max(open[side], places[side].get(id)! + 1);
    }
    open.score = Math.min(open.score, certainty(bead));
    const whole = holdsJust(bitext.beads, bead.id, open, places);
    if (!whole) continue;
    yield `${at.source}\t${at.target}\t${open.score.toFixed(4)}\n`;
    at = { source: open.source, target: open.target };
    open = { ...at, score: 1 };
  }
  yield `${bitext.source.length}\t${bitext.target.length}\t1.0000\n`;
}

/** Whether all beads up to one hold just the segments before two places. */
function holdsJust(
  beads: ExportDocument['bitext']['beads'],
  last: number,
  open: Readonly<Record<Side, number>>,
  places: Readonly<Record<Side, ReadonlyMap<number, number>>>,
): boolean {
  const count = { source: 0, target: 0 };
  for (const bead of beads) {
    for (const side of SIDES) count[side] += bead[side].length;
    if (bead.id === last) break;
  }
  return SIDES.every((side) => count[side] === open[side] && places[side].size >= open[side]);
}

/**
 * InterText's and TEI's stand-off alignment, both texts beside it in one file:
 * `<linkGrp>` of `<link xtargets="targets;sources">`, and `<text>` of `<s id>`.
 */
export const tei: Format = {
  extension: 'tei.xml',
  mediaType: 'application/xml; charset=utf-8',
  async *write(documents, options) {
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<teiCorpus>\n';
    for await (const document of documents) yield* group(plainDocument(document), options);
    yield '</teiCorpus>\n';
  },
};

function* group({ title, bitext }: ExportDocument, options: ExportOptions): Generator<string> {
  const name = (side: Side, id: number) => `${side === 'source' ? 's' : 't'}${id}`;
  for (const side of SIDES) {
    const language = languageOf(bitext, side);
    yield `<text id="${side}" xml:lang="${xmlText(language)}" n="${xmlText(title)}">\n`;
    let paragraph = -1;
    for (const segment of bitext[side]) {
      if (segment.paragraph !== paragraph) yield `${paragraph < 0 ? '' : '</p>\n'}<p>\n`;
      paragraph = segment.paragraph;
      yield `<s id="${name(side, segment.id)}">${xmlText(inlined(segment.text).trim())}</s>\n`;
    }
    yield `${paragraph < 0 ? '' : '</p>\n'}</text>\n`;
  }
  yield '<linkGrp toDoc="target" fromDoc="source">\n';
  for (const { bead } of rowsOf(bitext)) {
    if (!passes(bead, options)) continue;
    const [from, to] = [bead.source.map((id) => name('source', id)), bead.target.map((id) => name('target', id))];
    const status = bead.status === 'confirmed' ? 'man' : 'auto';
    yield `<link type="${from.length}-${to.length}" xtargets="${to.join(' ')};${from.join(' ')}" status="${status}"/>\n`;
  }
  yield '</linkGrp>\n';
}
