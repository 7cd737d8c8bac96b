/**
 * Code pages of DOS that no TextDecoder knows, as their upper halves (0x80 to
 * 0xFF), from Unicode's own tables (CP437.TXT, CP850.TXT, CP852.TXT).
 */
const BOXES_437 = '░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀';

const UPPER: Readonly<Record<string, string>> = {
  cp437: `ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»${BOXES_437}αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0`,
  cp850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
  cp852:
    'ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u00ad˝˛ˇ˘§÷¸°¨˙űŘř■\u00a0',
};

/** Other names of these pages, as people and files write them. */
const ALIASES: Readonly<Record<string, string>> = {
  437: 'cp437',
  850: 'cp850',
  852: 'cp852',
  ibm437: 'cp437',
  ibm850: 'cp850',
  ibm852: 'cp852',
  'dos-437': 'cp437',
  'dos-850': 'cp850',
  'dos-852': 'cp852',
  858: 'cp850',
  cp858: 'cp850',
  ibm00858: 'cp850',
};

/** The code page that a name means, if it is one of these. */
export function codePage(name: string): string | undefined {
  const plain = name.trim().toLowerCase();
  const known = ALIASES[plain] ?? plain;
  return UPPER[known] === undefined ? undefined : known;
}

/** Reads bytes by one of these code pages. */
export function readCodePage(bytes: Uint8Array, page: string): string {
  const upper = [...UPPER[page]!];
  let text = '';
  for (const byte of bytes) text += byte < 0x80 ? String.fromCharCode(byte) : upper[byte - 0x80]!;
  return text;
}
