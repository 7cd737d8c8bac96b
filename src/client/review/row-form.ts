import { BEAD_STATUSES } from '../../core/bitext/bitext.ts';
import type { Operation } from '../../core/bitext/operation.ts';
import { fieldsOf } from '../shared/fields.ts';

/** The operation that a form within a row asks for (`views/review/row.ejs`); null where it is none that the page sends itself. */
export function operationIn(form: HTMLFormElement, submitter: HTMLElement | null): Operation | null {
  const fields = fieldsOf(form, submitter);
  switch (fields['action']) {
    case 'setStatus': {
      const status = BEAD_STATUSES.find((each) => each === fields['status']);
      return status ? { action: 'setStatus', beads: [Number(fields['beads'])], status } : null;
    }
    case 'rewrite': {
      const { side, segment, text = '' } = fields;
      return side === 'source' || side === 'target'
        ? { action: 'rewrite', side, segment: Number(segment), text }
        : null;
    }
    default:
      return null;
  }
}
