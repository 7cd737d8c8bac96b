import { BEAD_STATUSES, type BeadStatus } from '../../core/bitext/bitext.ts';
import type { SideOrigin, UnitOrigin, UnitProp } from '../../core/bitext/unit-origin.ts';
import type { LeftOut } from './left-out.ts';
import type { OpenPart, OpenUnit } from './read-tmx.ts';
import { statusOfProps } from './unit-status.ts';
import type { TranslationUnit } from './units.ts';

/**
 * A unit of a TMX that has been read as a whole.
 * @param isOwn whether this program has written the file, so that its own properties mean what they say
 */
export function finishedUnit(unit: OpenUnit, isOwn: boolean, leftOut: LeftOut): TranslationUnit {
  const own = unit.props.length > 0 ? ownProps(unit.props, isOwn, leftOut) : NO_OWN_PROPS;
  return {
    variants: unit.variants.map((variant) => {
      const { language, text } = variant;
      const origin = originOf(variant);
      return origin ? { language, text, origin } : { language, text };
    }),
    notes: unit.notes,
    status: own.status ?? toolStatus(unit, own.others) ?? undefined,
    confidence: own.confidence,
    place: own.place,
    props: own.others,
    origin: {
      ...(unit.id && { id: unit.id }),
      ...(own.document && { document: own.document }),
      ...unit.life,
    } satisfies UnitOrigin,
    codesLost: unit.codesLost,
  };
}

function originOf({ life, notes, props }: OpenPart): SideOrigin | null {
  if (notes.length === 0 && props.length === 0) return life.created || life.changed || life.used ? life : null;
  return { ...life, ...(notes.length > 0 && { notes }), ...(props.length > 0 && { props }) };
}

/** The status that properties and authors of other tools say. */
function toolStatus(unit: OpenUnit, props: readonly UnitProp[]): BeadStatus | null {
  const hasOwn = unit.variants.some(hasProps);
  const all = hasOwn ? [props, ...unit.variants.map((variant) => variant.props)].flat() : props;
  const author = authorOf(unit);
  return all.length > 0 || author ? statusOfProps(all, author) : null;
}

function hasProps({ props }: OpenPart): boolean {
  return props.length > 0;
}

/** Who has made a unit or changed it last. */
function authorOf(unit: OpenUnit): string {
  return stampedBy(unit, 'changed') || stampedBy(unit, 'created');
}

function stampedBy({ life, variants }: OpenUnit, stamp: 'created' | 'changed'): string {
  const own = life[stamp]?.by;
  if (own) return own;
  for (const variant of variants) {
    const by = variant.life[stamp]?.by;
    if (by) return by;
  }
  return '';
}

/** What properties of this program say, and the other ones. */
interface OwnProps {
  readonly status: BeadStatus | undefined;
  readonly confidence: number | undefined;
  readonly place: TranslationUnit['place'];
  readonly document: string;
  readonly others: UnitProp[];
}

const NO_OWN_PROPS: OwnProps = { status: undefined, confidence: undefined, place: undefined, document: '', others: [] };

/** Takes apart what is a field of a unit. */
function ownProps(props: readonly UnitProp[], isOwn: boolean, leftOut: LeftOut): OwnProps {
  const propOf = (type: string) => props.find(([one]) => one === type)?.[1] ?? '';
  const status = BEAD_STATUSES.find((each) => each === propOf('x-status'));
  const confidence = numberIn(propOf('x-confidence'), 0, 1);
  const paragraph = isOwn ? numberIn(propOf('x-paragraph'), 1, 1e9) : undefined;
  const document = isOwn ? propOf('x-document') : '';
  const taken = new Set([
    ...(document ? ['x-document'] : []),
    ...(status ? ['x-status'] : []),
    ...(confidence !== undefined ? ['x-confidence'] : []),
    ...(paragraph !== undefined && Number.isInteger(paragraph) ? ['x-paragraph'] : []),
  ]);
  const others: UnitProp[] = [];
  for (const prop of props) {
    const [type, value] = prop;
    const isContext = isOwn && /^x-context-(?:before|after)$/u.test(type);
    if (isContext) leftOut.note(`prop ${type}`);
    if (isContext || taken.has(type)) leftOut.settle(value);
    else others.push(prop);
  }
  const place = taken.has('x-paragraph') ? { document, paragraph: paragraph! } : undefined;
  return { status, confidence, place, document, others };
}

function numberIn(text: string, least: number, most: number): number | undefined {
  const number = Number(text);
  return text !== '' && number >= least && number <= most ? number : undefined;
}
