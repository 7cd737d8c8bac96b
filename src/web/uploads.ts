import multer from 'multer';
import { LARGEST_FILE, LARGEST_MEMORY, LARGEST_ZIP } from '../app/limits.ts';

const upload = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: LARGEST_FILE, fieldSize: LARGEST_FILE, files: 2, fields: 20 },
  defParamCharset: 'utf8',
});

/** Reads the form with one file, nothing written to disk. */
export const uploadedFile = upload.single('file');

/** Reads a form that may be long, without a file. */
export const sentForm = upload.none();

/** Reads the form with a translation memory, which may be long: a file on disk, to be removed by the handler. */
export const uploadedMemory = multer({
  storage: multer.diskStorage({}),
  limits: { fileSize: LARGEST_MEMORY, files: 1, fields: 20 },
  defParamCharset: 'utf8',
}).single('file');

/** Reads the form with many files, each by its path in their folder: files on disk, to be removed by the handler. */
export const uploadedFiles = multer({
  storage: multer.diskStorage({}),
  limits: { fileSize: LARGEST_ZIP, files: 20_000, fields: 20 },
  defParamCharset: 'utf8',
  preservePath: true,
}).array('files');

/** Reads the two-sided form: a file or a text for each side, nothing written to disk. */
export const uploadedPair = upload.fields([
  { name: 'sourceFile', maxCount: 1 },
  { name: 'targetFile', maxCount: 1 },
]);
