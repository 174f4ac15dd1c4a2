import { request as httpRequest } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { connect as openSocket } from 'node:net';
import { io } from 'socket.io-client';
import { socketPath } from '../../lan-server/contract/paths.ts';
import { kindNamed } from '../../lan-server/questions/index.ts';
import type { TestSocket } from '../support/teacher.ts';

type Target = { port: number };

/** Says exactly these bytes to the program and gives all that it answers until it hangs up. */
export function sayBytes({ port }: Target, ...parts: (string | Buffer)[]): Promise<string> {
  return new Promise((resolve) => {
    let heard = '';
    const socket = openSocket(port, '127.0.0.1', () => {
      for (const part of parts) socket.write(part);
    });
    socket.on('data', (chunk: Buffer) => (heard += chunk.toString('latin1')));
    socket.on('error', () => {});
    socket.on('close', () => resolve(heard));
  });
}

export type Answer = { status: number; headers: IncomingHttpHeaders; text: string; code: string };

/** An HTTP request without a browser's politeness: any header, any path, from any address of this machine. */
export function ask(
  { port }: Target,
  method: string,
  path: string,
  {
    headers = {},
    body,
    from,
  }: { headers?: Record<string, string>; body?: string | Buffer; from?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({
      host: '127.0.0.1',
      port,
      method,
      path,
      headers: {
        ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
        ...headers,
      },
      ...(from === undefined ? {} : { localAddress: from }),
    });
    request.setTimeout(20_000, () => request.destroy(new Error(`no answer: ${method} ${path}`)));
    request.on('error', reject);
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const code = /"code":"(\w+)"/.exec(text)?.[1] ?? '';
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, code });
      });
    });
    request.end(body);
  });
}

export const json = { 'content-type': 'application/json' };

/** A live connection from an address of this machine's own choice (all of 127.0.0.0/8 is), with any headers. */
export function socketFrom(
  url: string,
  auth: object,
  {
    from,
    headers = {},
    transports = ['websocket'],
  }: { from?: string; headers?: Record<string, string>; transports?: string[] } = {},
): TestSocket {
  return io(url, {
    path: socketPath,
    auth,
    transports,
    forceNew: true,
    reconnection: false,
    extraHeaders: headers,
    ...(from === undefined ? {} : { localAddress: from }),
  } as Parameters<typeof io>[1]);
}

/** `in`, or the code or message of the refusal. */
export function outcome(socket: TestSocket): Promise<string> {
  return new Promise((resolve) => {
    socket.once('connect', () => resolve('in'));
    socket.once('connect_error', (error: Error & { data?: { code?: string } }) =>
      resolve(error.data?.code ?? error.message),
    );
  });
}

/** Emits any event with any arguments and gives the acknowledgement's code, or `ok`. */
export function emit(socket: TestSocket, event: string, ...args: unknown[]): Promise<string> {
  return new Promise((resolve) => {
    socket.once('disconnect', () => resolve('cut'));
    (socket as unknown as { emit(event: string, ...args: unknown[]): void }).emit(
      event,
      ...args,
      (ack: { ok: boolean; error?: { code: string } }) =>
        resolve(ack.ok ? 'ok' : (ack.error?.code ?? 'none')),
    );
  });
}

/** A question of a kind with these fields, ready to be asked. */
export function question(
  kind: 'choice' | 'wordcloud',
  fields: { id: string; text: string; [field: string]: unknown },
) {
  return { ...kindNamed(kind).blank(fields.id), ...fields };
}
