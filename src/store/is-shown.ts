import { sql } from 'kysely';

/**
 * Whether people see a bitext: one whose rows come or go some at a time is seen by nobody. Every list and
 * search of the store asks for it; a query that names the table otherwise than "bitext" cannot.
 */
export const isShown = sql<boolean>`(bitext.state NOT IN ('importing', 'deleting'))`;
