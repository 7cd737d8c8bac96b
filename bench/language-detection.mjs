// Which language detector reads news best? Prints the share of headlines and
// paragraphs in 12 languages that each one names rightly.
// Usage: npm install --no-save franc eld && node bench/language-detection.mjs
import { readFileSync } from 'node:fs';
import { eld } from 'eld/medium';
import { franc } from 'franc';
import { detect } from 'tinyld';

const texts = JSON.parse(readFileSync(new URL('data/languages.json', import.meta.url), 'utf8'));
const THREE = {
  eng: 'en',
  fra: 'fr',
  deu: 'de',
  spa: 'es',
  ita: 'it',
  por: 'pt',
  nld: 'nl',
  pol: 'pl',
  tur: 'tr',
  rus: 'ru',
  arb: 'ar',
  cmn: 'zh',
};

const detectors = {
  tinyld: (text) => detect(text),
  franc: (text) => THREE[franc(text)] ?? '?',
  eld: (text) => eld.detect(text).language,
};

for (const [name, detector] of Object.entries(detectors)) {
  const right = (field) => texts.filter((text) => detector(text[field]) === text.language).length;
  const begun = performance.now();
  const [headlines, paragraphs] = [right('headline'), right('paragraph')];
  const each = (performance.now() - begun) / texts.length / 2;
  console.log(
    `${name.padEnd(7)} headlines ${headlines}/${texts.length}  paragraphs ${paragraphs}/${texts.length}  ${each.toFixed(2)} ms each`,
  );
}
