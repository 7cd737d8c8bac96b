import type { RequestHandler } from 'express';
import multer, { MulterError } from 'multer';
import type { App } from '../app/app.ts';
import { MAX_FILE_BYTES, MAX_MEMORY_FILE_BYTES, MAX_ZIP_BYTES } from '../app/limits.ts';
import { verbatim } from '../core/message.ts';
import { Problem } from '../core/problem.ts';

/** What reads the forms that carry files. */
export interface Uploads {
  /** Reads the form with one file, nothing written to disk. */
  readonly file: RequestHandler;
  /** Reads a form that may be long, without a file. */
  readonly form: RequestHandler;
  /** Reads the two-sided form: a file or a text for each side, nothing written to disk. */
  readonly pair: RequestHandler;
  /** Reads the form with a translation memory, which may be long: a file on disk, to be removed by the handler. */
  readonly memory: RequestHandler;
  /** Reads the form with many files, each by its path in their folder: files on disk, to be removed by the handler. */
  readonly files: RequestHandler;
}

/** Long files go to the app's own folder, which is emptied when the program starts: a killed one leaves them there. */
export function uploads({ scratch }: Pick<App, 'scratch'>): Uploads {
  const inMemory = multer({
    storage: multer.memoryStorage(),
    limits: { fileSize: MAX_FILE_BYTES, fieldSize: MAX_FILE_BYTES, files: 2, fields: 20 },
    defParamCharset: 'utf8',
  });
  const onDisk = (limits: multer.Options['limits'], preservePath: boolean) =>
    multer({
      storage: multer.diskStorage({
        destination: (_request, _file, done) =>
          void scratch.folder().then(
            (folder) => done(null, folder),
            (error: Error) => done(error, ''),
          ),
      }),
      limits: { ...limits, fields: 20 },
      defParamCharset: 'utf8',
      preservePath,
    });
  const read = {
    file: inMemory.single('file'),
    form: inMemory.none(),
    pair: inMemory.fields([
      { name: 'sourceFile', maxCount: 1 },
      { name: 'targetFile', maxCount: 1 },
    ]),
    memory: onDisk({ fileSize: MAX_MEMORY_FILE_BYTES, files: 1 }, false).single('file'),
    files: onDisk({ fileSize: MAX_ZIP_BYTES, files: 20_000 }, true).array('files'),
  };
  return {
    file: explained(read.file),
    form: explained(read.form),
    pair: explained(read.pair),
    memory: explained(read.memory),
    files: explained(read.files),
  };
}

/** What the parser of forms says in plain errors is a bad request, or a disk without room. */
function explained(read: RequestHandler): RequestHandler {
  return (request, response, next) => {
    void read(request, response, (error?: unknown) => next(error === undefined ? undefined : meant(error)));
  };
}

function meant(error: unknown): unknown {
  if (error instanceof MulterError || error instanceof Problem || !(error instanceof Error)) return error;
  if ('code' in error && error.code === 'ENOSPC') {
    return new Problem(
      'store-full',
      'The disk is full; nothing was changed.',
      '',
      'Free some space and try again.',
      error,
    );
  }
  // Errors of the system have a code; those of the form's parser, such as “Malformed part header”, have none.
  if ('code' in error) return error;
  const detail = verbatim(error.message);
  return new Problem('bad-request', 'The form could not be read.', detail, 'Go back and send it again.', error);
}
