import { LABEL_KINDS, type Label, type LabelKind } from '../../core/article.ts';
import { inList } from '../in-list.ts';
import type { Db } from '../open-store.ts';

/** The labels of some articles, by article, in the order of their kinds and names. */
export async function labelsOf(db: Db, articles: readonly number[]): Promise<Map<number, Label[]>> {
  const rows = await db
    .selectFrom('article_label')
    .selectAll()
    .where('article_id', 'in', inList(articles))
    .orderBy('name')
    .execute();
  const labels = new Map<number, Label[]>();
  for (const kind of LABEL_KINDS) {
    for (const row of rows.filter((one) => one.kind === kind)) {
      const own = labels.get(row.article_id);
      if (own) own.push({ kind, name: row.name });
      else labels.set(row.article_id, [{ kind, name: row.name }]);
    }
  }
  return labels;
}

/** Gives an article these labels in the place of those that it has. */
export async function setLabels(db: Db, article: number, labels: readonly Label[]): Promise<void> {
  await db.deleteFrom('article_label').where('article_id', '=', article).execute();
  if (labels.length === 0) return;
  const rows = labels.map(({ kind, name }) => ({ article_id: article, kind, name }));
  await db.insertInto('article_label').values(rows).execute();
}

/** Every label that an article has, once. */
export async function allLabels(db: Db): Promise<Label[]> {
  const rows = await db.selectFrom('article_label').select(['kind', 'name']).distinct().orderBy('name').execute();
  const order = (kind: LabelKind) => LABEL_KINDS.indexOf(kind);
  return rows.sort((a, b) => order(a.kind) - order(b.kind));
}
