import type { Message } from '../../src/core/message.ts';
import { inEnglish } from '../../src/core/translator.ts';

/** A message in plain English; an empty text where there is none. */
export function english(message: Message | null | undefined): string {
  return message ? inEnglish(message) : '';
}
