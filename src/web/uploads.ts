import multer from 'multer';
import { LARGEST_FILE } from '../app/limits.ts';

const upload = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: LARGEST_FILE, fieldSize: LARGEST_FILE, files: 2, fields: 20 },
  defParamCharset: 'utf8',
});

/** Reads the form with one file, nothing written to disk. */
export const uploadedFile = upload.single('file');

/** Reads the two-sided form: a file or a text for each side, nothing written to disk. */
export const uploadedPair = upload.fields([
  { name: 'sourceFile', maxCount: 1 },
  { name: 'targetFile', maxCount: 1 },
]);
