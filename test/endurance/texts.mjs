const PLACES = ['harbour', 'market', 'bridge', 'school', 'station', 'river', 'council', 'library', 'theatre', 'mill'];
const LIEUX = ['port', 'marché', 'pont', 'école', 'gare', 'rivière', 'conseil', 'bibliothèque', 'théâtre', 'moulin'];

const english = (n) =>
  `The ${PLACES[n % 10]} of district ${n} will be opened again in spring, the mayor said on Monday.`;
const french = (n) => `Le ${LIEUX[n % 10]} du quartier ${n} sera rouvert au printemps, a déclaré la maire lundi.`;

/** A memory as TMX, of units that are told apart by their numbers. */
export function tmx(units, title = 'endurance') {
  const tus = Array.from(
    { length: units },
    (_, n) =>
      `<tu><tuv xml:lang="en"><seg>${english(n)}</seg></tuv><tuv xml:lang="fr"><seg>${french(n)}</seg></tuv></tu>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><tmx version="1.4"><header creationtool="${title}" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="en" datatype="plaintext"/><body>${tus.join('\n')}</body></tmx>`;
}

/** An article and its translation, of so many sentences in paragraphs of four. */
export function article(sentences, start = 0) {
  const text = (of) =>
    Array.from({ length: Math.ceil(sentences / 4) }, (_, p) =>
      Array.from({ length: Math.min(4, sentences - 4 * p) }, (_, i) => of(start + 4 * p + i)).join(' '),
    ).join('\n\n');
  return { en: text(english), fr: text(french) };
}

/** A glossary as CSV. */
export function glossary(concepts, word) {
  const lines = Array.from({ length: concepts }, (_, n) => `${word} number ${n},${word} numéro ${n}`);
  return `en,fr\n${lines.join('\n')}\n`;
}
