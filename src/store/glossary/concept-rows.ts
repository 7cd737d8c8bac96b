import type { Relation, StoredConcept, Term, TermRule } from '../../core/glossary/concept.ts';

export function conceptFrom(
  row: ConceptRow,
  terms: readonly TermRow[],
  relations: readonly RelationRow[],
): StoredConcept {
  const ids = JSON.parse(row.ids) as Record<string, string>;
  return {
    id: row.id,
    glossary: row.glossary_id,
    kind: row.kind,
    definition: row.definition,
    note: row.note,
    terms: terms.map(termFrom),
    ...(filled({
      subjectField: row.subject_field,
      image: row.image,
      source: row.source,
      state: row.state,
      decidedBy: row.decided_by,
      owner: row.owner,
    }) as Partial<StoredConcept>),
    ...(Object.keys(ids).length > 0 && { ids }),
    ...(relations.length > 0 && {
      relations: relations.map(({ kind, to_concept, of_concept, since, until }) => ({
        kind,
        to: to_concept,
        ...(of_concept !== null && { of: of_concept }),
        since,
        until,
      })),
    }),
  };
}

interface ConceptRow {
  readonly id: number;
  readonly glossary_id: number;
  readonly kind: StoredConcept['kind'];
  readonly definition: string;
  readonly note: string;
  readonly subject_field: string;
  readonly image: string;
  readonly ids: string;
  readonly source: string;
  readonly state: string;
  readonly decided_by: string;
  readonly owner: string;
}

interface TermRow {
  readonly language: string;
  readonly text: string;
  readonly status: Term['status'];
  readonly part_of_speech: string;
  readonly gender: string;
  readonly note: string;
  readonly type: string;
  readonly number: string;
  readonly register: string;
  readonly forms: string;
  readonly reason: string;
  readonly instead: string;
  readonly source: string;
  readonly rules: string;
}

interface RelationRow {
  readonly kind: Relation['kind'];
  readonly to_concept: number;
  readonly of_concept: number | null;
  readonly since: string;
  readonly until: string;
}

function termFrom(row: TermRow): Term {
  const forms = row.forms === '[]' ? [] : (JSON.parse(row.forms) as string[]);
  return {
    language: row.language,
    text: row.text,
    status: row.status,
    partOfSpeech: row.part_of_speech,
    gender: row.gender as Term['gender'],
    note: row.note,
    ...(filled({
      type: row.type,
      number: row.number,
      register: row.register,
      reason: row.reason,
      instead: row.instead,
      source: row.source,
    }) as Partial<Term>),
    ...(forms.length > 0 && { forms }),
    ...(row.rules !== '' && { rules: row.rules.split(' ') as TermRule[] }),
  };
}

/** The fields that say something. */
function filled<T extends Record<string, string>>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')) as Partial<T>;
}
