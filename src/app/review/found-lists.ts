import type { FoundLists, FoundRows } from '../parts.ts';

export function createFoundLists(): FoundLists {
  const lists = new Map<string, FoundRows>();
  return {
    async get(key, find) {
      const known = lists.get(key);
      lists.delete(key);
      const found = known ?? (await find());
      lists.set(key, found);
      for (const oldest of lists.keys()) if (lists.size > MAX_KEPT_LISTS) lists.delete(oldest);
      return found;
    },
  };
}

/** A page asks for its pieces one after another, and a list of 200,000 rows has 1.6 MB. */
const MAX_KEPT_LISTS = 12;
