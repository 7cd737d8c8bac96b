import { z } from 'zod';
import { Problem } from '../../core/problem.ts';

/** How much of a list is wanted, and from where on. */
export const PageQuery = z.object({
  cursor: z.string().max(100).optional().describe('`next` of the page before this one'),
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('the most that is answered'),
});

/** A page of a list; `next` is null on the last. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable() });

/** The numbers that a cursor holds; it means nothing to whoever gets it. */
export function cursorFrom(numbers: readonly number[]): string {
  return Buffer.from(numbers.join()).toString('base64url');
}

/** @throws Problem `bad-request` where it is none of ours */
export function numbersIn(cursor: string | undefined, count: number): readonly number[] | null {
  if (cursor === undefined) return null;
  const numbers = Buffer.from(cursor, 'base64url').toString().split(',').map(Number);
  if (numbers.length === count && numbers.every((number) => Number.isSafeInteger(number) && number >= 0))
    return numbers;
  throw new Problem('bad-request', 'The cursor is none of ours.', '', 'Send `next` of the page before as it was.');
}

/** A page of what is listed by its number: one more is asked for than is answered, to know whether there is more. */
export async function page<Item>(
  { cursor, limit }: z.output<typeof PageQuery>,
  list: (following: { after: number; limit: number }) => Promise<readonly number[]>,
  open: (id: number) => Promise<Item>,
): Promise<{ items: Item[]; next: string | null }> {
  const [after = 0] = numbersIn(cursor, 1) ?? [];
  const ids = await list({ after, limit: limit + 1 });
  const shown = ids.slice(0, limit);
  const items: Item[] = [];
  for (const id of shown) items.push(await open(id));
  return { items, next: ids.length > limit ? cursorFrom([shown.at(-1) ?? 0]) : null };
}

/** A page of a list that is read whole, each with a number, in order of it. */
export function pageOfAll<Item extends { readonly id: number }>(
  { cursor, limit }: z.output<typeof PageQuery>,
  all: readonly Item[],
): { items: Item[]; next: string | null } {
  const [after = 0] = numbersIn(cursor, 1) ?? [];
  const rest = all.filter(({ id }) => id > after);
  const items = rest.slice(0, limit);
  return { items, next: rest.length > limit ? cursorFrom([items.at(-1)?.id ?? 0]) : null };
}
