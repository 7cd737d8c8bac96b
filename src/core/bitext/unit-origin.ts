import type { Side } from './bitext.ts';

/** A property that another tool gave a unit; of one type there may be several. */
export type UnitProp = readonly [type: string, value: string];

/** Who did something, by name, and when, ISO 8601 in UTC; either may be missing. */
export interface Stamp {
  readonly by?: string;
  readonly at?: string;
}

/** What a file says of the life of a unit, or of one of its texts. */
export interface UnitLife {
  readonly created?: Stamp;
  readonly changed?: Stamp;
  /** How often it was used, as the file writes it, and when last. */
  readonly used?: { readonly count?: string; readonly at?: string };
}

/** What a file says of one text of a unit. */
export interface SideOrigin extends UnitLife {
  readonly notes?: readonly string[];
  readonly props?: readonly UnitProp[];
}

/** The state of a translation in the words of XLIFF 1.2 (`approved`, `state`, `state-qualifier`) or 2 (`state`, `subState`). */
export interface TranslationState {
  readonly version: 1 | 2;
  readonly approved?: boolean;
  readonly state?: string;
  readonly qualifier?: string;
}

/** What a file says about a unit and this program does not use: it is kept for the next file that the unit is written to. */
export interface UnitOrigin extends UnitLife {
  /** Its name in the file. */
  readonly id?: string;
  /** The document that it comes from, where its file holds several or has another name. */
  readonly document?: string;
  /** The notes of the unit itself, where they are not its only ones or are several. */
  readonly notes?: readonly string[];
  readonly sides?: Readonly<Partial<Record<Side, SideOrigin>>>;
  readonly state?: TranslationState;
}

/** All properties of a unit and of its texts. */
export function allProps(props: readonly UnitProp[], { sides }: UnitOrigin): UnitProp[] {
  return [...props, ...(sides?.source?.props ?? []), ...(sides?.target?.props ?? [])];
}

/** Whether a translation is one that nobody has finished, by the words of either version. */
export function isDraft({ state = '' }: TranslationState): boolean {
  return state === 'initial' || state === 'new' || /^needs-(?!review)/u.test(state);
}

/** The later of two stamps; one without a time only if there is no other. */
export function later(a: Stamp | undefined, b: Stamp | undefined): Stamp | undefined {
  if (!a || !b) return a ?? b;
  return (b.at ?? '') >= (a.at ?? '') ? b : a;
}

/** The last change of a unit and of the texts of it that are kept. */
export function lastChange({ changed, sides }: UnitOrigin): Stamp | undefined {
  return later(later(changed, sides?.source?.changed), sides?.target?.changed);
}
