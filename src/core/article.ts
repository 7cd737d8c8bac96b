/** What labels of an article say: which desk it is for, what it is about, who asked for it. */
export const LABEL_KINDS = ['desk', 'topic', 'client'] as const;
export type LabelKind = (typeof LABEL_KINDS)[number];

export interface Label {
  readonly kind: LabelKind;
  readonly name: string;
}

/** A page of the same content in another language, as a page names it. */
export interface LanguageVersion {
  /** BCP 47 tag. */
  readonly language: string;
  readonly address: string;
}

/** What stands about an article besides its text. Dates are ISO 8601; what is not known is empty. */
export interface ArticleDetails {
  readonly title: string;
  readonly publisher: string;
  readonly author: string;
  readonly published: string;
  readonly address: string;
  readonly licence: string;
}
