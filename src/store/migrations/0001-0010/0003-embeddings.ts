/** Vectors that an embeddings server gave, so that no text is asked for twice. */
export const embeddings: readonly string[] = [
  `CREATE TABLE embedding (
    model TEXT NOT NULL,
    hash TEXT NOT NULL,
    vector BLOB NOT NULL,
    PRIMARY KEY (model, hash)
  ) STRICT, WITHOUT ROWID`,
];
