import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** The client's address: the last in X-Forwarded-For that is not one of our proxies, where a proxy of ours has sent it. */
export function addressOf(request: IncomingMessage, trustedProxies: readonly string[]): string {
  const peer = request.socket.remoteAddress ?? '';
  const header = request.headers['x-forwarded-for'];
  if (trustedProxies.length === 0 || header === undefined) return peer;
  const trusted = blockListOf(trustedProxies);
  const hops = [
    ...String(header)
      .split(',')
      .map((hop) => hop.trim()),
    peer,
  ].reverse();
  return hops.find((hop) => !isIn(trusted, hop)) ?? peer;
}

function blockListOf(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', bits] = range.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

function isIn(list: BlockList, address: string): boolean {
  const plain = address.replace(/^::ffff:/, '');
  return list.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4');
}
