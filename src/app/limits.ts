/** The largest file that is read, in bytes; pages say it and refuse more. */
export { LARGEST_FILE } from '../intake/articles/read-file.ts';

/** The largest zip of files that a page takes, in bytes; it is unpacked in memory. */
export const LARGEST_ZIP = 200 * 1024 ** 2;

/** The largest translation memory that a page takes, in bytes; it is read piece by piece. */
export const LARGEST_MEMORY = 1024 ** 3;

/** Texts of no more letters, and files of no more bytes, are read on the thread that asks if there is nothing in them but text. */
export const SHORT_TEXT = 200_000;
