import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A small embeddings server whose vectors count which concepts a text names, whatever its language. */
export interface EmbeddingsServer {
  readonly url: string;
  /** Texts it was asked for, in order. */
  readonly asked: string[];
  /** What it answers next instead, once. */
  fail(status: number, body: string): void;
  stop(): Promise<void>;
}

/** @param concepts words that mean the same, a list a concept */
export async function startEmbeddingsServer(concepts: readonly (readonly string[])[]): Promise<EmbeddingsServer> {
  const asked: string[] = [];
  let failure: { status: number; body: string } | null = null;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      if (failure) {
        response.writeHead(failure.status).end(failure.body);
        failure = null;
        return;
      }
      if (request.url !== '/v1/embeddings') {
        response.writeHead(404).end('no such page');
        return;
      }
      const { input } = JSON.parse(body) as { input: string[] };
      asked.push(...input);
      const data = input.map((text, index) => ({ index, embedding: vectorOf(text) }));
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ data: data.reverse() }));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    fail(status, body) {
      failure = { status, body };
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  function vectorOf(text: string): number[] {
    const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
    const counts = concepts.map((forms) => words.filter((word) => forms.includes(word)).length);
    return [...counts, 0.1];
  }
}
