/** A language and whether the text was long and clear enough to be sure. */
export interface DetectedLanguage {
  /** BCP 47 tag, "und" where nothing can be said. */
  readonly language: string;
  readonly sure: boolean;
}

/** How much of a text is looked at; more does not make the answer better. */
const SAMPLE = 4000;

/** The language of a text, by eld's letter statistics (chosen in `docs/decisions/0004`). */
export async function detectLanguage(text: string): Promise<DetectedLanguage> {
  // Its tables are large; commands that are told the language never load them.
  const { eld } = await import('eld/medium');
  const result = eld.detect(text.slice(0, SAMPLE));
  return result.language ? { language: result.language, sure: result.isReliable() } : { language: 'und', sure: false };
}
