import type { default as Sharp, Sharp as Picture } from 'sharp';
import { reject } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';

/** Longest side of what the wall shows, and of what phones do; px. */
const wallPx = 1600;
const phonePx = 720;
/** More than any phone's camera makes; a file of a few KB can claim billions. */
const mostPixels = 110_000_000;
/** A picture that takes longer to unpack is an attack, not a photo. */
const patienceSeconds = 20;
/** Below this share of the large one's bytes a small one is worth a second file. */
const worthwhile = 0.75;
/** Lines and letters stay sharp as PNG; so much may that cost. */
const sharpBytes = 40_000;
/** All that is looked at to tell what a file is. */
const headBytes = 4100;

const taken = new Set(['jpg', 'png', 'webp', 'gif', 'avif']);

export type Encoded = { bytes: Buffer; ending: 'jpg' | 'png' };
export type Shrunk = { large: Encoded; small: Encoded | null; width: number; height: number };

/**
 * Makes of an uploaded file what wall and phones show: decoded, turned upright, in sRGB, without any metadata, at most 1600 px
 * long, encoded anew as JPEG or PNG (an iPhone with iOS 12.5 knows nothing newer). So nothing that was sent is ever served.
 * Of a file that moves, the first picture is taken. What it is follows from its bytes, never from a name or a header.
 */
export async function shrink(file: Buffer): Promise<Shrunk | Rejection> {
  const type = await typeOf(file);
  if (!taken.has(type)) return reject('image_kind', { type });
  const sharp = await loadSharp();
  try {
    const { data, info } = await sharp(file, {
      limitInputPixels: mostPixels,
      failOn: 'error',
      pages: 1,
      sequentialRead: true,
    })
      .timeout({ seconds: patienceSeconds })
      .autoOrient()
      .resize({ width: wallPx, height: wallPx, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    const picture = () => sharp(data, { raw: { width, height, channels } });
    // Photographs stay photographs; drawings and screenshots may be smaller, and sharper, as PNG.
    const drawn = type !== 'jpg' && type !== 'avif';
    const see = channels === 4 && isSeeThrough(data);
    const large = await encode(picture, see, drawn);
    let small: Encoded | null = null;
    if (Math.max(width, height) > phonePx) {
      small = await encode(
        () => picture().resize({ width: phonePx, height: phonePx, fit: 'inside' }),
        see,
        drawn,
      );
      if (small.bytes.length > large.bytes.length * worthwhile) small = null;
    }
    return { large, small, width, height };
  } catch (error) {
    const { message } = error as Error;
    if (/pixel limit|too large|timeout/i.test(message)) return reject('image_too_many_pixels');
    return reject('image_damaged');
  }
}

async function encode(
  picture: () => Picture,
  seeThrough: boolean,
  drawn: boolean,
): Promise<Encoded> {
  // A photograph cut out of its ground would be megabytes with all its colours.
  if (seeThrough)
    return {
      bytes: await picture().png({ palette: true, quality: 90, compressionLevel: 9 }).toBuffer(),
      ending: 'png',
    };
  const jpeg = await picture().removeAlpha().jpeg({ quality: 82, mozjpeg: true }).toBuffer();
  if (drawn) {
    const png = await picture().removeAlpha().png({ compressionLevel: 9 }).toBuffer();
    if (png.length <= Math.max(sharpBytes, jpeg.length * 1.5)) return { bytes: png, ending: 'png' };
  }
  return { bytes: jpeg, ending: 'jpg' };
}

/** Whether any pixel of RGBA lets something through. */
function isSeeThrough(rgba: Buffer): boolean {
  for (let at = 3; at < rgba.length; at += 4) if (rgba[at] !== 255) return true;
  return false;
}

/** `jpg`, `png`, …, `svg`, or `unknown`. */
async function typeOf(file: Buffer): Promise<string> {
  const head = file.subarray(0, headBytes);
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(head);
  if (found && found.ext !== 'xml') return found.ext;
  return /<svg[\s>]/i.test(head.toString('latin1')) ? 'svg' : 'unknown';
}

let sharpLoaded: Promise<typeof Sharp> | null = null;

/** Only once somebody uploads: it brings a library of 20 MB. Of its readers, those of the formats that are taken, and no other. */
function loadSharp(): Promise<typeof Sharp> {
  sharpLoaded ??= import('sharp').then(({ default: sharp }) => {
    // One core stays for the lesson.
    sharp.concurrency(1);
    sharp.cache(false);
    sharp.block({ operation: ['VipsForeignLoad'] });
    sharp.unblock({
      operation: [
        'VipsForeignLoadJpegBuffer',
        'VipsForeignLoadPngBuffer',
        'VipsForeignLoadWebpBuffer',
        'VipsForeignLoadNsgifBuffer',
        'VipsForeignLoadHeifBuffer',
      ],
    });
    return sharp;
  });
  return sharpLoaded;
}
