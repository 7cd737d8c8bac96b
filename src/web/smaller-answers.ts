import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { pipeline } from 'node:stream';
import { promisify } from 'node:util';
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { keepLong } from './files/build.ts';

/** What is shorter than this, in characters, is not made smaller. */
const LEAST = 1500;

const [zip, press] = [promisify(gzip), promisify(brotliCompress)];

/** How a browser takes what is smaller. */
type Coding = 'br' | 'gzip';

/** Brotli's quality: of an answer, which somebody waits for, and of a file, which is pressed once. */
const QUALITY = { answer: 5, file: 9 } as const;

/**
 * Sends pages and answers in JSON compressed, on a thread of their own, to browsers that take it: a page of rows is a sixth of its size
 * then. Files that are downloaded, and events, go out as they are.
 */
export function smallerAnswers(request: Request, response: Response, next: NextFunction): void {
  const send = response.send.bind(response);
  const coding = codingOf(request);
  response.send = (body?: unknown) => {
    response.send = send;
    if (typeof body !== 'string' || body.length < LEAST || !coding || isDownload(response)) return send(body);
    if (!response.get('Content-Type')) response.type('html');
    smaller(body, coding, QUALITY.answer).then(
      (small) => send(asCoded(response, coding, small)),
      () => send(body),
    );
    return response;
  };
  next();
}

/** Where a page goes that is sent while it is made. */
export interface Pieces {
  write(piece: string): void;
  end(piece: string): void;
}

/** Sends the pieces of a page compressed to browsers that take it, each as soon as it is written. */
export function smallerPieces(response: Response): Pieces {
  const coding = codingOf(response.req);
  if (!coding) return response;
  const packer =
    coding === 'gzip'
      ? createGzip()
      : createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY.answer } });
  nameCoding(response, coding);
  // Who goes away ends the work elsewhere; what is still written then goes nowhere.
  pipeline(packer, response, () => {});
  return {
    write(piece) {
      packer.write(piece);
      packer.flush();
    },
    end: (piece) => packer.end(piece),
  };
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
    const coding = codingOf(request);
    if (!type || !coding || !file.startsWith(folder + sep)) return next();
    const about = await stat(file).catch(() => null);
    if (!about?.isFile() || about.size < LEAST) return next();
    const name = `${coding} ${file}`;
    let known = kept.get(name);
    if (known?.time !== about.mtimeMs) {
      known = { time: about.mtimeMs, small: await smaller(await readFile(file), coding, QUALITY.file) };
      kept.set(name, known);
    }
    keepLong(response);
    response.type(type).send(asCoded(response, coding, known.small));
  };
}

function smaller(body: string | Buffer, coding: Coding, quality: number): Promise<Buffer> {
  return coding === 'gzip' ? zip(body) : press(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
}

function asCoded(response: Response, coding: Coding, small: Buffer): Buffer {
  nameCoding(response, coding);
  return small;
}

function nameCoding(response: Response, coding: Coding): void {
  response.vary('Accept-Encoding').setHeader('Content-Encoding', coding);
}

/** What of the two a browser takes; Brotli makes a page of rows a twelfth smaller than gzip does. */
function codingOf(request: Request): Coding | null {
  const accepted = request.acceptsEncodings();
  return (['br', 'gzip'] as const).find((coding) => accepted.includes(coding)) ?? null;
}

function isDownload(response: Response): boolean {
  return response.get('Content-Disposition') !== undefined || response.get('Content-Encoding') !== undefined;
}
