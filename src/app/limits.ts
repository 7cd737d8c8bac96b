/** The largest file that is read, in bytes; pages say it and refuse more. */
export { MAX_FILE_BYTES } from '../intake/articles/read-file.ts';

/** The largest zip of files that a page takes, in bytes; it is unpacked in memory. */
export const MAX_ZIP_BYTES = 200 * 1024 ** 2;

/** The largest translation memory that a page takes, in bytes; it is read piece by piece. */
export const MAX_MEMORY_FILE_BYTES = 1024 ** 3;

/** Texts of no more letters, and files of no more bytes, are read on the thread that asks if there is nothing in them but text. */
export const SHORT_TEXT_LENGTH = 200_000;
