/**
 * Articles as people look for them: who wrote them and under which licence, the state that a form was made from, their labels.
 * A memory has articles, too, which hold no text of their own and are no articles to anybody.
 */
export const articles: readonly string[] = [
  "ALTER TABLE article ADD COLUMN author TEXT NOT NULL DEFAULT ''",
  "ALTER TABLE article ADD COLUMN licence TEXT NOT NULL DEFAULT ''",
  'ALTER TABLE article ADD COLUMN version INTEGER NOT NULL DEFAULT 1',
  'ALTER TABLE article ADD COLUMN memory INTEGER NOT NULL DEFAULT 0 CHECK (memory IN (0, 1))',
  `UPDATE article SET memory = 1 WHERE EXISTS (
    SELECT 1 FROM revision WHERE article_id = article.id AND blocks = '[]' AND text = article.title)`,
  `CREATE TABLE article_label (
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('desk', 'topic', 'client')),
    name TEXT NOT NULL CHECK (name <> ''),
    PRIMARY KEY (kind, name, article_id)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX article_label_article ON article_label (article_id)',
];
