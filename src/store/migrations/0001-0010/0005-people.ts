/**
 * Names of people, comments, who changed a row last, the words that a row had
 * in the version before, and a number that grows with every change of a glossary.
 *
 * A comment hangs on a segment, since rows come and go with every merge and
 * split. It names no segment by a foreign key: undo may bring one back.
 */
export const people: readonly string[] = [
  `CREATE TABLE person (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    updated_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE comment (
    id INTEGER PRIMARY KEY,
    bitext_id INTEGER NOT NULL REFERENCES bitext (id) ON DELETE CASCADE,
    side TEXT NOT NULL CHECK (side IN ('source', 'target')),
    segment_id INTEGER NOT NULL,
    author TEXT NOT NULL,
    at TEXT NOT NULL,
    text TEXT NOT NULL CHECK (text <> '')
  ) STRICT`,
  'CREATE INDEX comment_segment ON comment (bitext_id, side, segment_id)',
  "ALTER TABLE bead ADD COLUMN changed_by TEXT NOT NULL DEFAULT ''",
  "ALTER TABLE bead ADD COLUMN changed_at TEXT NOT NULL DEFAULT ''",
  `CREATE TABLE bead_before (
    bitext_id INTEGER NOT NULL,
    bead_id INTEGER NOT NULL,
    source TEXT NOT NULL,
    target TEXT NOT NULL,
    PRIMARY KEY (bitext_id, bead_id),
    FOREIGN KEY (bitext_id, bead_id) REFERENCES bead (bitext_id, id) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID`,
  'CREATE TABLE glossary_version (version INTEGER NOT NULL) STRICT',
  'INSERT INTO glossary_version (version) VALUES (0)',
  ...['concept', 'term'].flatMap((table) =>
    ['INSERT', 'UPDATE', 'DELETE'].map(
      (change) => `CREATE TRIGGER ${table}_${change.toLowerCase()}_version AFTER ${change} ON ${table} BEGIN
        UPDATE glossary_version SET version = version + 1;
      END`,
    ),
  ),
];
