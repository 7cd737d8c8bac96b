import type { Response } from 'express';
import type { z } from 'zod';
import type { AnswerOf, SentTo, WireEvents, WireRoute } from '../core/wire/wire.ts';

/** The schema of what a route is sent; the compiler asks that it takes all that the pages may send there. */
export function sentTo<Route extends WireRoute>(_route: Route) {
  return <Schema extends z.ZodType>(schema: Writable<SentTo<Route>> extends z.input<Schema> ? Schema : never): Schema =>
    schema;
}

/** Zod's types are not readonly. */
type Writable<Value> = Value extends readonly (infer Item)[]
  ? Writable<Item>[]
  : Value extends object
    ? { -readonly [Key in keyof Value]: Writable<Value[Key]> }
    : Value;

/** Answers a request of a page in JSON, with what the wire says that this route answers. */
export function answer<Route extends WireRoute>(_route: Route, response: Response, value: AnswerOf<Route>): void {
  response.json(value);
}

/** An event for pages that listen at an address, as it is sent to each of them. */
export function eventBytes<Route extends keyof WireEvents>(_route: Route, event: WireEvents[Route]): Buffer {
  return Buffer.from(`data: ${JSON.stringify(event)}\n\n`);
}
