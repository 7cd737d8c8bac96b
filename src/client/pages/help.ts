import { keysTable } from '../review/keys-table.ts';

document.querySelector('#keys-table')?.replaceChildren(keysTable());
