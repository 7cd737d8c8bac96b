import { strToU8, Zip, ZipDeflate } from 'fflate';

/** A zip file that is written part by part, and taken away as it is packed. */
export interface ZipParts {
  /** Begins a part; the one before has to be ended. */
  open(name: string): { push(text: string, isLast?: boolean): void };
  /** What has been packed since it was taken last. */
  taken(): Uint8Array[];
  end(): void;
}

export function zipParts(): ZipParts {
  let packed: Uint8Array[] = [];
  const zip = new Zip((error, data) => {
    if (error) throw error;
    packed.push(data);
  });
  return {
    open(name) {
      const entry = new ZipDeflate(name, { level: 6 });
      zip.add(entry);
      return { push: (text, isLast = false) => entry.push(strToU8(text), isLast) };
    },
    taken() {
      const pieces = packed;
      packed = [];
      return pieces;
    },
    end: () => zip.end(),
  };
}

/** How a part of a file of Office Open XML begins. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
