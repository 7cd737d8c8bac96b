import type { Generated } from 'kysely';

/** What lies in the trash. Concepts are kept by the glossary's history, everything else in `trash_rows`. */
export const TRASH_KINDS = ['bitext', 'article', 'translation', 'revision', 'concepts'] as const;
export type TrashKind = (typeof TRASH_KINDS)[number];

/** Only what is kept is listed. */
export type TrashState = 'entering' | 'kept' | 'leaving' | 'ending';

/** What an entry of the trash is made of, by its numbers. */
export type TrashKeyKind = 'bitext' | 'article' | 'revision';

/** The tables of the trash as Kysely sees them. */
export interface TrashTables {
  trash: {
    id: Generated<number>;
    kind: TrashKind;
    title: string;
    /** Of a bitext or an article its own, of a revision that within its article, of concepts how many they were. */
    number: number;
    author: string;
    at: string;
    state: TrashState;
    program: Generated<string>;
    /** Of concepts: the change of the glossary that deleted them. */
    batch: number | null;
    /** The states of its bitexts before they were deleted, by their numbers, as JSON. */
    states: Generated<string>;
    /** Articles that stay and were translations of one that goes, as JSON: pairs of the two numbers. */
    links: Generated<string>;
  };
  trash_key: { trash_id: number; kind: TrashKeyKind; number: number; held: number };
  trash_rows: { trash_id: number; seq: number; name: string; content: string };
}
