import type { Reading } from '../../core/align/explain/explain-readings.ts';
import type { Segment } from '../../core/bitext/bitext.ts';
import { plainText, spanInText } from '../../core/bitext/inline/plain-text.ts';
import { staleRow } from '../../core/bitext/stale-row.ts';
import type { RowExplanation, RowReading } from '../../core/wire/rows.ts';
import { beadsNear } from '../../store/review/bead-places.ts';
import { readSlice } from '../../store/review/slices.ts';
import { jobSide } from '../align/job-side.ts';
import { knowledgeOf } from '../align/knowledge.ts';
import { type App, headOf } from '../app.ts';

/** Rows on either side from which is learned what speaks for one. */
const CONTEXT_ROWS = 150;

/**
 * Explains one row of a stored bitext.
 * @throws Problem `conflict` where the row is gone
 */
export async function explainRow(app: App, id: number, bead: number): Promise<RowExplanation> {
  const head = await headOf(app, id);
  const near = await beadsNear(app.store.db, id, bead, CONTEXT_ROWS);
  if (near.length === 0) throw staleRow();
  const slice = await readSlice(app.store.db, id, near);
  const held = {
    source: new Set(slice.beads.flatMap((row) => row.source)),
    target: new Set(slice.beads.flatMap((row) => row.target)),
  };
  // Moved rows are left where they stand: a segment's number is its place among those read.
  const source = slice.source.filter((segment) => held.source.has(segment.id));
  const target = slice.target.filter((segment) => held.target.has(segment.id));
  const numbers = { source: numbersOf(source), target: numbersOf(target) };
  const explanation = await app.aligner.explain({
    source: await jobSide(app, head.sourceLanguage, source),
    target: await jobSide(app, head.targetLanguage, target),
    beads: slice.beads.map((row) => ({
      source: row.source.map((segment) => numbers.source.get(segment)!),
      target: row.target.map((segment) => numbers.target.get(segment)!),
    })),
    at: slice.beads.findIndex((row) => row.id === bead),
    ...(await knowledgeOf(app.store, head.sourceLanguage, head.targetLanguage, app.packs)),
  });
  const word = (
    segments: readonly Segment[],
    { segment, ...plain }: { segment: number; start: number; end: number },
  ) => {
    const { id, text } = segments[segment]!;
    const span = spanInText(text, plain);
    return { segment: id, ...span, text: plainText(text.slice(span.start, span.end)) };
  };
  const reading = ({ probability, evidence, beads }: Reading): RowReading => ({
    probability,
    evidence,
    groups: beads.map((row) => ({
      source: row.source.map((i) => source[i]!.id),
      target: row.target.map((j) => target[j]!.id),
    })),
  });
  const current = reading(explanation.current);
  const touched = new Set(
    current.groups.flatMap((group) => [...group.source.map(sourceKey), ...group.target.map(targetKey)]),
  );
  return {
    links: explanation.links.map((link) => ({
      source: word(source, link.source),
      target: word(target, link.target),
      kind: link.kind,
    })),
    lengths: explanation.lengths,
    beads: slice.beads
      .filter(
        (row) => row.source.some((s) => touched.has(sourceKey(s))) || row.target.some((t) => touched.has(targetKey(t))),
      )
      .map((row) => row.id),
    current,
    alternative: explanation.alternative && reading(explanation.alternative),
  };
}

const sourceKey = (segment: number) => `s${segment}`;
const targetKey = (segment: number) => `t${segment}`;

function numbersOf(segments: readonly Segment[]): Map<number, number> {
  return new Map(segments.map((segment, i) => [segment.id, i]));
}
