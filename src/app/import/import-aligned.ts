import { parseBeads } from '../../core/align/evaluate.ts';
import { type BeadStatus, type Bitext, SIDES, type Side } from '../../core/bitext/bitext.ts';
import { type BitextSide, bitextFrom } from '../../core/bitext/from-alignment.ts';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { decode } from '../../intake/decode.ts';
import { parseLadder } from '../../intake/memories/read-ladder.ts';
import { insertPair } from '../../store/bitexts.ts';
import { markReady } from '../../store/review/bitext-rows.ts';
import { rowSlices } from '../../store/review/write-rows.ts';
import type { App } from '../app.ts';
import { readPair } from './read-pair.ts';

/** Two texts cut into segments, a line each, and how they are aligned: a ladder, beads, or line by line. */
export interface AlignedFiles {
  readonly source: SegmentedFile;
  readonly target: SegmentedFile;
  /** hunalign's ladder, or beads as vecalign has them; without it line goes with line, as in Moses' files. */
  readonly alignment?: { readonly bytes: Uint8Array; readonly name: string } | undefined;
  readonly title?: string | undefined;
}

interface SegmentedFile {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly language?: string | undefined;
  /** Of its text, where a person has named it. */
  readonly encoding?: string | undefined;
}

/**
 * Stores two segmented texts with an alignment that another tool has made.
 * @throws Problem `bad-input` where the alignment does not fit the texts
 */
export async function importAligned(app: App, files: AlignedFiles): Promise<number> {
  const { source, target } = await readPair({ ...files, segmented: true }, app);
  const [lines, others] = [source.sentences.length, target.sentences.length];
  if (!files.alignment && lines !== others) {
    throw new Problem(
      'bad-input',
      'The two files do not have the same number of lines.',
      msg('{source}: {lines}. {target}: {others}.', {
        source: files.source.name,
        lines,
        target: files.target.name,
        others,
      }),
      'Give the alignment too, or have the texts aligned: leave --segmented out.',
    );
  }
  const beads = files.alignment ? beadsOf(files.alignment) : source.sentences.map((_, i) => [[i], [i]] as const);
  const furthest = beads.map(([s, t]) => [last(s), last(t)] as const).find(([i, j]) => i >= lines || j >= others);
  if (furthest) {
    throw new Problem(
      'bad-input',
      'The alignment does not fit the texts.',
      msg('It names segment {segment}; the texts have {lines} and {others} lines.', {
        segment: String(Math.max(...furthest)),
        lines,
        others,
      }),
      'Check that the three files belong together.',
    );
  }
  const placed = beads.map(([s, t]): PlacedBead => ({ source: s, target: t, status: 'proposed' }));
  const title = files.title?.trim() || files.source.name.replace(/\.[^.]+$/u, '');
  const [id] = await storeAligned(app, [{ source, target, beads: placed, title }]);
  return id!;
}

function last(places: readonly number[]): number {
  return places.reduce((most, place) => Math.max(most, place), -1);
}

/** Two texts cut into segments, and which of them go together, by their places from 0. */
export interface AlignedTexts {
  readonly source: BitextSide;
  readonly target: BitextSide;
  readonly beads: readonly PlacedBead[];
  readonly title: string;
}

export interface PlacedBead {
  readonly source: readonly number[];
  readonly target: readonly number[];
  readonly status: BeadStatus;
}

/**
 * Stores texts as they are aligned, all or none of them; segments that no bead holds get one each. Returns the bitexts' numbers.
 * @throws Problem `bad-input` where a segment lies in two beads
 */
export async function storeAligned(app: App, all: readonly AlignedTexts[]): Promise<readonly number[]> {
  const made = all.map(bitextOf);
  const now = app.now();
  const stage = await app.staging.open(async (tx) => {
    const ids: number[] = [];
    for (const { title, source, target } of all) {
      const pair = { title, source: article(source, title), target: article(target, title) };
      ids.push(await insertPair(tx, pair, now, 'importing'));
    }
    return ids;
  });
  const { ids } = stage;
  try {
    for (const [i, bitext] of made.entries()) {
      for (const write of rowSlices(ids[i]!, bitext)) await stage.write(write);
    }
    await stage.finish(async (tx) => {
      for (const [i, { nextId }] of made.entries()) await markReady(tx, ids[i]!, { nextId, parallelism: null, now });
    });
  } catch (error) {
    await stage.abandon().catch(() => {});
    throw error;
  }
  return ids;
}

