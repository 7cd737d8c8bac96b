import { type Bead, SIDES, type Side } from '../bitext/bitext.ts';
import { NO_INLINE_CODES } from '../bitext/inline/codes.ts';
import type { Stamp, UnitLife, UnitProp } from '../bitext/unit-origin.ts';
import { type ExportDocument, rowOriginOf } from './format.ts';
import { tmxSegment } from './tmx-codes.ts';
import { xmlAttribute, xmlText } from './xml-text.ts';

/** What a unit of a TMX says besides what is known of its bead. */
export interface UnitSurroundings {
  /** From 0. */
  readonly paragraph: number;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  readonly languages: Readonly<Record<Side, string>>;
  readonly texts: Readonly<Record<Side, string>>;
}

/**
 * A bead as a `tu`. What its file said of it comes back where it stood: its name, dates, use, notes and
 * properties. Who changed the row since is written at the unit, and then no side says another.
 */
export function tmxUnit(document: ExportDocument, bead: Bead, around: UnitSurroundings): string {
  const { codes = NO_INLINE_CODES, title } = document;
  const { props, origin, change, isUntouched, isAssumed } = rowOriginOf(document, bead.id);
  const own: Readonly<Record<string, string | undefined>> = {
    'x-document': origin.document ?? title,
    'x-paragraph': String(around.paragraph + 1),
    // What was only assumed is assumed again.
    'x-status': isAssumed ? undefined : bead.status,
    'x-confidence': bead.confidence?.toFixed(4),
    'x-context-before': around.before,
    'x-context-after': around.after,
  };
  // Where its file has a property of this name, that one stands.
  const theirs = Object.keys(own).map((type) => props.find(([other]) => other === type));
  const ownProps = Object.entries(own).flatMap(([type, value], i): UnitProp[] => {
    const held = theirs[i];
    return held ? [held] : value ? [[type, value]] : [];
  });
  const { sides = {} } = origin;
  const notes = [...(origin.notes ?? []), ...SIDES.flatMap((side) => sides[side]?.notes ?? [])];
  const areTheirs = origin.notes !== undefined && notes.join('\n') === bead.note;
  const unitNotes = areTheirs ? origin.notes : bead.note ? [bead.note] : [];
  const lines = [
    ...parts(unitNotes, [...ownProps, ...props.filter((prop) => !theirs.includes(prop))]).map(
      (part) => `${part}\n      `,
    ),
    ...SIDES.map((side) => {
      const variant = sides[side];
      const life = lifeAttributes({ ...variant, changed: isUntouched ? variant?.changed : undefined });
      const about = parts(areTheirs ? variant?.notes : [], variant?.props).join('');
      const segment = tmxSegment(around.texts[side], codes);
      return `<tuv xml:lang="${xmlAttribute(around.languages[side])}"${life}>${about}<seg>${segment}</seg></tuv>\n${side === 'source' ? '      ' : ''}`;
    }),
  ];
  const id = origin.id ? ` tuid="${xmlAttribute(origin.id)}"` : '';
  const life = lifeAttributes({ ...origin, changed: isUntouched && hasStamps(origin) ? origin.changed : change });
  return `    <tu${id}${life}>\n      ${lines.join('')}    </tu>\n`;
}

type OpenLife = { [Key in keyof UnitLife]: UnitLife[Key] | undefined };

/** Whether the changes of a unit are known one by one. */
function hasStamps({ changed, sides }: { changed?: Stamp; sides?: Partial<Record<Side, UnitLife>> }): boolean {
  return [changed, sides?.source?.changed, sides?.target?.changed].some(Boolean);
}

function lifeAttributes({ created, changed, used }: OpenLife): string {
  const attributes = {
    creationdate: created?.at && tmxDate(created.at),
    creationid: created?.by,
    changedate: changed?.at && tmxDate(changed.at),
    changeid: changed?.by,
    usagecount: used?.count,
    lastusagedate: used?.at && tmxDate(used.at),
  };
  return Object.entries(attributes)
    .map(([name, value]) => (value ? ` ${name}="${xmlAttribute(value)}"` : ''))
    .join('');
}

function parts(notes: readonly string[] = [], props: readonly UnitProp[] = []): string[] {
  return [
    ...notes.map((note) => `<note>${xmlText(note)}</note>`),
    ...props.map(([type, value]) => `<prop type="${xmlAttribute(type)}">${xmlText(value)}</prop>`),
  ];
}

/** ISO 8601 time in TMX's form: YYYYMMDDThhmmssZ. */
export function tmxDate(iso: string): string {
  return `${iso.slice(0, 19).replace(/[-:]/g, '')}Z`;
}
