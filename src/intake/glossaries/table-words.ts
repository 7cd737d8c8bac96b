import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Side } from '../../core/bitext/bitext.ts';
import {
  CONCEPT_KINDS,
  type ConceptKind,
  GENDERS,
  type Gender,
  TERM_STATUSES,
  type TermStatus,
} from '../../core/glossary/concept.ts';

const WORDS_FILE = new URL('../../../data/glossary/words.json', import.meta.url);

const lists = <Key extends string>(keys: readonly Key[]) => z.partialRecord(z.enum(keys), z.array(z.string()));

const Words = z.object({
  statuses: lists(TERM_STATUSES),
  genders: lists(GENDERS),
  kinds: lists(CONCEPT_KINDS),
  columns: z.record(z.string(), z.array(z.string())),
  sides: z.object({ source: z.array(z.string()), target: z.array(z.string()) }),
  withoutGender: z.array(z.string()),
});

/** What people call statuses, genders, kinds and columns in tables of their own, in several languages; words in lower case. */
interface TableWords {
  readonly statuses: ReadonlyMap<string, TermStatus>;
  readonly genders: ReadonlyMap<string, Gender>;
  readonly kinds: ReadonlyMap<string, ConceptKind>;
  readonly columns: ReadonlyMap<string, string>;
  /** How the columns of a text and of its translation are headed. */
  readonly sides: ReadonlyMap<string, Side>;
  /** Languages whose nouns have no gender, by their codes. */
  readonly withoutGender: ReadonlySet<string>;
}

let known: TableWords | null = null;

/** The words of `data/glossary/words.json`, read once. */
export function tableWords(): TableWords {
  known ??= readWords();
  return known;
}

function readWords(): TableWords {
  const { statuses, genders, kinds, columns, sides, withoutGender } = Words.parse(
    JSON.parse(readFileSync(WORDS_FILE, 'utf8')),
  );
  return {
    statuses: inverted(statuses),
    genders: inverted(genders),
    kinds: inverted(kinds),
    columns: inverted(columns),
    sides: inverted(sides),
    withoutGender: new Set(withoutGender),
  };
}

function inverted<Key extends string>(of: Readonly<Partial<Record<Key, readonly string[]>>>): Map<string, Key> {
  const entries = Object.entries(of) as [Key, readonly string[]][];
  return new Map(entries.flatMap(([key, words]) => words.map((word) => [word, key] as const)));
}
