import { sql } from 'kysely';
import type { Concept, Relation } from '../../core/glossary/concept.ts';
import { inList } from '../in-list.ts';
import type { Db } from '../open-store.ts';

/** A concept to store; without a number it gets one. */
export type NewConcept = Concept & { readonly id?: number; readonly glossary: number };

/**
 * Stores concepts under new numbers, or under those they have or had before; their relations apart, since they may lead to
 * others that are stored with them.
 * @returns their numbers, in the same order
 */
export async function putConcepts(db: Db, concepts: readonly NewConcept[], now: string): Promise<number[]> {
  let last = await lastNumber(db);
  const numbers = concepts.map(({ id }) => {
    if (id === undefined) last += 1;
    return id ?? last;
  });
  const rows = concepts.map((concept, i) => [
    numbers[i],
    concept.glossary,
    concept.kind,
    concept.definition,
    concept.note,
    concept.subjectField ?? '',
    concept.image ?? '',
    JSON.stringify(concept.ids ?? {}),
    concept.source ?? '',
    concept.state ?? '',
    concept.decidedBy ?? '',
    concept.owner ?? '',
  ]);
  await sql`INSERT INTO concept
      (id, glossary_id, kind, definition, note, subject_field, image, ids, source, state, decided_by, owner, updated_at)
    SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, value ->> 8,
      value ->> 9, value ->> 10, value ->> 11, ${now}
    FROM json_each(${JSON.stringify(rows)}) WHERE true
    ON CONFLICT (id) DO UPDATE SET glossary_id = excluded.glossary_id, kind = excluded.kind,
      definition = excluded.definition, note = excluded.note, subject_field = excluded.subject_field,
      image = excluded.image, ids = excluded.ids, source = excluded.source,
      state = excluded.state, decided_by = excluded.decided_by, owner = excluded.owner, updated_at = excluded.updated_at`.execute(
    db,
  );
  await putTerms(db, concepts, numbers);
  return numbers;
}

/** The last number that a concept was given, also if it is gone. */
export async function lastNumber(db: Db): Promise<number> {
  const { rows } = await sql<{ last: number }>`SELECT max(
    coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'concept'), 0), coalesce((SELECT max(id) FROM concept), 0)) AS last`.execute(
    db,
  );
  return rows[0]!.last;
}

async function putTerms(db: Db, concepts: readonly NewConcept[], numbers: readonly number[]): Promise<void> {
  const known = concepts.flatMap(({ id }) => id ?? []);
  if (known.length > 0) await db.deleteFrom('term').where('concept_id', 'in', inList(known)).execute();
  const rows = concepts.flatMap(({ terms }, i) =>
    terms.map((term, position) => [
      numbers[i],
      position,
      term.language,
      term.text,
      term.status,
      term.partOfSpeech,
      term.gender,
      term.note,
      term.type ?? '',
      term.number ?? '',
      term.register ?? '',
      JSON.stringify(term.forms ?? []),
      term.reason ?? '',
      term.instead ?? '',
      term.source ?? '',
      (term.rules ?? []).join(' '),
    ]),
  );
  await sql`INSERT INTO term (concept_id, position, language, text, status, part_of_speech, gender, note,
      type, number, register, forms, reason, instead, source, rules)
    SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7,
      value ->> 8, value ->> 9, value ->> 10, value ->> 11, value ->> 12, value ->> 13, value ->> 14, value ->> 15
    FROM json_each(${JSON.stringify(rows)})`.execute(db);
}

/** Puts relations in the place of those that concepts have, by the concepts' numbers. */
export async function setRelations(db: Db, wanted: ReadonlyMap<number, readonly Relation[]>): Promise<void> {
  if (wanted.size === 0) return;
  await db
    .deleteFrom('relation')
    .where('from_concept', 'in', inList([...wanted.keys()]))
    .execute();
  const rows = [...wanted].flatMap(([concept, relations]) =>
    relations.map(({ kind, to, of, since, until }, position) => [
      concept,
      position,
      kind,
      to,
      since,
      until,
      of ?? null,
    ]),
  );
  await sql`INSERT INTO relation (from_concept, position, kind, to_concept, since, until, of_concept)
    SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6
    FROM json_each(${JSON.stringify(rows)})`.execute(db);
}

export async function deleteConcepts(db: Db, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await db.deleteFrom('concept').where('id', 'in', inList(ids)).execute();
}
