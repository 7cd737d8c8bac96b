import { z } from 'zod';
import { importAligned } from '../../app/import/import-aligned.ts';
import { importMemory } from '../../app/import/import-memory.ts';
import { importTable, isTable } from '../../app/import/import-table.ts';
import { Language, textUpTo } from '../forms.ts';
import { endpoint } from './endpoint.ts';
import { bytesOf, FileBody, ImportFinding, shownFinding } from './files.ts';

const tag = 'Bitexts';

const Segmented = FileBody.extend({
  name: FileBody.shape.name.default('text.txt'),
  language: Language.optional().describe('tag or name; detected if not given'),
}).describe('a text cut into segments, a line each');

/** A piece of a file at a time, as a file on the disk comes. */
async function* piecesOf(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  const size = 1 << 18;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Of what comes in aligned. */
export const memoryEndpoints = [
  endpoint(
    {
      method: 'post',
      path: '/memories',
      permission: 'edit',
      tag,
      summary: 'Bring in a translation memory or a table: TMX, XLIFF, CSV, TSV, XLSX, JSON Lines',
    },
    {
      body: FileBody.extend({
        from: Language.optional().describe('by default the languages of the first unit'),
        to: Language.optional(),
        title: textUpTo(500),
      }),
      status: 201,
      answer: z.object({ bitext: z.int(), units: z.int(), findings: z.array(ImportFinding) }),
      async run(app, { body: { content, encoding, ...file }, signal, t }) {
        const bytes = bytesOf({ content, encoding });
        const { id, units, findings } = isTable(file.name)
          ? await importTable(app, { ...file, bytes })
          : await importMemory(app, { ...file, pieces: piecesOf(bytes), signal });
        app.searchIndex.start();
        return { bitext: id, units, findings: findings.map((one) => shownFinding(one, t)) };
      },
    },
  ),
  endpoint(
    {
      method: 'post',
      path: '/bitexts/aligned',
      permission: 'edit',
      tag,
      summary: 'Store two segmented texts as another tool has aligned them',
    },
    {
      body: z.object({
        source: Segmented,
        target: Segmented,
        alignment: FileBody.extend({ name: FileBody.shape.name.default('alignment') })
          .optional()
          .describe('a ladder of hunalign, or beads as vecalign has them; without it line goes with line'),
        title: textUpTo(1000),
      }),
      status: 201,
      answer: z.object({ bitext: z.int() }),
      async run(app, { body: { source, target, alignment, title } }) {
        const file = ({ name, language, ...body }: typeof source) => ({ name, language, bytes: bytesOf(body) });
        const bitext = await importAligned(app, {
          source: file(source),
          target: file(target),
          alignment: alignment && { name: alignment.name, bytes: bytesOf(alignment) },
          title: title || undefined,
        });
        return { bitext };
      },
    },
  ),
];
