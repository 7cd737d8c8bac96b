import { rowsOf } from '../bitext/bitext.ts';
import { rowTexts } from '../bitext/row-text.ts';
import { type Format, passes, plainDocument } from './format.ts';
import { inlined } from './inlined.ts';

const TIME = /^\d{2,}:\d{2}:\d{2},\d{3} --> \d{2,}:\d{2}:\d{2},\d{3}$/mu;

/** SubRip: the translation of each row whose note says when it is shown, in the order of the rows. */
export const srt: Format = {
  extension: 'srt',
  mediaType: 'application/x-subrip; charset=utf-8',
  inPieces: true,
  async *write(documents, options) {
    let number = 0;
    for await (const document of documents) {
      const { bitext } = plainDocument(document);
      for (const row of rowsOf(bitext)) {
        const time = timeIn(row.bead.note);
        const text = inlined(rowTexts(row, bitext).target.replace(/\s*\n\s*/gu, ' ')).trim();
        if (!time || !text || !passes(row.bead, options)) continue;
        number += 1;
        yield `${number}\n${time}\n${text}\n\n`;
      }
    }
  },
};

/** When a row is shown, as its note says; without that no subtitle can be made of it. */
export function timeIn(note: string): string | undefined {
  return TIME.exec(note)?.[0];
}
