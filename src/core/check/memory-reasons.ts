import { type Message, msg } from '../message.ts';
import type { MemoryCode } from './memory.ts';

/** What is wrong with a row of a memory, in plain words. */
export const MEMORY_REASONS: Readonly<Record<MemoryCode, Message>> = {
  'empty-side': msg('One side is empty.'),
  duplicate: msg('The same row is there already.'),
  'other-translation': msg('The same source is translated otherwise in another row.'),
  'identical-sides': msg('Both sides are the same.'),
  'wrong-language': msg('One side is in another language.'),
  'codes-differ': msg('The formatting codes of the two sides differ.'),
  'odd-length': msg('The lengths of the two sides are far from what is usual in this text.'),
  'encoding-damage': msg('Characters are damaged by a wrong encoding.'),
};
