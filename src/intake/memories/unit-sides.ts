import { SIDES, type Side } from '../../core/bitext/bitext.ts';
import { closeness } from '../../core/text/language-tag.ts';
import { languageFromCode } from '../language-codes.ts';
import type { TranslationUnit, UnitVariant } from './units.ts';

/** The languages that are wanted of a memory. */
export type LanguagePair = readonly [from: string, to: string];

/** The variants of a unit by what they are of a pair of languages. */
export interface UnitSides extends Readonly<Record<Side, readonly UnitVariant[]>> {
  /** Those that are left out: of another language, script or, where the unit has the one that is wanted, variety. */
  readonly others: readonly UnitVariant[];
  /** Those that say what another variant of their side says. */
  readonly repeats: readonly UnitVariant[];
}

/** Tells what variants of units are of a pair of languages. */
export function sideTeller([from, to]: LanguagePair): (unit: TranslationUnit) => UnitSides {
  const fits = new Map<string, Readonly<Record<Side, number>>>();

  function fitOf({ language }: UnitVariant): Readonly<Record<Side, number>> {
    let fit = fits.get(language);
    if (!fit) {
      const tag = languageFromCode(language);
      fit = { source: closeness(from, tag), target: closeness(to, tag) };
      fits.set(language, fit);
    }
    return fit;
  }

  return ({ variants }) => {
    const filled = variants.filter(({ text }) => text.trim() !== '');
    return filled.some(({ side }) => side) ? byPlace(filled, fitOf) : byLanguage(filled, fitOf);
  };
}

type FitOf = (variant: UnitVariant) => Readonly<Record<Side, number>>;

/**
 * Source and target that the format tells apart: a language that the file leaves
 * out is the one that is wanted. Turned round, where the file translates the other way.
 */
function byPlace(variants: readonly UnitVariant[], fitOf: FitOf): UnitSides {
  const isFit = (variant: UnitVariant, side: Side) =>
    variant.language === '' ? variant.side === side : fitOf(variant)[side] > 0;
  const turned = { source: 'target', target: 'source' } as const;
  const isStraight = variants.every((variant) => isFit(variant, variant.side!));
  const isTurned = !isStraight && variants.every((variant) => isFit(variant, turned[variant.side!]));
  const sideOf = (variant: UnitVariant): Side | undefined => {
    if (isStraight) return variant.side;
    if (isTurned) return turned[variant.side!];
    return [variant.side!, turned[variant.side!]].find((side) => isFit(variant, side));
  };
  const of = (side: Side) => variants.filter((variant) => sideOf(variant) === side);
  // What is neither straight nor turned has one side in the pair, or two in one language of it.
  const [source, target] = [of('source'), of('target').slice(0, 1)];
  const kept = new Set([...source.slice(0, 1), ...target]);
  return { source: source.slice(0, 1), target, others: variants.filter((variant) => !kept.has(variant)), repeats: [] };
}

/**
 * Of each language the variants that are nearest to what is wanted. A variant that is as near to the one as to the
 * other is neither: a source must not become its own translation. Of two
 * variants, one that names no language fills the side that is empty.
 */
function byLanguage(variants: readonly UnitVariant[], fitOf: FitOf): UnitSides {
  // As most units are.
  const [first, second] = variants;
  if (first && second && variants.length === 2 && isPair(fitOf(first), fitOf(second))) {
    return { source: [first], target: [second], others: NO_VARIANTS, repeats: NO_VARIANTS };
  }
  const sides = { source: [] as UnitVariant[], target: [] as UnitVariant[] };
  const rest = { others: [] as UnitVariant[], repeats: [] as UnitVariant[] };
  const best = { source: 0, target: 0 };
  const sideOf = (variant: UnitVariant) => {
    const { source, target } = fitOf(variant);
    return source === target ? null : source > target ? 'source' : 'target';
  };
  for (const variant of variants) {
    const side = sideOf(variant);
    if (side) best[side] = Math.max(best[side], fitOf(variant)[side]);
  }
  const seen = { source: new Set<string>(), target: new Set<string>() };
  for (const variant of variants) {
    const isUnnamed = variant.language === '' && variants.length === 2;
    const side = isUnnamed ? SIDES.find((one) => best[one] === 0 && seen[one].size === 0) : sideOf(variant);
    if (!side || (!isUnnamed && fitOf(variant)[side] < best[side])) rest.others.push(variant);
    else if (seen[side].has(variant.text)) rest.repeats.push(variant);
    else {
      seen[side].add(variant.text);
      sides[side].push(variant);
    }
  }
  return { ...sides, ...rest };
}

const NO_VARIANTS: readonly UnitVariant[] = [];

function isPair(first: Readonly<Record<Side, number>>, second: Readonly<Record<Side, number>>): boolean {
  return first.source > first.target && second.target > second.source;
}
