import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Message, msg, wordsOf } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { joinSegments } from '../../core/text/join.ts';
import { storedVectors, storeVectors } from '../../store/embeddings.ts';
import { openStore, type Store } from '../../store/open-store.ts';
import type { Embedder } from '../parts.ts';

export interface EmbedderOptions {
  /** Address of a server that speaks OpenAI's embeddings protocol, with or without /v1/embeddings. */
  readonly url: string;
  /** Name of the model, for a server that has several. */
  readonly model?: string | undefined;
}

/** Segments in a run, at most (Vecalign's overlaps). */
const MAX_RUN_SEGMENTS = 4;
/** Texts in one request. */
const REQUEST_TEXTS = 64;
const TIMEOUT_MS = 120_000;

const Answer = z.object({
  data: z.array(z.object({ index: z.int().optional(), embedding: z.array(z.number()).min(1) })),
});

/** Speaks to an embeddings server on the user's machine; what it gives is kept in the store, by hash. */
export function createEmbedder({ url, model = '' }: EmbedderOptions, { db }: Store): Embedder {
  const address = addressOf(url);
  const key = `${address.href} ${model}`;
  return {
    async embed(segments, language) {
      const runs = Array.from({ length: MAX_RUN_SEGMENTS }, (_, k) => runsOf(segments, k + 1, language));
      const vectors = await vectorsOf([...new Set(runs.flat())]);
      const dimensions = vectors.values().next().value?.length ?? 1;
      return {
        dimensions,
        runs: runs.map((texts) => {
          const joined = new Float32Array(texts.length * dimensions);
          texts.forEach((text, i) => {
            joined.set(vectors.get(text)!, i * dimensions);
          });
          return joined;
        }),
      };
    },
  };

  async function vectorsOf(texts: readonly string[]): Promise<Map<string, Float32Array>> {
    const hashes = new Map(texts.map((text) => [text, createHash('sha256').update(text).digest('base64url')]));
    const known = await storedVectors(db, key, [...hashes.values()]);
    const missing = texts.filter((text) => !known.has(hashes.get(text)!));
    for (let at = 0; at < missing.length; at += REQUEST_TEXTS) {
      const batch = missing.slice(at, at + REQUEST_TEXTS);
      const vectors = await ask(batch);
      const fresh = new Map(batch.map((text, i) => [hashes.get(text)!, normalised(vectors[i]!)]));
      await storeVectors(db, key, fresh);
      for (const [hash, vector] of fresh) known.set(hash, vector);
    }
    const sizes = new Set([...known.values()].map((vector) => vector.length));
    if (sizes.size > 1) throw unavailable(msg('Its vectors differ in length: {sizes}.', { sizes: [...sizes] }));
    return new Map(texts.map((text) => [text, known.get(hashes.get(text)!)!]));
  }

  async function ask(input: readonly string[]): Promise<number[][]> {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ input, ...(model && { model }) }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch((error: unknown) => {
      throw unavailable(msg('It does not answer: {reason}.', { reason: wordsOf(error) }));
    });
    const text = await answer.text();
    if (!answer.ok)
      throw unavailable(
        msg('It answered {status}: {words}', { status: String(answer.status), words: text.slice(0, 200) }),
      );
    const data = readAnswer(text).sort((a, b) => (a.index ?? 0) - (b.index ?? 0));
    if (data.length !== input.length)
      throw unavailable(
        msg('It gave {vectors} vectors for {texts} texts.', { vectors: data.length, texts: input.length }),
      );
    return data.map(({ embedding }) => embedding);
  }

  function readAnswer(text: string) {
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch {
      throw unavailable(msg('Its answer is not valid JSON.'));
    }
    const answer = Answer.safeParse(json);
    if (!answer.success) throw unavailable(msg('Its answer is not a list of embeddings.'));
    return answer.data.data;
  }

  function unavailable(detail: Message): Problem {
    return new Problem(
      'embeddings-unavailable',
      msg('The embeddings server {address} cannot be used.', { address: address.href }),
      detail,
      'Start it and check its address and model, or leave --embeddings out.',
    );
  }
}

/** For work outside an open app: what the server gives is kept in the database named. */
export async function withEmbedder(
  options: EmbedderOptions,
  database: string,
  work: (embedder: Embedder) => Promise<void>,
): Promise<void> {
  const store = await openStore(database);
  try {
    await work(createEmbedder(options, store));
  } finally {
    await store.close();
  }
}

function addressOf(url: string): URL {
  let address: URL;
  try {
    address = new URL(url);
  } catch {
    throw new Problem(
      'bad-request',
      msg('“{url}” is not a valid URL.', { url }),
      '',
      'Give one such as http://localhost:11434.',
    );
  }
  if (!/\/embeddings\/?$/u.test(address.pathname)) {
    address.pathname = `${address.pathname.replace(/\/(?:v1\/?)?$/u, '')}/v1/embeddings`;
  }
  return address;
}

/** The text of each run of this many segments. */
function runsOf(segments: readonly string[], size: number, language: string): string[] {
  return Array.from({ length: Math.max(0, segments.length - size + 1) }, (_, i) =>
    joinSegments(segments.slice(i, i + size), language),
  );
}

function normalised(vector: readonly number[]): Float32Array {
  const length = Math.hypot(...vector) || 1;
  return Float32Array.from(vector, (value) => value / length);
}
