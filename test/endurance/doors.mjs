/** Where files come in, and by which field. */
export const DOORS = {
  pair: ['/bitexts/preview', 'sourceFile', { targetText: 'Le port sera rouvert. La maire l’a dit.' }],
  memory: ['/memories', 'file', { from: 'en', to: 'fr' }],
  glossary: ['/glossary/preview', 'file', { from: 'en', to: 'fr' }],
  rules: ['/rules/import', 'file', { languages: 'en' }],
  pairs: ['/pairs', 'files', { from: 'en', to: 'fr' }],
  version: ['/bitexts/2/update', 'sourceFile', {}],
  translation: ['/articles/1/translations', 'targetFile', { targetLanguage: 'de' }],
  corrections: ['/bitexts/2/corrections', 'file', {}],
  checks: ['/check/profiles/import', 'file', {}],
};
/** Where files come in from programs: the body around the file, which is sent as base64. */
export const OF_PROGRAMS = {
  'memory by API': ['/api/v1/memories', (file) => ({ ...file, from: 'en', to: 'fr' })],
  'aligned by API': [
    '/api/v1/bitexts/aligned',
    (file) => ({ source: { ...file, language: 'en' }, target: { content: 'Le port.', language: 'fr' } }),
  ],
  'pair by API': ['/api/v1/bitexts', (file) => ({ source: { file }, target: { text: 'Le port sera rouvert.' } })],
  'article by API': ['/api/v1/articles', (file) => ({ file })],
  'glossary by API': ['/api/v1/glossary/import', (file) => ({ ...file, languages: ['en', 'fr'] })],
  'checks by API': ['/api/v1/check-profiles/import', (file) => file],
};
/** Where files come in by commands alone, and what is asked of the program there. */
export const COMMANDS = {
  lexicon: (name) => ['lexicon', 'import', name, '--from', 'en', '--to', 'fr'],
  mapping: (name) => ['glossary', 'import', 'g.csv', '--mapping', name],
  copy: (name) => ['restore', name],
  dump: (name) => ['load', name],
};
/** Where texts come in as typed or pasted, by which field. */
export const TYPED = {
  pasted: ['/bitexts/preview', 'sourceText', { targetText: 'Le port sera rouvert. La maire l’a dit.' }],
  'pasted version': ['/bitexts/2/update', 'targetText', {}],
};

/** Which doors a file is made for, by the end of its name. */
export const MADE_FOR = {
  '.txt': ['pair', 'pasted', 'pasted version', 'version'],
  '.docx': ['pair', 'corrections', 'translation', 'article by API'],
  '.csv': ['memory', 'glossary', 'lexicon', 'checks'],
  '.tsv': ['memory', 'glossary', 'lexicon'],
  '.xlsx': ['memory', 'glossary', 'glossary by API'],
  '.jsonl': ['memory', 'dump'],
  '.json': ['glossary', 'mapping', 'checks by API'],
  '.sqlite': ['copy', 'memory by API'],
  '.tmx': ['memory', 'lexicon', 'memory by API'],
  '.xlf': ['memory'],
  '.gz': ['memory'],
  '.tbx': ['glossary'],
  '.srx': ['rules'],
  '.zip': ['pairs', 'memory'],
};
