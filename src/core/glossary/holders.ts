import type { Relation } from './concept.ts';

/** Somebody in a post. */
export interface Holding {
  readonly person: number;
  readonly role: number;
  /** The country or body that the post is of, where its role does not say so. */
  readonly of?: number | undefined;
  readonly since: string;
  readonly until: string;
}

/** Everyone who holds a post, of all concepts. */
export function holdings(
  concepts: readonly { readonly id: number; readonly relations?: readonly Relation[] }[],
): Holding[] {
  return concepts.flatMap(({ id, relations = [] }) =>
    relations.flatMap((relation) =>
      relation.kind === 'holds'
        ? [{ person: id, role: relation.to, of: relation.of, since: relation.since, until: relation.until }]
        : [],
    ),
  );
}

/**
 * Whether something lasts on a day. A date that is known by the year or month
 * alone lasts from its first day to its last.
 * @param date ISO 8601
 */
export function lastsOn({ since, until }: Pick<Relation, 'since' | 'until'>, date: string): boolean {
  return since <= date && (until === '' || date <= `${until}~`);
}

/** Who held a role on a day. */
export function holdersOn(all: readonly Holding[], role: number, date: string): Holding[] {
  return all.filter((holding) => holding.role === role && lastsOn(holding, date));
}

/** Two people in one post at once. */
export interface Overlap {
  readonly role: number;
  readonly first: Holding;
  readonly second: Holding;
}

/** Holdings of one role, of one country or body, that overlap; the day on which one follows another counts for neither. */
export function overlaps(all: readonly Holding[]): Overlap[] {
  const byPost = new Map<string, Holding[]>();
  for (const holding of all) {
    const post = `${holding.role} ${holding.of ?? ''}`;
    byPost.set(post, [...(byPost.get(post) ?? []), holding]);
  }
  return [...byPost.values()].flatMap((list) => {
    const { role } = list[0]!;
    const sorted = list.toSorted((a, b) => (a.since < b.since ? -1 : 1));
    return sorted.flatMap((first, i) =>
      sorted
        .slice(i + 1)
        .filter((second) => second.person !== first.person && overlap(first, second))
        .map((second) => ({ role, first, second })),
    );
  });
}

/** `second` begins no earlier. A date known by the year alone may meet another within it. */
function overlap(first: Holding, second: Holding): boolean {
  if (first.until === '') return true;
  const shorter = Math.min(first.until.length, second.since.length);
  return second.since.slice(0, shorter) < first.until.slice(0, shorter);
}

/** Whether a text is a date as exact as it is known: 2024, 2024-01, 2024-01-16, or empty. */
export function isDate(text: string): boolean {
  if (!/^(?:\d{4}(?:-\d{2}(?:-\d{2})?)?)?$/u.test(text)) return false;
  if (text.length < 10) return true;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
