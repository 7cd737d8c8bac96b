/**
 * Who translates and revises what, until when, and how far it is. No row is a translation with which nobody has begun; the ids
 * are of accounts, and outlive nothing but what they name. Who changed the words of a row, and of a translation, last is kept
 * for desks on which nobody signs for words of their own.
 *
 * What is published is locked: the database itself refuses to change its rows and its title, whatever way a change takes. A
 * later migration that has to touch them drops these triggers first and makes them again.
 */
const locked = (row: string, key = 'bitext_id') =>
  `(SELECT state FROM workflow WHERE bitext_id = ${row}.${key}) = 'published'`;

const refusal = `BEGIN SELECT RAISE(ABORT, 'locked: the translation is published'); END`;

export const workflow: readonly string[] = [
  `CREATE TABLE workflow (
    bitext_id INTEGER PRIMARY KEY REFERENCES bitext (id) ON DELETE CASCADE,
    state TEXT NOT NULL CHECK (state IN ('new', 'assigned', 'review', 'reviewed', 'published')),
    translator TEXT NOT NULL DEFAULT '',
    reviser TEXT NOT NULL DEFAULT '',
    due_on TEXT NOT NULL DEFAULT '',
    signed_by TEXT NOT NULL DEFAULT '',
    changed_at TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX workflow_translator ON workflow (translator)',
  'CREATE INDEX workflow_reviser ON workflow (reviser)',
  "ALTER TABLE bead ADD COLUMN worded_by TEXT NOT NULL DEFAULT ''",
  "ALTER TABLE bitext ADD COLUMN worded_by TEXT NOT NULL DEFAULT ''",
  'CREATE TABLE desk_setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID',
  ...['segment', 'bead'].flatMap((table) => [
    `CREATE TRIGGER ${table}_locked_insert BEFORE INSERT ON ${table} WHEN ${locked('new')} ${refusal}`,
    `CREATE TRIGGER ${table}_locked_update BEFORE UPDATE ON ${table} WHEN ${locked('old')} ${refusal}`,
    `CREATE TRIGGER ${table}_locked_delete BEFORE DELETE ON ${table} WHEN ${locked('old')} ${refusal}`,
  ]),
  `CREATE TRIGGER bitext_locked BEFORE UPDATE OF title, source_revision_id, target_revision_id ON bitext
    WHEN ${locked('old', 'id')} ${refusal}`,
];
