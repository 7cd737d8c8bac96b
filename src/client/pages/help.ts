import { keysTable } from '../keys-table.ts';

document.querySelector('#keys-table')?.replaceChildren(keysTable());
