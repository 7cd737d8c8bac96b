import type { Side } from '../core/bitext/bitext.ts';
import { plainText } from '../core/bitext/inline/plain-text.ts';
import { inList } from './in-list.ts';
import { hasAllRows } from './is-shown.ts';
import type { Db } from './open-store.ts';

/**
 * What reviewers have confirmed in a language pair, in either direction: the
 * texts of beads with both sides filled, the newest bitexts first.
 * @param most how many beads at most
 * @returns source and target segments of each bead, from `from` to `to`
 */
export async function confirmedBeads(
  db: Db,
  from: string,
  to: string,
  most: number,
): Promise<Record<Side, string[]>[]> {
  const rows = await db
    .selectFrom('bead')
    .innerJoin('bitext', 'bitext.id', 'bead.bitext_id')
    .innerJoin('bead_segment', (join) =>
      join.onRef('bead_segment.bitext_id', '=', 'bead.bitext_id').onRef('bead_segment.bead_id', '=', 'bead.id'),
    )
    .innerJoin('segment', (join) =>
      join
        .onRef('segment.bitext_id', '=', 'bead_segment.bitext_id')
        .onRef('segment.side', '=', 'bead_segment.side')
        .onRef('segment.id', '=', 'bead_segment.segment_id'),
    )
    .select([
      'bead.bitext_id as bitext',
      'bead.id as bead',
      'segment.side',
      'segment.text',
      'bitext.source_language as language',
    ])
    .where('bead.status', '=', 'confirmed')
    .where(hasAllRows)
    .where('bitext.source_language', 'in', inList([from, to]))
    .where('bitext.target_language', 'in', inList([from, to]))
    .orderBy('bead.bitext_id', 'desc')
    .orderBy('bead.position')
    .orderBy('segment.position')
    .limit(most * 3)
    .execute();
  const beads = new Map<string, Record<Side, string[]>>();
  for (const { bitext, bead, side, text, language } of rows) {
    const key = `${bitext} ${bead}`;
    const sides = beads.get(key) ?? { source: [], target: [] };
    sides[language === from ? side : side === 'source' ? 'target' : 'source'].push(plainText(text));
    beads.set(key, sides);
  }
  return [...beads.values()].filter(({ source, target }) => source.length > 0 && target.length > 0).slice(0, most);
}
