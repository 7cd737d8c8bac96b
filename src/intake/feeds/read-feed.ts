import { type SaxesAttributePlain, SaxesParser } from 'saxes';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { isWebAddress } from '../../core/text/web-address.ts';
import { decode } from '../decode.ts';

/** An article that a feed names. */
export interface FeedEntry {
  /** Of its page. */
  readonly address: string;
  /** What the feed says of its version: when it was changed last, as it is written there; empty where it does not say. */
  readonly stamp: string;
}

/**
 * The articles that a feed names, in its order: RSS 0.9 to 2.0 (`item`, `link`, `pubDate`) or Atom (RFC 4287: `entry`, `link`
 * with `rel="alternate"`, `updated`). Addresses may be relative to that of the feed.
 * @param base the address of the feed
 * @throws Problem `unreadable-file` where it is no feed
 */
export function readFeed(bytes: Uint8Array, name: string, base: string, charset?: string): FeedEntry[] {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const declared = /^<\?xml[^>]*\bencoding=["']([^"']+)/u.exec(head)?.[1];
  const { text } = decode(bytes, name, declared ?? charset);
  const entries = new Map<string, FeedEntry>();
  let isFeed = false;
  let entry: { link: string; guid: string; stamp: string; changed: string } | null = null;
  let field = '';
  const parser = new SaxesParser();
  parser.on('error', () => {
    throw noFeed(name);
  });
  parser.on('opentag', ({ name: qualified, attributes }) => {
    const tag = local(qualified);
    isFeed ||= ['rss', 'rdf', 'feed'].includes(tag);
    if (tag === 'item' || tag === 'entry') entry = { link: '', guid: '', stamp: '', changed: '' };
    field = qualified.includes(':') && tag === 'link' ? '' : tag;
    if (entry && field === 'link' && isPage(attributes)) entry.link = attributes['href'] ?? '';
    if (field === 'guid' && attributes['isPermaLink'] === 'false') field = '';
  });
  const add = (piece: string) => {
    if (!entry) return;
    if (field === 'link' || field === 'guid') entry[field] += piece;
    else if (field === 'updated' || field === 'modified') entry.changed += piece;
    else if (['pubdate', 'date', 'published'].includes(field)) entry.stamp += piece;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', ({ name: qualified }) => {
    field = '';
    if (!entry || !['item', 'entry'].includes(local(qualified))) return;
    const link = [entry.link, entry.guid].map((one) => one.trim()).find(Boolean) ?? '';
    const address = link !== '' && URL.canParse(link, base) ? withoutHash(new URL(link, base)) : '';
    if (isWebAddress(address) && !entries.has(address)) {
      entries.set(address, { address, stamp: (entry.changed || entry.stamp).trim() });
    }
    entry = null;
  });
  parser.write(text.trimStart()).close();
  if (!isFeed) throw noFeed(name);
  return [...entries.values()];
}

/** Whether a link of Atom leads to the page of its entry; one of RSS has no attributes, and its address as text. */
function isPage(attributes: Record<string, SaxesAttributePlain['value']>): boolean {
  return attributes['href'] !== undefined && (attributes['rel'] ?? 'alternate') === 'alternate';
}

function withoutHash(address: URL): string {
  address.hash = '';
  return address.href;
}

function local(qualified: string): string {
  return qualified.slice(qualified.indexOf(':') + 1).toLowerCase();
}

function noFeed(name: string): Problem {
  return new Problem(
    'unreadable-file',
    msg('“{name}” is not a feed.', { name }),
    'It is neither RSS nor Atom, or it is damaged.',
    'Give the address of the feed itself, as a feed reader takes it.',
  );
}
