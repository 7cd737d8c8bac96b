import type { Request } from 'express';
import { z } from 'zod';
import type { App } from '../../../app/app.ts';
import { getConcept, listConcepts } from '../../../app/glossary/concepts.ts';
import {
  CONCEPT_KINDS,
  CONCEPT_STATES,
  type Concept,
  GENDERS,
  NUMBERS,
  REGISTERS,
  RELATION_KINDS,
  type Relation,
  TERM_STATUSES,
  TERM_TYPES,
  type Term,
} from '../../../core/glossary/concept.ts';
import { termFrom } from '../../../core/glossary/term-cells.ts';
import { msg, verbatim } from '../../../core/message.ts';
import { Problem } from '../../../core/problem.ts';
import { isWebAddress } from '../../../core/text/web-address.ts';
import { listOf, readForm, textUpTo } from '../../forms.ts';

/** A concept's form: terms and relations come as parallel lists, a line of the form each. */
const ConceptForm = z.object({
  kind: z.enum(CONCEPT_KINDS),
  glossary: z.coerce.number().int().optional(),
  definition: textUpTo(5000),
  note: textUpTo(5000),
  subjectField: textUpTo(200),
  image: textUpTo(2000),
  ids: textUpTo(2000),
  conceptSource: textUpTo(2000),
  state: z.enum(['', ...CONCEPT_STATES]).default(''),
  owner: textUpTo(200),
  language: listOf(z.string().trim()),
  text: listOf(z.string().trim().max(500)),
  status: listOf(z.enum(TERM_STATUSES)),
  gender: listOf(z.enum([...GENDERS, ''])),
  partOfSpeech: listOf(z.string().trim()),
  termNote: listOf(z.string().trim()),
  type: listOf(z.enum([...TERM_TYPES, ''])),
  number: listOf(z.enum([...NUMBERS, ''])),
  register: listOf(z.enum([...REGISTERS, ''])),
  forms: listOf(z.string().trim()),
  reason: listOf(z.string().trim()),
  instead: listOf(z.string().trim()),
  termSource: listOf(z.string().trim()),
  rules: listOf(z.string().trim()),
  relation: listOf(z.enum([...RELATION_KINDS, ''])),
  relationTo: listOf(z.string().trim()),
  relationOf: listOf(z.string().trim()),
  since: listOf(z.string().trim()),
  until: listOf(z.string().trim()),
});
type ConceptLines = z.output<typeof ConceptForm>;

/** A concept as it is typed: what it relates to may be named by words that no concept has yet. */
export type ConceptDraft = Omit<Concept, 'relations'> & {
  readonly relations?: readonly Relation<number | string>[];
};

/** What a form says, without looking anything up: it comes back with every refusal. */
export function typedConcept(request: Request): { concept: ConceptDraft; glossary: number | undefined } {
  const form = readForm(ConceptForm, request.body);
  const { kind, definition, note, subjectField, image, conceptSource: source } = form;
  const relations = form.relationTo.flatMap((to, i) => {
    const relation = form.relation[i];
    const of = form.relationOf[i];
    if (!to || !relation) return [];
    return [{ kind: relation, to, ...(of && { of }), since: form.since[i] ?? '', until: form.until[i] ?? '' }];
  });
  const concept = { kind, definition, note, terms: termsIn(form), subjectField, image, source, ids: idsIn(form.ids) };
  return { glossary: form.glossary, concept: { ...concept, ...decisionIn(form), relations } };
}

/** Who looks after a concept and how far it is decided on; by whom, is found out when it is saved. */
function decisionIn({ state, owner }: ConceptLines): Pick<Concept, 'state' | 'owner'> {
  return { ...(state && { state }), ...(owner && { owner }) };
}

/** The concept that a form describes, and the glossary that it is to stand in. */
export async function conceptFrom(
  app: App,
  request: Request,
): Promise<{ concept: Concept; glossary: number | undefined }> {
  const form = readForm(ConceptForm, request.body);
  const { kind, definition, note, subjectField, image, conceptSource: source } = form;
  if (image && !isWebAddress(image)) {
    throw new Problem(
      'bad-request',
      'The address of the picture is not an address on the web.',
      verbatim(image.slice(0, 100)),
      'Begin it with https:// or http://.',
    );
  }
  const relations = await relationsIn(app, form);
  const ids = idsIn(form.ids);
  return {
    glossary: form.glossary,
    concept: {
      kind,
      definition,
      note,
      terms: termsIn(form),
      ...(subjectField && { subjectField }),
      ...(image && { image }),
      ...(source && { source }),
      ...(Object.keys(ids).length > 0 && { ids }),
      ...(relations.length > 0 && { relations }),
      ...decisionIn(form),
    },
  };
}

function termsIn(form: ConceptLines): Term[] {
  return form.text.flatMap((words, i): Term[] => {
    if (!words) return [];
    return [
      termFrom({
        text: words,
        language: form.language[i] ?? '',
        status: form.status[i],
        gender: form.gender[i],
        partOfSpeech: form.partOfSpeech[i],
        note: form.termNote[i],
        type: form.type[i],
        number: form.number[i],
        register: form.register[i],
        forms: form.forms[i],
        reason: form.reason[i],
        instead: form.instead[i],
        source: form.termSource[i],
        rules: form.rules[i],
      }),
    ];
  });
}

function relationsIn(app: App, form: ConceptLines): Promise<Relation[]> {
  return Promise.all(
    form.relationTo.flatMap((to, i): Promise<Relation>[] => {
      const [kind, of] = [form.relation[i], form.relationOf[i]];
      if (!to || !kind) return [];
      const [since = '', until = ''] = [form.since[i], form.until[i]];
      const named = Promise.all([conceptNamed(app, to), of ? conceptNamed(app, of) : undefined]);
      return [named.then(([id, place]) => ({ kind, to: id, ...(place && { of: place }), since, until }))];
    }),
  );
}

/** Numbers in other collections, a line each: "wikidata = Q42". */
function idsIn(lines: string): Record<string, string> {
  return Object.fromEntries(
    lines
      .split(/[\r\n]+/u)
      .map((line) => /^\s*([^\s=:]+)\s*[=:\s]\s*(.+?)\s*$/u.exec(line))
      .flatMap((found) => (found ? [[found[1]!, found[2]!] as const] : [])),
  );
}

/** A concept that a form names by its number ("#12", "12 …") or by one of its terms. */
async function conceptNamed(app: App, named: string): Promise<number> {
  const number = /^#?(\d+)(?:\s|$)/u.exec(named)?.[1];
  if (number) return (await getConcept(app, Number(number))).id;
  const { concepts } = await listConcepts(app, { search: named });
  const exact = concepts.find(({ terms }) => terms.some((term) => term.text.toLowerCase() === named.toLowerCase()));
  const found = exact ?? concepts[0];
  if (!found) {
    throw new Problem(
      'bad-request',
      msg('No concept is named “{named}”.', { named }),
      '',
      'Write one of its terms, or its number; make it first if it is not there.',
    );
  }
  return found.id;
}
