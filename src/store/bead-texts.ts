import { type RawBuilder, sql } from 'kysely';
import { plainText } from '../core/bitext/inline/plain-text.ts';
import { joinSegments } from '../core/text/join.ts';

/**
 * The texts of a side of a bead in their order, as a list in JSON. The query has the bead as `member`.
 * @param side its name, or an expression for it
 */
export function beadTexts(side: RawBuilder<string>): RawBuilder<string> {
  return sql<string>`(SELECT json_group_array(text) FROM (
    SELECT s.text FROM bead_segment m JOIN segment s
      ON s.bitext_id = m.bitext_id AND s.side = m.side AND s.id = m.segment_id
    WHERE m.bitext_id = member.bitext_id AND m.bead_id = member.bead_id AND m.side = ${side} ORDER BY s.position))`;
}

/** Such a list as one text, as it is read: sentences as they follow each other in the language. */
export function joinedTexts(list: string, language: string): string {
  return plainText(joinSegments(JSON.parse(list) as string[], language));
}
