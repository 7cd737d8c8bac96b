/**
 * Numbers of what was deleted are never given again: links, forms and undo of an old page would mean something else.
 * SQLite keeps the last number of a table only if it was made so, and a table that others refer to is
 * made anew only while foreign keys are off; where they are on, dropping the old one would delete all that refers to it.
 *
 * A bitext may be on its way in or out: its rows come and go some at a time, and nobody sees them.
 */
export const numbers: readonly string[] = [
  'CREATE TEMP TABLE guard (foreign_keys_are_off INTEGER CHECK (foreign_keys_are_off))',
  `INSERT INTO temp.guard SELECT foreign_keys = 0 OR NOT EXISTS (SELECT 1 FROM article UNION ALL SELECT 1 FROM glossary)
    FROM pragma_foreign_keys`,
  'DROP TABLE temp.guard',

  ...rebuildTable(
    'article',
    `language TEXT NOT NULL CHECK (language <> ''),
    title TEXT NOT NULL,
    publisher TEXT NOT NULL DEFAULT '',
    url TEXT NOT NULL DEFAULT '',
    published_on TEXT,
    translation_of INTEGER REFERENCES article (id),
    created_at TEXT NOT NULL`,
  ),
  'CREATE INDEX article_translation ON article (translation_of)',

  ...rebuildTable(
    'revision',
    `article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    number INTEGER NOT NULL CHECK (number > 0),
    text TEXT NOT NULL,
    blocks TEXT NOT NULL CHECK (json_valid(blocks)),
    created_at TEXT NOT NULL,
    UNIQUE (article_id, number)`,
  ),
  'CREATE INDEX revision_by_text ON revision (length(text), substr(text, 1, 100))',
  `CREATE TRIGGER revision_immutable BEFORE UPDATE ON revision BEGIN
    SELECT RAISE(ABORT, 'a revision is never changed');
  END`,

  ...rebuildTable(
    'bitext',
    `source_revision_id INTEGER NOT NULL REFERENCES revision (id),
    target_revision_id INTEGER NOT NULL REFERENCES revision (id),
    source_language TEXT NOT NULL,
    target_language TEXT NOT NULL,
    title TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'aligning', 'ready', 'failed', 'importing', 'deleting')),
    progress REAL NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 1),
    problem TEXT NOT NULL DEFAULT '',
    next_id INTEGER NOT NULL,
    archived_at TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    kinship REAL CHECK (kinship BETWEEN 0 AND 1)`,
  ),
  'CREATE INDEX bitext_source ON bitext (source_revision_id)',
  'CREATE INDEX bitext_target ON bitext (target_revision_id)',
  `CREATE TRIGGER bitext_unindexed AFTER DELETE ON bitext BEGIN
    DELETE FROM unindexed WHERE bitext_id = old.id;
  END`,

  ...rebuildTable(
    'comment',
    `bitext_id INTEGER NOT NULL REFERENCES bitext (id) ON DELETE CASCADE,
    side TEXT NOT NULL CHECK (side IN ('source', 'target')),
    segment_id INTEGER NOT NULL,
    author TEXT NOT NULL,
    at TEXT NOT NULL,
    text TEXT NOT NULL CHECK (text <> '')`,
  ),
  'CREATE INDEX comment_segment ON comment (bitext_id, side, segment_id)',

  ...rebuildTable(
    'glossary',
    `name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    created_at TEXT NOT NULL,
    position INTEGER NOT NULL DEFAULT 0,
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))`,
  ),
  `CREATE TRIGGER glossary_update_version AFTER UPDATE ON glossary BEGIN
    UPDATE glossary_version SET version = version + 1;
  END`,

  ...rebuildTable(
    'concept',
    `glossary_id INTEGER NOT NULL REFERENCES glossary (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation', 'role', 'place', 'event', 'term')),
    definition TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    updated_at TEXT NOT NULL,
    subject_field TEXT NOT NULL DEFAULT '',
    image TEXT NOT NULL DEFAULT '',
    ids TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(ids)),
    source TEXT NOT NULL DEFAULT ''`,
  ),
  'CREATE INDEX concept_glossary ON concept (glossary_id)',
  ...['INSERT', 'UPDATE', 'DELETE'].map(
    (change) => `CREATE TRIGGER concept_${change.toLowerCase()}_version AFTER ${change} ON concept BEGIN
      UPDATE glossary_version SET version = version + 1;
    END`,
  ),
  // The history of the glossary knows the numbers of concepts that are gone.
  "DELETE FROM sqlite_sequence WHERE name = 'concept'",
  `INSERT INTO sqlite_sequence (name, seq) SELECT 'concept', max(
    coalesce((SELECT max(id) FROM concept), 0), coalesce((SELECT max(concept_id) FROM glossary_edit), 0))`,

  ...rebuildTable(
    'dismissal',
    `bitext_id INTEGER REFERENCES bitext (id) ON DELETE CASCADE,
    finding TEXT NOT NULL,
    reason TEXT NOT NULL,
    author TEXT NOT NULL,
    at TEXT NOT NULL`,
  ),
  'CREATE INDEX dismissal_finding ON dismissal (finding)',

  ...rebuildTable(
    'break_rule',
    `position INTEGER NOT NULL,
    language TEXT NOT NULL,
    breaks INTEGER NOT NULL CHECK (breaks IN (0, 1)),
    before_break TEXT NOT NULL,
    after_break TEXT NOT NULL,
    origin TEXT NOT NULL,
    CHECK (before_break <> '' OR after_break <> '')`,
  ),
  'CREATE INDEX break_rule_order ON break_rule (language, position)',

  ...rebuildTable(
    'import_journal',
    `name TEXT NOT NULL,
    job TEXT NOT NULL,
    begun_at TEXT NOT NULL,
    process INTEGER NOT NULL,
    total INTEGER NOT NULL,
    stored INTEGER NOT NULL DEFAULT 0,
    stopped INTEGER NOT NULL DEFAULT 0 CHECK (stopped IN (0, 1))`,
  ),
];

/** The columns stand in the order that they have in the old table. Its indexes and triggers go with it. */
function rebuildTable(table: string, columns: string): string[] {
  return [
    `CREATE TABLE new_${table} (\n    id INTEGER PRIMARY KEY AUTOINCREMENT,\n    ${columns}\n  ) STRICT`,
    `INSERT INTO new_${table} SELECT * FROM ${table}`,
    `DROP TABLE ${table}`,
    `ALTER TABLE new_${table} RENAME TO ${table}`,
  ];
}
