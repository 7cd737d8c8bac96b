import { Problem } from '../problem.ts';
import { jointIn } from '../text/join.ts';
import { type Bead, type Bitext, languageOf, reopened, type Segment, type Side } from './bitext.ts';
import type { SegmentsEdit } from './edit.ts';
import { staleRow } from './stale-row.ts';

/** Gives a segment another text. Its row is a proposal again if it was confirmed. */
export function rewriteSegment(bitext: Bitext, side: Side, id: number, text: string): SegmentsEdit {
  const { segment, bead } = locate(bitext, side, id);
  const clean = text.replace(/\s*\n\s*/gu, ' ').trim();
  if (!clean) {
    throw new Problem(
      'bad-request',
      'A segment cannot be empty.',
      '',
      'To leave a sentence out, move it to a row of its own and exclude that row.',
    );
  }
  if (clean === segment.text) throw new Problem('bad-request', 'The text is the same as before.');
  const put = [{ ...segment, text: clean }];
  return { type: 'segments', side, expect: [segment], put, beads: { expect: [bead], put: [open(bead)] } };
}

/** Cuts a segment in two at `offset` (UTF-16 units); both halves stay in its row. */
export function splitSegment(bitext: Bitext, side: Side, id: number, offset: number): SegmentsEdit {
  const { segment, bead } = locate(bitext, side, id);
  const parts = [segment.text.slice(0, offset).trim(), segment.text.slice(offset).trim()];
  if (!parts[0] || !parts[1] || splitsSurrogatePair(segment.text, offset)) {
    throw new Problem(
      'bad-request',
      'There is nothing to split here.',
      '',
      'Put the caret inside the text, where the second sentence begins.',
    );
  }
  const joint = /\s*$/u.exec(segment.text.slice(0, offset))![0] + /^\s*/u.exec(segment.text.slice(offset))![0];
  const second = { ...segment, id: bitext.nextId, text: parts[1], joint };
  const put = [{ ...segment, text: parts[0] }, second];
  const at = bead[side].indexOf(id) + 1;
  const after = { ...open(bead), [side]: bead[side].toSpliced(at, 0, second.id) };
  return { type: 'segments', side, expect: [segment], put, beads: { expect: [bead], put: [after] } };
}

/** Joins a segment with the one after it on its side; the joined one stays in the first one's row. */
export function joinWithNext(bitext: Bitext, side: Side, id: number): SegmentsEdit {
  const { segment, bead } = locate(bitext, side, id);
  const next = bitext[side][bitext[side].indexOf(segment) + 1];
  if (!next) throw new Problem('bad-request', 'There is no segment below to join with.');
  const nextAt = bitext.beads.findIndex((other) => other[side].includes(next.id));
  const nextBead = bitext.beads[nextAt];
  if (!nextBead) throw staleRow();
  // What a person has split comes together as it was.
  const glue = next.joint ?? jointIn(languageOf(bitext, side));
  const joined = { ...segment, text: segment.text + glue + next.text };
  if (nextBead === bead) {
    const after = { ...open(bead), [side]: bead[side].filter((other) => other !== next.id) };
    return { type: 'segments', side, expect: [segment, next], put: [joined], beads: { expect: [bead], put: [after] } };
  }
  const run = bitext.beads.slice(bitext.beads.indexOf(bead), nextAt + 1);
  if (run.length === 0) {
    throw new Problem('bad-request', 'These segments lie in crossing rows.', '', 'Bring them into one row first.');
  }
  const without = { ...open(nextBead), [side]: nextBead[side].filter((other) => other !== next.id) };
  const put = run.map((other) => (other === bead ? open(bead) : other === nextBead ? without : other));
  const filled = put.filter((other) => other.source.length + other.target.length > 0);
  return { type: 'segments', side, expect: [segment, next], put: [joined], beads: { expect: run, put: filled } };
}

function locate(bitext: Bitext, side: Side, id: number): { segment: Segment; bead: Bead } {
  const segment = bitext[side].find((candidate) => candidate.id === id);
  const bead = bitext.beads.find((candidate) => candidate[side].includes(id));
  if (!segment || !bead) throw staleRow();
  return { segment, bead };
}

function open(bead: Bead): Bead {
  const status = reopened(bead.status);
  return status === bead.status ? bead : { ...bead, status };
}

function splitsSurrogatePair(text: string, offset: number): boolean {
  return /[\uD800-\uDBFF]/.test(text[offset - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[offset] ?? '');
}
