/**
 * What was deleted, for a while: an entry of what it is, and the rows themselves, taken out of their tables so that no query
 * can find them there. `trash_key` says which texts, articles and revisions an entry holds, and which it needs to come back.
 *
 * A long text comes and goes some rows at a time. An entry is on its way in ("entering"), there ("kept"), on its way back
 * ("leaving") or being removed for good ("ending"); `program` is that which is at it, by an id that outlives the program's row.
 */
export const trash: readonly string[] = [
  `CREATE TABLE trash (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('bitext', 'article', 'translation', 'revision', 'concepts')),
    title TEXT NOT NULL,
    number INTEGER NOT NULL,
    author TEXT NOT NULL,
    at TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('entering', 'kept', 'leaving', 'ending')),
    program TEXT NOT NULL DEFAULT '',
    batch INTEGER,
    states TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(states)),
    links TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(links))
  ) STRICT`,
  'CREATE INDEX trash_at ON trash (at)',
  `CREATE TABLE trash_key (
    trash_id INTEGER NOT NULL REFERENCES trash (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('bitext', 'article', 'revision')),
    number INTEGER NOT NULL,
    held INTEGER NOT NULL CHECK (held IN (0, 1)),
    PRIMARY KEY (trash_id, kind, number)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX trash_key_number ON trash_key (kind, number)',
  `CREATE TABLE trash_rows (
    trash_id INTEGER NOT NULL REFERENCES trash (id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    name TEXT NOT NULL,
    content TEXT NOT NULL CHECK (json_valid(content)),
    PRIMARY KEY (trash_id, seq)
  ) STRICT`,
];
