/** Articles, bitexts, their edits, a glossary, and full-text search over the segments. */
export const start: readonly string[] = [
  `CREATE TABLE article (
    id INTEGER PRIMARY KEY,
    language TEXT NOT NULL CHECK (language <> ''),
    title TEXT NOT NULL,
    publisher TEXT NOT NULL DEFAULT '',
    url TEXT NOT NULL DEFAULT '',
    published_on TEXT,
    translation_of INTEGER REFERENCES article (id),
    created_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX article_translation ON article (translation_of)`,

  `CREATE TABLE revision (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    number INTEGER NOT NULL CHECK (number > 0),
    text TEXT NOT NULL,
    blocks TEXT NOT NULL CHECK (json_valid(blocks)),
    created_at TEXT NOT NULL,
    UNIQUE (article_id, number)
  ) STRICT`,
  `CREATE TRIGGER revision_immutable BEFORE UPDATE ON revision BEGIN
    SELECT RAISE(ABORT, 'a revision is never changed');
  END`,

  `CREATE TABLE bitext (
    id INTEGER PRIMARY KEY,
    source_revision_id INTEGER NOT NULL REFERENCES revision (id),
    target_revision_id INTEGER NOT NULL REFERENCES revision (id),
    source_language TEXT NOT NULL,
    target_language TEXT NOT NULL,
    title TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'aligning', 'ready', 'failed')),
    progress REAL NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 1),
    problem TEXT NOT NULL DEFAULT '',
    next_id INTEGER NOT NULL,
    archived_at TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX bitext_source ON bitext (source_revision_id)`,
  `CREATE INDEX bitext_target ON bitext (target_revision_id)`,

  `CREATE TABLE segment (
    bitext_id INTEGER NOT NULL REFERENCES bitext (id) ON DELETE CASCADE,
    side TEXT NOT NULL CHECK (side IN ('source', 'target')),
    id INTEGER NOT NULL,
    position REAL NOT NULL,
    paragraph INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('headline', 'body', 'caption', 'credit', 'byline')),
    text TEXT NOT NULL CHECK (text <> ''),
    UNIQUE (bitext_id, side, id)
  ) STRICT`,
  `CREATE INDEX segment_order ON segment (bitext_id, side, position)`,

  `CREATE TABLE bead (
    bitext_id INTEGER NOT NULL REFERENCES bitext (id) ON DELETE CASCADE,
    id INTEGER NOT NULL,
    position REAL NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('proposed', 'confirmed', 'flagged', 'excluded')),
    confidence REAL CHECK (confidence BETWEEN 0 AND 1),
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (bitext_id, id)
  ) STRICT`,
  `CREATE INDEX bead_order ON bead (bitext_id, position)`,

  `CREATE TABLE bead_segment (
    bitext_id INTEGER NOT NULL,
    side TEXT NOT NULL,
    segment_id INTEGER NOT NULL,
    bead_id INTEGER NOT NULL,
    PRIMARY KEY (bitext_id, side, segment_id),
    FOREIGN KEY (bitext_id, side, segment_id) REFERENCES segment (bitext_id, side, id) ON DELETE CASCADE,
    FOREIGN KEY (bitext_id, bead_id) REFERENCES bead (bitext_id, id) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX bead_segment_bead ON bead_segment (bitext_id, bead_id)`,

  `CREATE TABLE edit (
    bitext_id INTEGER NOT NULL REFERENCES bitext (id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    client_id TEXT NOT NULL UNIQUE,
    author TEXT NOT NULL,
    at TEXT NOT NULL,
    label TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped', 'reverse')),
    forward TEXT NOT NULL CHECK (json_valid(forward)),
    inverse TEXT NOT NULL CHECK (json_valid(inverse)),
    PRIMARY KEY (bitext_id, seq)
  ) STRICT`,
  `CREATE INDEX edit_state ON edit (bitext_id, state, seq)`,

  `CREATE TABLE glossary (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    created_at TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE concept (
    id INTEGER PRIMARY KEY,
    glossary_id INTEGER NOT NULL REFERENCES glossary (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation', 'role', 'place', 'event', 'term')),
    definition TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    updated_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX concept_glossary ON concept (glossary_id)`,
  `CREATE TABLE term (
    id INTEGER PRIMARY KEY,
    concept_id INTEGER NOT NULL REFERENCES concept (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    language TEXT NOT NULL CHECK (language <> ''),
    text TEXT NOT NULL CHECK (text <> ''),
    status TEXT NOT NULL CHECK (status IN ('preferred', 'admitted', 'deprecated', 'forbidden')),
    part_of_speech TEXT NOT NULL DEFAULT '',
    gender TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT ''
  ) STRICT`,
  `CREATE INDEX term_concept ON term (concept_id, position)`,
  `CREATE INDEX term_text ON term (text)`,

  `CREATE VIRTUAL TABLE segment_fts USING fts5 (
    text, content = 'segment', content_rowid = 'rowid', tokenize = "unicode61 remove_diacritics 2"
  )`,
  `CREATE TRIGGER segment_fts_insert AFTER INSERT ON segment BEGIN
    INSERT INTO segment_fts (rowid, text) VALUES (new.rowid, new.text);
  END`,
  `CREATE TRIGGER segment_fts_delete AFTER DELETE ON segment BEGIN
    INSERT INTO segment_fts (segment_fts, rowid, text) VALUES ('delete', old.rowid, old.text);
  END`,
  `CREATE TRIGGER segment_fts_update AFTER UPDATE OF text ON segment BEGIN
    INSERT INTO segment_fts (segment_fts, rowid, text) VALUES ('delete', old.rowid, old.text);
    INSERT INTO segment_fts (rowid, text) VALUES (new.rowid, new.text);
  END`,
];
