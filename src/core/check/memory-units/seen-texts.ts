/**
 * Texts that have been seen, each with a number from 0. Kept is a hash of 64 bits, so that each of a long memory costs some
 * twenty bytes, however long it is: of a million texts two different ones are taken for one with a chance of one in forty million.
 */
export interface SeenTexts {
  /** The number with which a text was noted first; null where it is noted now, with this one. */
  note(hash: TextHash, number: number): number | null;
}

/** What is kept of a text: two whole numbers of 32 bits. */
export interface TextHash {
  readonly low: number;
  readonly high: number;
}

/** Slots of a new table, and how full one may be before it is doubled. */
const FIRST_SLOTS = 1024;
const MAX_FILLED = 0.75;

/** A table with open addressing in typed arrays, which no collector of garbage has to go through. */
export function seenTexts(): SeenTexts {
  let table = emptyTable(FIRST_SLOTS);
  let filled = 0;
  return {
    note(hash, number) {
      const slot = slotOf(table, hash);
      const known = table.numbers[slot]!;
      if (known !== 0) return known - 1;
      put(table, slot, hash, number + 1);
      filled += 1;
      if (filled > MAX_FILLED * table.numbers.length) table = doubled(table);
      return null;
    },
  };
}

/**
 * The hash of a text: two of 32 bits, FNV-1a (Fowler, Noll and Vo) and one that turns its bits by five at each step, both mixed at
 * the end as MurmurHash3 does (Appleby).
 * @param before the hash of what it stands behind, where the two are one
 */
export function textHash(text: string, before: TextHash = { low: 0x811c9dc5, high: 0x2545f491 }): TextHash {
  let { low, high } = before;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(((high << 5) | (high >>> 27)) ^ unit, 0x9e3779b1);
  }
  return { low: mixed(low ^ text.length), high: mixed(high + text.length) };
}

export function isSameHash(a: TextHash, b: TextHash): boolean {
  return a.low === b.low && a.high === b.high;
}

function mixed(value: number): number {
  const once = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return (twice ^ (twice >>> 16)) >>> 0;
}

/** Hashes, low and high in turn, and one more than the numbers of their texts; 0 where a slot is empty. */
interface Table {
  readonly hashes: Uint32Array;
  readonly numbers: Uint32Array;
}

function emptyTable(slots: number): Table {
  return { hashes: new Uint32Array(2 * slots), numbers: new Uint32Array(slots) };
}

/** The slot of a hash, or the empty one that it is put into. */
function slotOf({ hashes, numbers }: Table, { low, high }: TextHash): number {
  const mask = numbers.length - 1;
  let slot = low & mask;
  while (numbers[slot] !== 0 && (hashes[2 * slot] !== low || hashes[2 * slot + 1] !== high)) slot = (slot + 1) & mask;
  return slot;
}

function put({ hashes, numbers }: Table, slot: number, { low, high }: TextHash, number: number): void {
  hashes[2 * slot] = low;
  hashes[2 * slot + 1] = high;
  numbers[slot] = number;
}

function doubled({ hashes, numbers }: Table): Table {
  const larger = emptyTable(2 * numbers.length);
  for (const [slot, number] of numbers.entries()) {
    if (number === 0) continue;
    const hash = { low: hashes[2 * slot]!, high: hashes[2 * slot + 1]! };
    put(larger, slotOf(larger, hash), hash, number);
  }
  return larger;
}
