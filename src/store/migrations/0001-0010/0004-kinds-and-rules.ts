const KINDS = "'headline', 'dek', 'byline', 'dateline', 'heading', 'body', 'quote', 'list-item', 'caption', 'credit'";

/**
 * More kinds of segment, what people have said of publishers' lines, and
 * people's own rules for sentence breaks. A column is put beside the old one and
 * takes its name, since a table that others refer to cannot be made anew.
 */
export const kindsAndRules: readonly string[] = [
  `ALTER TABLE segment ADD COLUMN new_kind TEXT NOT NULL DEFAULT 'body' CHECK (new_kind IN (${KINDS}))`,
  'UPDATE segment SET new_kind = kind',
  'ALTER TABLE segment DROP COLUMN kind',
  'ALTER TABLE segment RENAME COLUMN new_kind TO kind',
  `CREATE TABLE publisher_line (
    publisher TEXT NOT NULL,
    line TEXT NOT NULL CHECK (line <> ''),
    kind TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    PRIMARY KEY (publisher, line)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE break_rule (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    language TEXT NOT NULL,
    breaks INTEGER NOT NULL CHECK (breaks IN (0, 1)),
    before_break TEXT NOT NULL,
    after_break TEXT NOT NULL,
    origin TEXT NOT NULL,
    CHECK (before_break <> '' OR after_break <> '')
  ) STRICT`,
  'CREATE INDEX break_rule_order ON break_rule (language, position)',
];
