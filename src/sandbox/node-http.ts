import type { IncomingMessage, ServerResponse } from 'node:http';

export type Handler = (request: Request) => Promise<Response | undefined>;

/**
 * Lets a handler of web Requests answer a request of Node's http server.
 * False, with nothing written, when the path does not belong to the handler.
 */
export async function answerNode(
  handle: Handler,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  path: string,
): Promise<boolean> {
  const scheme = 'encrypted' in incoming.socket ? 'https' : 'http';
  const address = `${scheme}://${incoming.headers.host ?? 'localhost'}${path}`;
  const method = incoming.method ?? 'GET';
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers))
    if (value !== undefined && !name.startsWith(':'))
      headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  const body = method === 'POST' ? await bodyOf(incoming) : null;
  const answer = await handle(new Request(address, { method, headers, body }));
  if (answer === undefined) return false;
  outgoing.statusCode = answer.status;
  answer.headers.forEach((value, name) => outgoing.setHeader(name, value));
  outgoing.end(new Uint8Array(await answer.arrayBuffer()));
  return true;
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts).toString('utf8');
}
