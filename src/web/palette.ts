import { readFile } from 'node:fs/promises';

/** A colour of the style sheet in both themes, as #rgb or #rrggbb. */
interface Colour {
  readonly light: string;
  readonly dark: string;
}

/** What stands on what, and the contrast that it needs: 4.5 for text, 3 for signs and edges (WCAG 2.2, 1.4.3 and 1.4.11). */
interface Pairing {
  readonly ink: string;
  readonly ground: string;
  readonly least: 4.5 | 3;
}

/** The style sheet's own names, and what its colours come to. */
export interface Elements {
  /** Sizes and corners. */
  readonly measures: readonly { readonly name: string; readonly value: string }[];
  readonly pairings: readonly (Pairing & { readonly colours: Readonly<Record<keyof Colour, PairColours>> })[];
}

interface PairColours {
  readonly inkColour: string;
  readonly groundColour: string;
  readonly ratio: number;
}

const STYLE = new URL('../../assets/style.css', import.meta.url);

export async function readElements(): Promise<Elements> {
  const css = await readFile(STYLE, 'utf8');
  const palette = paletteIn(css);
  const colours = ({ ink, ground }: Pairing, theme: keyof Colour): PairColours => {
    const [inkColour, groundColour] = [palette.get(ink)?.[theme] ?? '#000', palette.get(ground)?.[theme] ?? '#000'];
    return { inkColour, groundColour, ratio: contrast(inkColour, groundColour) };
  };
  return {
    measures: measuresIn(css),
    pairings: PAIRINGS.map((pair) => ({
      ...pair,
      colours: { light: colours(pair, 'light'), dark: colours(pair, 'dark') },
    })),
  };
}

const GROUNDS = ['paper', 'raised', 'current', 'sunken', 'comment-paper', 'doubt-paper', 'flag-paper'];

/** Every pair of colours that the style sheet puts on each other. */
const PAIRINGS: readonly Pairing[] = [
  ...GROUNDS.flatMap((ground) => ['ink', 'quiet', 'accent'].map((ink) => ({ ink, ground, least: 4.5 as const }))),
  ...['doubt-paper', 'paper', 'raised', 'current'].map((ground) => ({ ink: 'doubt', ground, least: 4.5 as const })),
  ...['flag-paper', 'paper', 'raised', 'current'].map((ground) => ({ ink: 'flag', ground, least: 4.5 as const })),
  { ink: 'confirmed', ground: 'paper', least: 3 },
  { ink: 'edge', ground: 'raised', least: 3 },
  { ink: 'on-accent', ground: 'accent', least: 4.5 },
  { ink: 'on-accent', ground: 'confirmed', least: 4.5 },
  { ink: 'on-mark', ground: 'mark', least: 4.5 },
  { ink: 'on-found', ground: 'found', least: 4.5 },
  { ink: 'ink', ground: 'added', least: 4.5 },
  { ink: 'ink', ground: 'removed', least: 4.5 },
];

/** The colours that a style sheet names at its root. */
function paletteIn(css: string): Map<string, Colour> {
  const colours = css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{3,6}), (#[0-9a-f]{3,6})\);/gu);
  return new Map([...colours].map(([, name = '', light = '', dark = '']) => [name, { light, dark }]));
}

/** The values of a style sheet's other names at its root, such as sizes, in order. */
function measuresIn(css: string): { name: string; value: string }[] {
  const measures = css.matchAll(/--((?:size|round)[\w-]*): ([\d.]+rem);/gu);
  return [...measures].map(([, name = '', value = '']) => ({ name, value }));
}

/** The contrast of two colours, from 1 to 21 (WCAG 2.2, “contrast ratio”). */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance in sRGB, from 0 to 1 (WCAG 2.2). */
function luminance(colour: string): number {
  const short = /^#(.)(.)(.)$/u.exec(colour);
  const full = short
    ? `#${short
        .slice(1)
        .map((digit) => digit + digit)
        .join('')}`
    : colour;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
