import { sql } from 'kysely';

/**
 * Whether people see a concept: while a change of very many is carried out, nobody sees those that come or go with it.
 * Every query that names the table "concept" asks for it, but for those that carry such a change out.
 */
export const isShownConcept = sql<boolean>`NOT EXISTS (
  SELECT 1 FROM glossary_change change JOIN glossary_edit own ON own.batch = change.batch
  WHERE change.state <> 'planned' AND own.concept_id = concept.id AND (own.before IS NULL OR own.after IS NULL))`;

/** Whether people see a change of the history: one of very many concepts is seen once it is whole. */
export const isWholeChange = sql<boolean>`glossary_edit.batch NOT IN (SELECT batch FROM glossary_change)`;
