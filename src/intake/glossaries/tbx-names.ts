/** Elements of TBX 2 and 3 that hold other elements and no text of their own, in small letters. */
export const HOLDER_ELEMENTS: ReadonlySet<string> = new Set(
  'martif tbx text body back martifheader tbxheader filedesc titlestmt publicationstmt sourcedesc encodingdesc revisiondesc change termentry conceptentry langset langsec tig ntig termgrp termsec termnotegrp descripgrp descripnotegrp admingrp adminnotegrp transacgrp refobjectlist refobject refobjectsec itemset itemgrp termcomplist termcompgrp'.split(
    ' ',
  ),
);
export const ENTRY_ELEMENTS: ReadonlySet<string> = new Set(['termentry', 'conceptentry']);
export const LANGUAGE_ELEMENTS: ReadonlySet<string> = new Set(['langset', 'langsec']);
export const TERM_ELEMENTS: ReadonlySet<string> = new Set(['tig', 'ntig', 'termsec']);
/** What stands around the entries: about the file, and what they refer to. */
export const OUTER_ELEMENTS: ReadonlySet<string> = new Set(['martifheader', 'tbxheader', 'back']);

/** Data categories that have a field in a concept or a term. */
export const CONCEPT_CATEGORIES: ReadonlySet<string> = new Set([
  'subjectField',
  'definition',
  'source',
  'conceptKind',
  'image',
]);
export const TERM_CATEGORIES: ReadonlySet<string> = new Set([
  'term',
  'administrativeStatus',
  'usageStatus',
  'normativeAuthorization',
  'partOfSpeech',
  'grammaticalGender',
  'grammaticalNumber',
  'register',
  'termType',
  'source',
]);
/** Those of which several in one place say more than the first. */
export const REPEATED_CATEGORIES: ReadonlySet<string> = new Set([
  'term',
  'source',
  'definition',
  'note',
  'x-form',
  'x-id',
  'x-relation',
  'x-rule',
]);
