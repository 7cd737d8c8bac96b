import { isWebAddress } from '../text/web-address.ts';
import type { FileConcept } from './concept.ts';

/** A concept of a file, whose picture is an address on the web; what else stands in its place is kept as a note, which is text and no link. */
export function withWebPicture(concept: FileConcept): FileConcept {
  const { image, ...rest } = concept;
  if (!image || isWebAddress(image)) return concept;
  return { ...rest, note: [rest.note, `image: ${image}`].filter(Boolean).join('\n') };
}
