import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Worker } from 'node:worker_threads';
import { constants, createGunzip } from 'node:zlib';
import { msg, wordsOf } from '../../core/message.ts';
import { type PlainProblem, Problem, plainProblem, problemFrom } from '../../core/problem.ts';
import {
  type MemoryEnd,
  type MemoryPart,
  type MemoryReader,
  memoryReader,
  type WantedMemory,
} from '../../intake/memories/memory-reader.ts';
import type { ReadMemory } from '../intake-tools.ts';

/** What a reader says to a piece, or to the end. */
type MemoryAnswer = { readonly part: MemoryPart } | { readonly end: MemoryEnd } | { readonly problem: PlainProblem };

export function answerTo(reader: MemoryReader, piece: Uint8Array | null): MemoryAnswer {
  try {
    return piece ? { part: reader.write(piece) } : { end: reader.end() };
  } catch (error) {
    return { problem: plainProblem(error) };
  }
}

/** The size in bytes from which a thread is worth starting; a smaller file from outside hardly holds up the server. */
const LONG_FILE_BYTES = 1 << 18;

/** What a piece may take, in ms, and all of a reader's thread, in MB. */
const WORKER_LIMITS = { time: 30_000, memory: 768 };

/** Pieces that may be read before the first of them is stored. */
const MAX_PIECES_AHEAD = 6;

/** Bytes of a piece: enough to store some hundred rows at once, few enough that all pieces under way are small. */
const PIECE_BYTES = 1 << 18;

/** A file in pieces. */
export function piecesOf(path: string): AsyncIterable<Uint8Array> {
  return createReadStream(path, { highWaterMark: PIECE_BYTES });
}

/**
 * Reads memories, also ones packed by gzip; a long one in a thread of its own, so
 * that it is parsed while what came before is stored.
 * @param workerFile the compiled `memory-worker`
 */
export function memoriesInWorker(workerFile: URL): ReadMemory {
  return async function* (wanted, pieces) {
    const { isLong, isPacked, all } = await peek(pieces, LONG_FILE_BYTES);
    const reader = isLong || isPacked ? threadedReader(workerFile, wanted) : plainReader(wanted);
    const ahead: { readonly answer: Promise<MemoryAnswer>; readonly bytes: number }[] = [];
    async function first() {
      const { answer, bytes } = ahead.shift()!;
      const { part } = opened(await answer) as { part: MemoryPart };
      return { part, bytes };
    }
    try {
      for await (const piece of isPacked ? unpacked(all, wanted.name) : all) {
        ahead.push({ answer: reader.ask(piece), bytes: piece.length });
        if (ahead.length < MAX_PIECES_AHEAD) continue;
        const next = await first();
        yield next;
        if (next.part.damaged) break;
      }
      while (ahead.length > 0) yield await first();
      yield opened(await reader.ask(null)) as { end: MemoryEnd };
    } finally {
      reader.stop();
    }
  };
}

function opened(answer: MemoryAnswer) {
  if ('problem' in answer) throw problemFrom(answer.problem);
  return answer;
}

interface AskedReader {
  ask(piece: Uint8Array | null): Promise<MemoryAnswer>;
  stop(): void;
}

function plainReader(wanted: WantedMemory): AskedReader {
  const reader = memoryReader(wanted);
  return { ask: async (piece) => answerTo(reader, piece), stop() {} };
}

function threadedReader(workerFile: URL, wanted: WantedMemory): AskedReader {
  const worker = new Worker(workerFile, {
    workerData: wanted,
    // What is parsed is handed over at once, so there is little to hold.
    resourceLimits: { maxOldGenerationSizeMb: WORKER_LIMITS.memory, maxYoungGenerationSizeMb: 16 },
    execArgv: [],
  });
  const waiting: { resolve(answer: MemoryAnswer): void; reject(error: Error): void }[] = [];
  let broken: Problem | null = null;
  let timer: NodeJS.Timeout | undefined;
  const fail = (cause: Error) => {
    clearTimeout(timer);
    void worker.terminate();
    broken ??= new Problem(
      'unreadable-file',
      msg('“{name}” cannot be read.', { name: wanted.name }),
      msg('The reading stopped. {reason}', { reason: wordsOf(cause) }),
      'Export it again from the tool it comes from, in smaller parts.',
      cause,
    );
    for (const { reject } of waiting.splice(0)) reject(broken);
  };
  /** The thread is ended where a piece takes too long. */
  const wait = () => {
    clearTimeout(timer);
    if (waiting.length === 0) return;
    const late = new Error(`A piece was not read within ${WORKER_LIMITS.time / 1000} seconds.`);
    timer = setTimeout(() => fail(late), WORKER_LIMITS.time);
  };
  worker.on('message', (answer: MemoryAnswer) => {
    waiting.shift()?.resolve(answer);
    wait();
  });
  worker.on('error', fail);
  worker.on('exit', (code) => fail(new Error(`The thread ended (${code}).`)));
  return {
    ask(piece) {
      const answer = new Promise<MemoryAnswer>((resolve, reject) => {
        if (broken) reject(broken);
        else if (waiting.push({ resolve, reject }) === 1) wait();
      });
      // Whoever awaits it gets the error; others have stopped listening.
      answer.catch(() => {});
      worker.postMessage(piece);
      return answer;
    },
    stop() {
      clearTimeout(timer);
      void worker.terminate();
    },
  };
}

/** What gzip has packed; of a file that is cut off, what there is. */
async function* unpacked(pieces: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: PIECE_BYTES, finishFlush: constants.Z_SYNC_FLUSH });
  const fed = pipeline(Readable.from(pieces), gunzip);
  // The reading end throws the same.
  fed.catch(() => {});
  try {
    yield* gunzip as AsyncIterable<Buffer>;
  } catch (cause) {
    if (!isZlibError(cause)) throw cause;
    throw new Problem(
      'unreadable-file',
      msg('“{name}” cannot be unpacked.', { name }),
      wordsOf(cause),
      'Pack it again, or unpack it and import what comes out.',
      cause,
    );
  }
}

function isZlibError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}

/** Looks whether more than `enough` bytes come and whether they are gzip's (RFC 1952, section 2.3.1), and returns all of them. */
async function peek(pieces: AsyncIterable<Uint8Array>, enough: number) {
  const rest = pieces[Symbol.asyncIterator]();
  const held: Uint8Array[] = [];
  let size = 0;
  let isLong = true;
  while (isLong && size < enough) {
    const { done, value } = await rest.next();
    if (done) isLong = false;
    else {
      held.push(value);
      size += value.length;
    }
  }
  async function* all() {
    try {
      yield* held;
      while (isLong) {
        const { done, value } = await rest.next();
        if (done) return;
        yield value;
      }
    } finally {
      await rest.return?.();
    }
  }
  const [first] = held;
  return { isLong, isPacked: first?.[0] === 0x1f && first[1] === 0x8b, all: all() };
}
