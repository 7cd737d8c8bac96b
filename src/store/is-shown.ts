import { sql } from 'kysely';

/**
 * Whether people see a bitext: one whose rows come or go some at a time is seen by nobody. Every list and
 * search of bitexts asks for it, those of rows for `hasAllRows`; a query that names the table otherwise than "bitext" cannot.
 */
export const isShown = sql<boolean>`(bitext.state NOT IN ('importing', 'deleting'))`;

/** Whether the rows of a bitext may be read: while it is aligned or imported only some of them may be there. */
export const hasAllRows = sql<boolean>`(bitext.state = 'ready')`;
