import type { Bead } from '../bitext/bitext.ts';
import type { ExportDocument } from './format.ts';
import { timeIn } from './srt.ts';

/**
 * A document without the notes that reviewers have written for each other. What a file has brought stays: the times of
 * subtitles, and in a memory every note of a row that nobody has flagged, since nothing there says who wrote it.
 */
export function withoutInternalNotes(document: ExportDocument, isMemory: boolean): ExportDocument {
  const { bitext, units } = document;
  const isInternal = ({ id, note, status }: Bead) => {
    if (note === '' || timeIn(note)) return false;
    const { notes = [], sides = {} } = units?.get(id)?.origin ?? {};
    const brought = [...notes, ...(sides.source?.notes ?? []), ...(sides.target?.notes ?? [])];
    return note !== brought.join('\n') && (!isMemory || status === 'flagged');
  };
  const beads = bitext.beads.map((bead) => (isInternal(bead) ? { ...bead, note: '' } : bead));
  return { ...document, bitext: { ...bitext, beads } };
}
