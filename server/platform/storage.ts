import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { isUuid, newId } from './id.ts';
import { AppError } from './problem.ts';

/** What was stored under which key. */
export interface Stored {
  key: string;
  bytes: number;
  sha256: string;
}

/** Contents of files, by keys this makes itself. Names and media types belong to the features. */
export interface Storage {
  /** Stores a stream of at most `limit` bytes; throws AppError `too_large` and keeps nothing when it is longer. */
  put(content: AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>, options: { limit: number }): Promise<Stored>;
  /** Opens a content for reading; throws AppError `not_found`. */
  open(key: string): Promise<{ stream: ReadableStream<Uint8Array>; bytes: number }>;
  /** Removes a content; does nothing when there is none. */
  remove(key: string): Promise<void>;
}

/** Files below the data folder. A content appears under its key only when it is whole and on disk. */
export function localStorage(dataFolder: string): Storage {
  const root = join(dataFolder, 'files');
  const pathOf = (key: string) => {
    if (!isUuid(key)) throw new AppError('not_found', 'There is no such file.');
    // The end of a UUIDv7 is random, so the folders fill evenly.
    return join(root, key.slice(-2), key);
  };
  return {
    async put(content, { limit }) {
      const key = newId();
      const path = pathOf(key);
      const draft = join(root, 'drafts', key);
      await mkdir(dirname(draft), { recursive: true });
      try {
        const written = await write(draft, content, limit);
        await mkdir(dirname(path), { recursive: true });
        await rename(draft, path);
        return { key, ...written };
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },
    async open(key) {
      const path = pathOf(key);
      const found = await stat(path).catch(() => undefined);
      if (!found) throw new AppError('not_found', 'There is no such file.');
      const stream = Readable.toWeb(createReadStream(path)) as unknown as ReadableStream<Uint8Array>;
      return { stream, bytes: found.size };
    },
    async remove(key) {
      await rm(pathOf(key), { force: true });
    },
  };
}

async function write(
  path: string,
  content: AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>,
  limit: number,
): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of content as AsyncIterable<Uint8Array>) {
      bytes += chunk.byteLength;
      if (bytes > limit) throw new AppError('too_large', `Files may have at most ${inMegabytes(limit)} MB.`, { limit });
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { bytes, sha256: hash.digest('hex') };
}

function inMegabytes(bytes: number): string {
  return String(Math.round((bytes / (1024 * 1024)) * 10) / 10);
}
