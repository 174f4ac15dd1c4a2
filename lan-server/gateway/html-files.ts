import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Request, Response } from 'express';

type Page = {
  changed: string;
  etag: string;
  plain: Buffer;
  br: Buffer | null;
  gzip: Buffer | null;
};

/** Sends one HTML file of the built pages. False when it is not there. */
export type SendHtml = (request: Request, response: Response, name: string) => Promise<boolean>;

/**
 * HTML is asked for anew each time (`no-cache`) and costs a 304 when nothing changed; compressed copies come from the build. Read
 * once and again when the file changes, so that `npm run dev` needs no restart.
 */
export function createHtmlFiles(folder: string): SendHtml {
  const pages = new Map<string, Page>();

  const read = async (name: string): Promise<Page | null> => {
    const file = join(folder, name);
    try {
      const { mtimeMs, size, ino } = await stat(file);
      const changed = `${mtimeMs} ${size} ${ino}`;
      const known = pages.get(name);
      if (known?.changed === changed) return known;
      const plain = await readFile(file);
      const [br, gzip] = await Promise.all([ifThere(`${file}.br`), ifThere(`${file}.gz`)]);
      const etag = createHash('sha256').update(plain).digest('base64url').slice(0, 16);
      const page = { changed, etag, plain, br, gzip };
      pages.set(name, page);
      return page;
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  };

  return async (request, response, name) => {
    const page = await read(name);
    if (!page) return false;
    const encoding = encodingFor(request, page);
    // Other bytes under another encoding, so another tag.
    response.setHeader('ETag', `"${page.etag}${encoding === 'plain' ? '' : `-${encoding}`}"`);
    response.setHeader('Cache-Control', 'no-cache');
    response.vary('Accept-Encoding');
    if (encoding !== 'plain') response.setHeader('Content-Encoding', encoding);
    response.type('html').send(page[encoding]);
    return true;
  };
}

function encodingFor(request: Request, page: Page): 'br' | 'gzip' | 'plain' {
  if (page.br && request.acceptsEncodings('br')) return 'br';
  if (page.gzip && request.acceptsEncodings('gzip')) return 'gzip';
  return 'plain';
}

async function ifThere(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
