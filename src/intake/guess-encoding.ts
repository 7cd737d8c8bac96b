import chardet from 'chardet';
import { knows, readOrNull } from './decode.ts';
import { plausibility } from './plausible.ts';

/**
 * The encoding that makes the most sense of bytes: statistics of letters, weighed
 * by whether the text reads as one; encodings for which there are no statistics
 * by that alone. Undefined where none reads at all.
 */
export function likeliestEncoding(bytes: Uint8Array): string | undefined {
  const from = Math.max(0, bytes.findIndex((byte) => byte > 0x7f) - 1);
  const sample = bytes.subarray(from, from + SAMPLE_BYTES);
  const known = likeliestByLetters(bytes);
  const knownText = known === undefined ? null : readOrNull(bytes, known);
  const knownScore = knownText === null ? -1 : plausibility(knownText);
  const isCrooked = knownText !== null && crookedShare(knownText) > MAX_CROOKED_SHARE;
  let best = { encoding: known, score: -1 };
  for (const encoding of UNCOUNTED_ENCODINGS) {
    const text = readOrNull(sample, encoding);
    if (text === null) continue;
    const score = plausibility(text);
    const lead = isCrooked && crookedShare(text) === 0 ? 0 : MIN_LEAD;
    if (score > Math.max(best.score, knownScore + lead)) best = { encoding, score };
  }
  return best.encoding;
}

/** The declared encoding, unless another makes far more sense of the bytes. */
export function likelierEncoding(bytes: Uint8Array, declared: string, text: string): string | undefined {
  const score = plausibility(text);
  if (score > PLAUSIBLE_FROM) return declared;
  const guess = likeliestEncoding(bytes);
  const other = guess === undefined ? null : readOrNull(bytes, guess);
  return other !== null && plausibility(other) > score + MIN_LEAD_OVER_DECLARED ? guess : declared;
}

/** How many bytes are looked at, from the first beyond ASCII. */
const SAMPLE_BYTES = 1 << 16;
/** An encoding that statistics speak for gives way only to one that is so much more plausible. */
const MIN_LEAD = 0.15;
/** Of its letters, the share of capitals behind small ones from which a text is read wrongly, though nearly all of it fits: Cyrillic of Macs as that of Windows. */
const MAX_CROOKED_SHARE = 0.004;

function crookedShare(text: string): number {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters === 0 ? 0 : (text.match(/\p{Ll}\p{Lu}/gu)?.length ?? 0) / letters;
}

/** From here on a text reads well as it was declared; another encoding must be so much better. */
const PLAUSIBLE_FROM = 0.6;
const MIN_LEAD_OVER_DECLARED = 0.35;

/** Encodings of single bytes that chardet does not count letters of. */
const UNCOUNTED_ENCODINGS = [
  'windows-874',
  'koi8-u',
  'ibm866',
  'x-mac-cyrillic',
  'macintosh',
  'cp850',
  'cp852',
  'cp437',
];

/** By statistics of letters, weighed by signs that stand in no text. */
function likeliestByLetters(bytes: Uint8Array): string | undefined {
  const candidates = chardet
    .analyse(bytes)
    .map(({ name, confidence }) => ({
      encoding: WIDER_ENCODINGS[name.toLowerCase()] ?? name.toLowerCase(),
      confidence,
    }))
    .filter(({ encoding }) => knows(encoding) && !encoding.startsWith('utf-'));
  const scored = candidates.flatMap(({ encoding, confidence }) => {
    const text = readOrNull(bytes, encoding);
    return text === null ? [] : [{ encoding, score: confidence / 100 + sense(text) }];
  });
  return scored.sort((a, b) => b.score - a.score)[0]?.encoding;
}

/** Encodings that hold another one whole: what is read as the smaller is read the same, and more. */
const WIDER_ENCODINGS: Readonly<Record<string, string>> = {
  'iso-8859-1': 'windows-1252',
  'iso-8859-9': 'windows-1254',
  gb2312: 'gb18030',
};

/** How much a text looks like one, up to 1: signs that stand in no text, and capitals within words, take off. */
function sense(text: string): number {
  const length = Math.max(1, text.length);
  const odd = text.match(/[\p{Cc}\p{Co}\p{Cn}¤¦¬¯ƒ‡ˆ¨¸¹³²¼½¾ªº]/gu)?.filter((char) => !/\s/u.test(char)).length ?? 0;
  const crooked = text.match(/\p{Ll}\p{Lu}/gu)?.length ?? 0;
  const mixed =
    text.match(/[a-z][^\p{Script=Latin}\p{P}\p{Z}\p{N}\s]|[^\p{Script=Latin}\p{P}\p{Z}\p{N}\s][a-z]/giu)?.length ?? 0;
  return 1 - Math.min(1, (5 * (odd + crooked + mixed)) / length);
}
