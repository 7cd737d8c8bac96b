import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page of a site: what it answers, as plain data or by hand. */
export type SitePage =
  | { readonly type?: string; readonly body: string | Uint8Array; readonly status?: number; readonly headers?: object }
  | ((request: IncomingMessage, response: ServerResponse) => void);

/** A site on this machine, by its paths; what it does not have is answered with 404. */
export async function startSite(pages: Readonly<Record<string, SitePage>>) {
  const asked: string[] = [];
  const agents = new Set<string | undefined>();
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    agents.add(request.headers['user-agent']);
    const page = pages[path];
    if (typeof page === 'function') return page(request, response);
    const { status = page ? 200 : 404, type = 'text/html; charset=utf-8', body = '', headers = {} } = page ?? {};
    response.writeHead(status, { 'content-type': type, ...headers }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    /** The paths that were asked for, in order. */
    asked,
    agents,
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A page as papers have them. */
export function newsPage(
  title: string,
  paragraphs: readonly string[],
  { head = '', language = 'en' }: { readonly head?: string; readonly language?: string } = {},
): string {
  const text = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('');
  return `<!doctype html><html lang="${language}"><head><title>${title}</title>${head}</head><body><nav><a href="/">Home</a></nav><article><h1>${title}</h1>${text}</article></body></html>`;
}
