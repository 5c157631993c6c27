import { once } from 'node:events';
import { connect } from 'node:net';

/** A request as it goes over the wire. */
export type Wire = Buffer;

const endOfHead = Buffer.from('\r\n\r\n');
const errors = Buffer.from('"errors":[');

/** A JSON request over a connection that stays open. */
export function wireOf(path: string, body: object, headers: Record<string, string> = {}): Wire {
  const sent = JSON.stringify(body);
  const head = { host: 'localhost', 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(sent)), ...headers };
  return Buffer.from(`POST ${path} HTTP/1.1\r\n${Object.entries(head).map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${sent}`);
}

/**
 * Answers per second of a server, each connection asking again as soon as it was answered. Bare sockets, as the tool shares
 * the processors with what it measures. Throws at the first answer that is not a success: a fast no is no throughput.
 */
export async function closedLoop({ url, connections, seconds, next }: { url: string; connections: number; seconds: number; next: () => Wire }): Promise<number> {
  const begin = performance.now();
  const until = begin + seconds * 1000;
  const counts = await Promise.all(Array.from({ length: connections }, () => oneConnection(url, until, next)));
  return counts.reduce((sum, count) => sum + count, 0) / ((performance.now() - begin) / 1000);
}

async function oneConnection(url: string, until: number, next: () => Wire): Promise<number> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  await once(socket, 'connect');
  try {
    let answered = 0;
    let received: Buffer = Buffer.alloc(0);
    socket.write(next());
    for await (const chunk of socket) {
      received = received.length === 0 ? (chunk as Buffer) : Buffer.concat([received, chunk as Buffer]);
      if (!isWhole(received)) continue;
      if (!received.subarray(0, 12).equals(Buffer.from('HTTP/1.1 200')) || received.includes(errors)) throw new Error(`Not a success: ${received.toString().slice(0, 1500)}`);
      answered += 1;
      received = Buffer.alloc(0);
      if (performance.now() >= until) return answered;
      socket.write(next());
    }
    throw new Error('The server closed the connection');
  } finally {
    socket.destroy();
  }
}

function isWhole(received: Buffer): boolean {
  const head = received.indexOf(endOfHead);
  if (head < 0) return false;
  const length = /content-length: (\d+)/i.exec(received.toString('latin1', 0, head))?.[1];
  if (length === undefined) throw new Error('An answer without its length');
  return received.length >= head + endOfHead.length + Number(length);
}
