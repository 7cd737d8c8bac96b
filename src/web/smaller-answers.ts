import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { NextFunction, Request, RequestHandler, Response } from 'express';

/** What is shorter than this, in characters, is not made smaller. */
const LEAST = 1500;

const zip = promisify(gzip);

/**
 * Sends pages and answers in JSON compressed, on a thread of their own, to browsers that take it: a page of rows is a sixth of its size
 * then. Files that are downloaded, events, and pages that are sent while they are made go out as they are.
 */
export function smallerAnswers(request: Request, response: Response, next: NextFunction): void {
  const send = response.send.bind(response);
  response.send = (body?: unknown) => {
    response.send = send;
    if (typeof body !== 'string' || body.length < LEAST || !takesGzip(request) || isDownload(response))
      return send(body);
    if (!response.get('Content-Type')) response.type('html');
    zip(body).then(
      (small) => send(asGzip(response, small)),
      () => send(body),
    );
    return response;
  };
  next();
}

const TYPES: Readonly<Record<string, string>> = { '.css': 'css', '.js': 'js', '.json': 'json', '.svg': 'svg' };

interface Kept {
  readonly time: number;
  readonly small: Buffer;
}

/** Files of the program in a folder, compressed once; what is no such file is left to whoever comes next. */
export function smallerFiles(folder: string): RequestHandler {
  const kept = new Map<string, Kept>();
  return async (request, response, next) => {
    const type = TYPES[extname(request.path)];
    const file = normalize(join(folder, request.path));
    if (!type || !takesGzip(request) || !file.startsWith(folder + sep)) return next();
    const about = await stat(file).catch(() => null);
    if (!about?.isFile() || about.size < LEAST) return next();
    let known = kept.get(file);
    if (known?.time !== about.mtimeMs) {
      known = { time: about.mtimeMs, small: await zip(await readFile(file)) };
      kept.set(file, known);
    }
    response.type(type).send(asGzip(response, known.small));
  };
}

function asGzip(response: Response, small: Buffer): Buffer {
  response.vary('Accept-Encoding').setHeader('Content-Encoding', 'gzip');
  return small;
}

function takesGzip(request: Request): boolean {
  return request.acceptsEncodings('gzip') === 'gzip';
}

function isDownload(response: Response): boolean {
  return response.get('Content-Disposition') !== undefined || response.get('Content-Encoding') !== undefined;
}
