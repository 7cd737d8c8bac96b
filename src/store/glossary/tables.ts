import type { Generated } from 'kysely';
import type { ConceptKind, RelationKind, TermStatus } from '../../core/glossary/concept.ts';

/** The tables of glossaries as Kysely sees them. */
export interface GlossaryTables {
  glossary_version: { version: number };
  glossary: {
    id: Generated<number>;
    name: string;
    created_at: string;
    position: Generated<number>;
    active: Generated<number>;
  };
  bitext_glossary: { bitext_id: number; glossary_id: number; position: number };
  relation: {
    from_concept: number;
    position: number;
    kind: RelationKind;
    to_concept: number;
    since: string;
    until: string;
    of_concept: Generated<number | null>;
  };
  /** What people have said of the columns of a table, by its header; lists and names as JSON. */
  glossary_mapping: { header: string; name: string; mapping: string; meanings: string; at: string };
  glossary_edit: {
    id: Generated<number>;
    batch: number;
    concept_id: number;
    author: string;
    at: string;
    /** A message as `stored-message.ts` writes it. */
    label: string;
    before: string | null;
    after: string | null;
  };
  /** A change of very many concepts on its way. */
  glossary_change: {
    batch: number;
    program_id: string | null;
    state: 'planned' | 'applying' | 'reverting';
    /** That of the glossaries before it. */
    version: number;
    part: Generated<'concepts' | 'relations'>;
    /** The last entry of the history that was carried out of this part. */
    done_to: Generated<number>;
  };
  rejected_candidate: {
    source_language: string;
    target_language: string;
    source: string;
    target: string;
    author: string;
    at: string;
  };
  concept: {
    id: Generated<number>;
    glossary_id: number;
    kind: ConceptKind;
    definition: string;
    note: string;
    updated_at: string;
    subject_field: Generated<string>;
    image: Generated<string>;
    ids: Generated<string>;
    source: Generated<string>;
    state: Generated<string>;
    decided_by: Generated<string>;
    owner: Generated<string>;
  };
  term: {
    id: Generated<number>;
    concept_id: number;
    position: number;
    language: string;
    text: string;
    status: TermStatus;
    part_of_speech: string;
    gender: string;
    note: string;
    type: Generated<string>;
    number: Generated<string>;
    register: Generated<string>;
    forms: Generated<string>;
    reason: Generated<string>;
    instead: Generated<string>;
    source: Generated<string>;
    /** Rules with spaces between. */
    rules: Generated<string>;
  };
}