function article({ language, sentences }: BitextSide, title: string) {
  return { language, title, text: sentences.map(({ text }) => text).join('\n'), blocks: [] };
}

function bitextOf({ source, target, beads }: AlignedTexts): Bitext {
  for (const side of SIDES) checkOnce(beads, side);
  const filled = beads.map(({ status, ...bead }) => ({
    source: bead.source.filter((i) => source.sentences[i]?.text),
    target: bead.target.filter((j) => target.sentences[j]?.text),
    status,
  }));
  const all = renumbered(completed(filled, source.sentences, target.sentences), source.sentences, target.sentences);
  const aligned = all.map((bead) => ({ ...bead, confidence: 1 }));
  const bitext = bitextFrom(withoutBlanks(source), withoutBlanks(target), aligned);
  return { ...bitext, beads: bitext.beads.map((bead, i) => ({ ...bead, status: all[i]!.status })) };
}

function checkOnce(beads: readonly PlacedBead[], side: Side): void {
  const seen = new Set<number>();
  for (const place of beads.flatMap((bead) => bead[side])) {
    if (seen.has(place)) {
      throw new Problem(
        'bad-input',
        'The alignment does not fit the texts.',
        side === 'source'
          ? msg('It puts segment {segment} of the source into two rows.', { segment: String(place) })
          : msg('It puts segment {segment} of the translation into two rows.', { segment: String(place) }),
        'Check that the three files belong together.',
      );
    }
    seen.add(place);
  }
}

/** The beads of an alignment and the segments that it leaves out, each in a bead of its own at its place in the text. */
function completed(
  beads: readonly PlacedBead[],
  source: readonly { text: string }[],
  target: readonly { text: string }[],
): PlacedBead[] {
  const missing = (side: Side, sentences: readonly { text: string }[]) => {
    const held = new Set(beads.flatMap((bead) => bead[side]));
    return sentences.flatMap(({ text }, i) => (text && !held.has(i) ? [i] : []));
  };
  const waiting = missing('source', source);
  const out: PlacedBead[] = [];
  for (const bead of beads) {
    while (bead.source.length > 0 && waiting[0] !== undefined && waiting[0] < bead.source[0]!) {
      out.push({ source: [waiting.shift()!], target: [], status: 'proposed' });
    }
    if (bead.source.length + bead.target.length > 0) out.push(bead);
  }
  return [
    ...out,
    ...waiting.map((i) => ({ source: [i], target: [], status: 'proposed' as const })),
    ...missing('target', target).map((j) => ({ source: [], target: [j], status: 'proposed' as const })),
  ];
}

function beadsOf({ bytes, name }: { bytes: Uint8Array; name: string }) {
  const { text } = decode(bytes, name);
  return /^\s*\[/u.test(text) ? parseBeads(text, name) : parseLadder(text, name);
}

function withoutBlanks(side: BitextSide): BitextSide {
  return { ...side, sentences: side.sentences.filter(({ text }) => text) };
}

/** Beads by the places of segments among those that hold something. */
function renumbered(
  beads: readonly PlacedBead[],
  source: readonly { text: string }[],
  target: readonly { text: string }[],
): PlacedBead[] {
  const placesIn = (sentences: readonly { text: string }[]) => {
    let place = 0;
    return sentences.map(({ text }) => (text ? place++ : -1));
  };
  const [from, to] = [placesIn(source), placesIn(target)];
  return beads.map(({ status, ...bead }) => ({
    source: bead.source.map((i) => from[i]!),
    target: bead.target.map((j) => to[j]!),
    status,
  }));
}
