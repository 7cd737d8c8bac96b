/**
 * Small words in and around names. Names and titles cross languages ("the mayor
 * Charles de Brun"), so each pack lists those of its own language and every
 * pack gets the lists of all packs together. ’ stands for any apostrophe.
 */
export interface NameWords {
  /** Words before and within names that say nothing about who is meant, in Latin letters without accents: "mr", "von". */
  readonly titles: readonly string[];
  /** Titles that have a capital before a name: "president". */
  readonly ranks: readonly string[];
  /** Words that may stand within a name: "of", "de", "l’". */
  readonly particles: readonly string[];
  /** Articles that may follow such a word: "of *the*". */
  readonly particleArticles: readonly string[];
  /** Particles behind which a name says where somebody belongs: "Carlos Mendoza *of* Marivia". */
  readonly belonging: readonly string[];
  /** What may stand before a name with an apostrophe: "l", "qu". */
  readonly elided: readonly string[];
  /** Words within names that have no counterpart of their own in other languages: "of", "the". */
  readonly small: readonly string[];
  /** Words that make a region's name with another before it or behind it: "North", "du Nord". */
  readonly directionsBefore: readonly string[];
  readonly directionsBehind: readonly string[];
  /** Words before somebody's post: "the", "its", "’s". */
  readonly determiners: readonly string[];
  /** Words before a determiner that show that it opens no post: "frère *de* la …". */
  readonly beforeDeterminers: readonly string[];
  /** Articles of a post behind a name: "Yves Tanguy, *le* maire". */
  readonly apposed: readonly string[];
  /** Words between a post and the name of the body it is in, and the articles behind them: "mayor *of the* …". */
  readonly complements: readonly string[];
  readonly complementArticles: readonly string[];
  /** Articles between a title and the person's name. */
  readonly betweenTitleAndName: readonly string[];
  /** Particles between the names of one person: "Ursula *von der* Leyen". */
  readonly familyParticles: readonly string[];
  /** What a possessive adds to a name: "’s". */
  readonly possessives: readonly string[];
  /** Endings of men's family names to which those of women add "a", in Latin letters: "ov". */
  readonly familyEndings: readonly string[];
}

/** The lists of several packs as one. */
export function joinNameWords(lists: readonly Partial<NameWords>[]): NameWords {
  const joined = (key: keyof NameWords) => [...new Set(lists.flatMap((words) => words[key] ?? []))];
  return {
    titles: joined('titles'),
    ranks: joined('ranks'),
    particles: joined('particles'),
    particleArticles: joined('particleArticles'),
    belonging: joined('belonging'),
    elided: joined('elided'),
    small: joined('small'),
    directionsBefore: joined('directionsBefore'),
    directionsBehind: joined('directionsBehind'),
    determiners: joined('determiners'),
    beforeDeterminers: joined('beforeDeterminers'),
    apposed: joined('apposed'),
    complements: joined('complements'),
    complementArticles: joined('complementArticles'),
    betweenTitleAndName: joined('betweenTitleAndName'),
    familyParticles: joined('familyParticles'),
    possessives: joined('possessives'),
    familyEndings: joined('familyEndings'),
  };
}
