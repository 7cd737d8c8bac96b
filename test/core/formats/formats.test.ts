import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { Bitext, Side } from '../../../src/core/bitext/bitext.ts';
import type { ExportDocument, ExportOptions, FormatName } from '../../../src/core/formats/format.ts';
import { FORMATS } from '../../../src/core/formats/index.ts';
import { bitextOf } from '../../support/bitexts.ts';
import fc from '../../support/random-cases.ts';

const OPTIONS: ExportOptions = {
  status: 'all',
  minConfidence: 0,
  sourceLanguage: 'en',
  now: '2026-03-04T05:06:07.890Z',
};

function written(format: FormatName, bitext: Bitext, options: Partial<ExportOptions> = {}): Promise<string> {
  return allWritten(format, [{ title: 'A & B', bitext }], options);
}

async function allWritten(
  format: FormatName,
  all: readonly ExportDocument[],
  options: Partial<ExportOptions>,
): Promise<string> {
  async function* documents() {
    yield* all;
  }
  let text = '';
  for await (const chunk of FORMATS[format].write(documents(), { ...OPTIONS, ...options })) text += chunk;
  return text;
}

function changed(bitext: Bitext, bead: number, change: Partial<Bitext['beads'][number]>): Bitext {
  return { ...bitext, beads: bitext.beads.map((old, i) => (i === bead ? { ...old, ...change } : old)) };
}

describe('tmx', () => {
  it('writes a unit a bead, source first', async () => {
    const bitext = changed(bitextOf('2-1 1-0'), 0, { note: 'so < what', status: 'flagged' });
    expect(await written('tmx', bitext)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
  <header creationtool="visavis" creationtoolversion="0.2.0" segtype="sentence" o-tmf="visavis" adminlang="en" srclang="en" datatype="plaintext" creationdate="20260304T050607Z"/>
  <body>
    <tu>
      <note>so &lt; what</note>
      <prop type="x-document">A &amp; B</prop>
      <prop type="x-paragraph">1</prop>
      <prop type="x-status">flagged</prop>
      <prop type="x-confidence">0.5000</prop>
      <tuv xml:lang="en"><seg>s1 s2</seg></tuv>
      <tuv xml:lang="fr"><seg>t1</seg></tuv>
    </tu>
  </body>
</tmx>
`);
  });

  it('leaves out one-sided and excluded beads, and what the filters refuse', async () => {
    const bitext = changed(changed(bitextOf('1-0 1-1 1-1 1-1'), 1, { status: 'excluded' }), 2, {
      status: 'confirmed',
      confidence: null,
    });
    expect((await written('tmx', bitext)).match(/<tu>/g)).toHaveLength(2);
    expect((await written('tmx', bitext, { status: 'confirmed' })).match(/<tu>/g)).toHaveLength(1);
    expect((await written('tmx', bitext, { minConfidence: 0.9 })).match(/<seg>/g)).toHaveLength(2);
  });

  it('says what stands around a unit, in pieces of a document as in the whole, and not across documents', async () => {
    const whole = changed(bitextOf('1-1 1-0 1-1 1-1 1-1'), 3, { status: 'excluded' });
    const part = (from: number, to?: number): ExportDocument => {
      const beads = whole.beads.slice(from, to);
      const side = (name: Side) => whole[name].filter(({ id }) => beads.some((bead) => bead[name].includes(id)));
      return {
        title: 'A & B',
        continues: from > 0,
        bitext: { ...whole, beads, source: side('source'), target: side('target') },
      };
    };
    const options = { context: true };
    const expected = await written('tmx', whole, options);
    const around = [...expected.matchAll(/x-context-(\w+)">(\w+)</gu)].map(([, where, text]) => `${where} ${text}`);
    expect(around).toEqual(['after s2', 'before s2', 'after s5', 'before s3']);
    for (const at of [1, 2, 3, 4]) expect(await allWritten('tmx', [part(0, at), part(at)], options)).toBe(expected);
    const twice = await allWritten('tmx', [part(0), part(0)], options);
    expect([...twice.matchAll(/x-context-/gu)]).toHaveLength(2 * around.length);
  });

  it('is well-formed XML whatever the texts hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), async (a, b) => {
        const bitext = bitextOf('1-1');
        const texts = {
          ...bitext,
          source: bitext.source.map((s) => ({ ...s, text: a })),
          target: bitext.target.map((s) => ({ ...s, text: b })),
        };
        const text = await written('tmx', changed(texts, 0, { note: a }));
        const parser = new SaxesParser();
        parser.on('error', (error) => {
          throw error;
        });
        parser.write(text).close();
      }),
    );
  });
});

describe('tables', () => {
  it('tsv keeps to four cells a line', async () => {
    const bitext = bitextOf('2-1 0-1');
    const odd = { ...bitext, target: bitext.target.map((segment) => ({ ...segment, text: `${segment.text}\tx\ny` })) };
    expect(await written('tsv', odd)).toBe('s1 s2\tt1 x y\t0.5000\tproposed\n\tt2 x y\t0.5000\tproposed\n');
  });

  it('joins Chinese by nothing', async () => {
    expect(await written('tsv', { ...bitextOf('1-2'), targetLanguage: 'zh' })).toBe('s1\tt1t2\t0.5000\tproposed\n');
  });

  it('jsonl keeps the segments apart', async () => {
    expect(JSON.parse(await written('jsonl', bitextOf('2-1')))).toEqual({
      source: ['s1', 's2'],
      target: ['t1'],
      confidence: 0.5,
      status: 'proposed',
    });
  });

  it('beads count segments from 0 and name each once', async () => {
    expect(await written('beads', bitextOf('2-1 0-1 1-0'))).toBe('[0, 1]:[0]:0.5000\n[]:[1]:0.5000\n[2]:[]:0.5000\n');
  });
});

describe('html', () => {
  it('escapes what the texts hold', async () => {
    const bitext = bitextOf('1-1');
    const hostile = {
      ...bitext,
      source: bitext.source.map((segment) => ({ ...segment, text: '<script>alert(1)</script>' })),
    };
    expect(await written('html', hostile)).not.toContain('<script>alert');
  });
});
