import type { ParallelPage } from '../../app/export/parallel-text.ts';
import type { OpenArticle, StoredArticle } from '../../app/library/article.ts';
import type { ArticleList } from '../../app/library/articles.ts';
import type { ComparedRevisions } from '../../app/library/compare-revisions.ts';
import type { Workers } from '../../app/workflow/shown-workflow.ts';
import type { ArticleDetails, Label } from '../../core/article.ts';
import type { Problem } from '../../core/problem.ts';
import type { Person } from '../../core/workflow/person.ts';
import type { ArticlesSearch } from '../article-queries.ts';

/** What a page says about a translation after the text of its article was corrected. */
export interface RevisedNotice {
  readonly language: string;
  readonly bitext: number;
  readonly kept: number;
  readonly changed: number;
  readonly lost: number;
}

/** What each view of articles needs. */
export interface ArticleViews {
  /** With who works on translations, for the filter. */
  'library/articles': {
    list: ArticleList;
    search: ArticlesSearch;
    pages: number;
    isIndexing: boolean;
    people: readonly Person[];
  };
  'library/article': OpenArticle & { workers: Workers };
  'library/article-form': {
    article: StoredArticle;
    /** As it was typed, or as it is stored. */
    details: ArticleDetails;
    labels: Readonly<Record<Label['kind'], string>>;
    /** Of the article as it was when the form was shown. */
    version: number;
    /** What is stored now, where somebody has changed it meanwhile. */
    stored: { details: ArticleDetails; labels: Readonly<Record<Label['kind'], string>> } | null;
    known: readonly Label[];
    problem: Problem | null;
  };
  'library/article-text': {
    article: StoredArticle;
    text: string;
    /** The one that the text was made from. */
    revision: number;
    /** The text that is stored now, where somebody has changed it meanwhile. */
    stored: string | null;
    problem: Problem | null;
  };
  'library/revisions': ComparedRevisions & { revised: readonly RevisedNotice[] };
  'library/add-translation': {
    article: StoredArticle;
    typed: Readonly<Record<'text' | 'html' | 'language', string>>;
    problem: Problem | null;
  };
  'library/parallel': { id: number; parallel: ParallelPage; page: number };
}
