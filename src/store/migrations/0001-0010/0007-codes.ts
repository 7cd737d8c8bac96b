/** The inline codes of a bitext, by the character that stands for each in its texts. */
export const codes: readonly string[] = [
  `CREATE TABLE inline_code (
    bitext_id INTEGER NOT NULL REFERENCES bitext (id) ON DELETE CASCADE,
    point INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('open', 'close', 'alone')),
    element TEXT NOT NULL,
    pair TEXT NOT NULL,
    data TEXT NOT NULL,
    attributes TEXT NOT NULL CHECK (json_valid(attributes)),
    PRIMARY KEY (bitext_id, point)
  ) STRICT, WITHOUT ROWID`,
];
