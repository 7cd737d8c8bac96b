import type { Stamp, UnitLife } from '../../core/bitext/unit-origin.ts';
import type { LeftOut } from './left-out.ts';

/** Times that have been seen: units that are stored together have the same. */
const known = new Map<string, string | null>();
const MAX_CACHED_TIMES = 1000;

const TIME =
  /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s?(?:Z|([+-])(\d\d)(?::?(\d\d))?)?)?$/iu;

/**
 * A time as TMX writes it, YYYYMMDDThhmmssZ (section 3.3), or as ISO 8601 has it otherwise, in UTC: with an
 * offset it is converted, without one it is UTC, and a day begins at midnight. Null for anything that is not a time, such as 30 February.
 */
export function timeIn(written: string): string | null {
  const usual = usualTime(written);
  if (usual) return usual;
  const [whole, ...parts] = TIME.exec(written.trim()) ?? [];
  if (whole === undefined) return null;
  const [year, month, day, hour, minute, second] = parts.slice(0, 6).map((part) => Number(part ?? 0));
  const [sign, hours, minutes] = parts.slice(6);
  const isEndOfDay = hour === 24 && minute === 0 && second === 0;
  if ((hour! > 23 && !isEndOfDay) || minute! > 59 || second! > 59) return null;
  const date = new Date(0);
  date.setUTCFullYear(year!, month! - 1, day);
  if (date.getUTCMonth() !== month! - 1 || date.getUTCDate() !== day) return null;
  const offset = (sign === '-' ? -1 : 1) * (60 * Number(hours ?? 0) + Number(minutes ?? 0));
  date.setUTCHours(hour!, minute! - offset, second);
  return date.toISOString();
}

/** A time as nearly every memory writes it, on a day that every month has; null for all others, which may be times, too. */
function usualTime(written: string): string | null {
  const [, year, month, day, hour, minute, second] = COMPACT_TIME.exec(written) ?? [];
  return year === undefined ? null : `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
}

const COMPACT_TIME = /^(\d{4})(0[1-9]|1[0-2])(0[1-9]|1\d|2[0-8])T([01]\d|2[0-3])([0-5]\d)([0-5]\d)Z$/u;

/** What the attributes of a `tu` or `tuv` say of its life (TMX 1.4b, section 3.3). A time that cannot be is noted. */
export function lifeIn(attributes: Readonly<Record<string, string>>, leftOut: LeftOut): UnitLife {
  if (!LIFE_ATTRIBUTES.some((name) => attributes[name] !== undefined)) return NO_LIFE;
  function time(attribute: string): string | undefined {
    const written = attributes[attribute]?.trim();
    if (!written) return undefined;
    let at = known.get(written);
    if (at === undefined) {
      at = timeIn(written);
      if (known.size < MAX_CACHED_TIMES) known.set(written, at);
    }
    if (at === null) leftOut.note(`${attribute}="${written}"`);
    return at ?? undefined;
  }
  const created = stampOf(attributes['creationid'], time('creationdate'));
  const changed = stampOf(attributes['changeid'], time('changedate'));
  const [count, at] = [attributes['usagecount'], time('lastusagedate')];
  if (created && !changed && !count && !at) return { created };
  return {
    ...(created && { created }),
    ...(changed && { changed }),
    ...((count || at) && { used: { ...(count && { count }), ...(at && { at }) } }),
  };
}

const NO_LIFE: UnitLife = {};

function stampOf(by: string | undefined, at: string | undefined): Stamp | undefined {
  if (by) return at ? { by, at } : { by };
  return at ? { at } : undefined;
}

/** The attributes that `lifeIn` reads. */
export const LIFE_ATTRIBUTES = [
  'creationdate',
  'creationid',
  'changedate',
  'changeid',
  'usagecount',
  'lastusagedate',
] as const;
