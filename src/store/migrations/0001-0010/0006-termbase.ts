/** What stands there of a change of a concept, or null. */
const SNAPSHOT = 'TEXT CHECK (%s IS NULL OR json_valid(%s))';
const snapshot = (name: string) => `${name} ${SNAPSHOT.replaceAll('%s', name)}`;

/**
 * The termbase: several glossaries, richer concepts and terms, who holds which
 * post, every change, what people have said of findings and candidates, and a
 * full-text index of terms.
 */
export const termbase: readonly string[] = [
  'ALTER TABLE glossary ADD COLUMN position INTEGER NOT NULL DEFAULT 0',
  'ALTER TABLE glossary ADD COLUMN active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))',
  `CREATE TABLE bitext_glossary (
    bitext_id INTEGER NOT NULL REFERENCES bitext (id) ON DELETE CASCADE,
    glossary_id INTEGER NOT NULL REFERENCES glossary (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    PRIMARY KEY (bitext_id, glossary_id)
  ) STRICT, WITHOUT ROWID`,

  "ALTER TABLE concept ADD COLUMN subject_field TEXT NOT NULL DEFAULT ''",
  "ALTER TABLE concept ADD COLUMN image TEXT NOT NULL DEFAULT ''",
  "ALTER TABLE concept ADD COLUMN ids TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(ids))",
  "ALTER TABLE concept ADD COLUMN source TEXT NOT NULL DEFAULT ''",
  "ALTER TABLE term ADD COLUMN type TEXT NOT NULL DEFAULT ''",
  "ALTER TABLE term ADD COLUMN number TEXT NOT NULL DEFAULT ''",
  "ALTER TABLE term ADD COLUMN register TEXT NOT NULL DEFAULT ''",
  "ALTER TABLE term ADD COLUMN forms TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(forms))",
  "ALTER TABLE term ADD COLUMN reason TEXT NOT NULL DEFAULT ''",
  "ALTER TABLE term ADD COLUMN instead TEXT NOT NULL DEFAULT ''",
  "ALTER TABLE term ADD COLUMN source TEXT NOT NULL DEFAULT ''",

  `CREATE TABLE relation (
    from_concept INTEGER NOT NULL REFERENCES concept (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('holds', 'belongs-to')),
    to_concept INTEGER NOT NULL REFERENCES concept (id) ON DELETE CASCADE,
    since TEXT NOT NULL DEFAULT '',
    until TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (from_concept, position)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX relation_to ON relation (to_concept)',
  ...['INSERT', 'UPDATE', 'DELETE'].map(
    (change) => `CREATE TRIGGER relation_${change.toLowerCase()}_version AFTER ${change} ON relation BEGIN
      UPDATE glossary_version SET version = version + 1;
    END`,
  ),
  `CREATE TRIGGER glossary_update_version AFTER UPDATE ON glossary BEGIN
    UPDATE glossary_version SET version = version + 1;
  END`,

  `CREATE TABLE glossary_edit (
    id INTEGER PRIMARY KEY,
    batch INTEGER NOT NULL,
    concept_id INTEGER NOT NULL,
    author TEXT NOT NULL,
    at TEXT NOT NULL,
    label TEXT NOT NULL,
    ${snapshot('before')},
    ${snapshot('after')}
  ) STRICT`,
  'CREATE INDEX glossary_edit_batch ON glossary_edit (batch)',
  'CREATE INDEX glossary_edit_concept ON glossary_edit (concept_id)',

  `CREATE TABLE dismissal (
    id INTEGER PRIMARY KEY,
    bitext_id INTEGER REFERENCES bitext (id) ON DELETE CASCADE,
    finding TEXT NOT NULL,
    reason TEXT NOT NULL,
    author TEXT NOT NULL,
    at TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX dismissal_finding ON dismissal (finding)',
  `CREATE TABLE rejected_candidate (
    source_language TEXT NOT NULL,
    target_language TEXT NOT NULL,
    source TEXT NOT NULL,
    target TEXT NOT NULL,
    author TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (source_language, target_language, source, target)
  ) STRICT, WITHOUT ROWID`,

  `CREATE VIRTUAL TABLE term_fts USING fts5 (
    text, content = 'term', content_rowid = 'id', tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
  )`,
  "INSERT INTO term_fts (term_fts) VALUES ('rebuild')",
  `CREATE TRIGGER term_fts_insert AFTER INSERT ON term BEGIN
    INSERT INTO term_fts (rowid, text) VALUES (new.id, new.text);
  END`,
  `CREATE TRIGGER term_fts_delete AFTER DELETE ON term BEGIN
    INSERT INTO term_fts (term_fts, rowid, text) VALUES ('delete', old.id, old.text);
  END`,
  `CREATE TRIGGER term_fts_update AFTER UPDATE OF text ON term BEGIN
    INSERT INTO term_fts (term_fts, rowid, text) VALUES ('delete', old.id, old.text);
    INSERT INTO term_fts (rowid, text) VALUES (new.id, new.text);
  END`,
];
