import type { Bitext } from '../../src/core/bitext/bitext.ts';
import { applyEdit } from '../../src/core/bitext/edit.ts';
import { type Operation, planEdit } from '../../src/core/bitext/operation.ts';
import { bitextOf } from './bitexts.ts';

export function edited(notation: string, ...operations: Operation[]): Bitext {
  return operations.reduce((bitext, operation) => {
    const result = applyEdit(bitext, planEdit(bitext, operation));
    if (!result) throw new Error('the edit did not apply');
    return result;
  }, bitextOf(notation));
}
