import { connect, type Socket } from 'node:net';

export interface Answer {
  status: number;
  etag: string | undefined;
  body: string;
}

/**
 * One kept-alive HTTP/1.1 connection that does as little as possible, so that the measured side gets the processor.
 * Answers need a Content-Length or chunks; one request at a time.
 */
export class Connection {
  readonly #socket: Socket;
  #buffer: Buffer = Buffer.alloc(0);
  #waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | undefined;

  constructor(port: number) {
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true });
    this.#socket.on('data', (chunk: Buffer) => {
      this.#buffer = this.#buffer.length === 0 ? chunk : Buffer.concat([this.#buffer, chunk]);
      this.#read();
    });
    this.#socket.on('error', (error) => this.#waiting?.reject(error));
    this.#socket.on('close', () => this.#waiting?.reject(new Error('the connection was closed')));
  }

  send(method: string, path: string, headers: Record<string, string>, body = ''): Promise<Answer> {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const length =
      body === '' ? '' : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`;
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket.write(`${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${lines.join('')}${length}\r\n${body}`);
    });
  }

  close(): void {
    this.#waiting = undefined;
    this.#socket.destroy();
  }

  #read(): void {
    const end = this.#buffer.indexOf('\r\n\r\n');
    if (end === -1 || !this.#waiting) return;
    const head = this.#buffer.toString('latin1', 0, end);
    const body = readBody(head, this.#buffer.subarray(end + 4));
    if (!body) return;
    this.#buffer = body.rest;
    const { resolve } = this.#waiting;
    this.#waiting = undefined;
    resolve({ status: Number(head.slice(9, 12)), etag: /\r\netag: (.+)/i.exec(head)?.[1]?.trim(), body: body.text });
  }
}

function readBody(head: string, bytes: Buffer): { text: string; rest: Buffer } | undefined {
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (length !== undefined) {
    const size = Number(length);
    return bytes.length < size ? undefined : { text: bytes.toString('utf8', 0, size), rest: bytes.subarray(size) };
  }
  let text = '';
  for (let at = 0; ; ) {
    const line = bytes.indexOf('\r\n', at);
    if (line === -1) return undefined;
    const size = Number.parseInt(bytes.toString('latin1', at, line), 16);
    if (bytes.length < line + 4 + size) return undefined;
    if (size === 0) return { text, rest: bytes.subarray(line + 4) };
    text += bytes.toString('utf8', line + 2, line + 2 + size);
    at = line + 4 + size;
  }
}
