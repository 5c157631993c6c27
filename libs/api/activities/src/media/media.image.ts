import { Refusal } from '@mintforge/domain/kernel';
import { checkFile } from '@mintforge/platform';

const mostPixels = 50_000_000;
const longestEdge = 2400;
const endings: Record<string, readonly string[]> = { 'image/jpeg': ['jpg', 'jpeg', 'jpe'], 'image/png': ['png'], 'image/webp': ['webp'] };

/** A picture as it is kept. */
export interface CleanPicture {
  content: Buffer;
  width: number;
  height: number;
}

/**
 * A picture drawn anew: turned upright, at most 2400 pixels long, JPEG, without anything that stood beside the pixels
 * (place, time, camera, previews). Refuses as `checkFile`; FILE_TYPE_REFUSED also where the name claims another type than
 * the bytes are, or the bytes only begin like a picture; FILE_TOO_LARGE above 50 megapixels.
 */
export async function cleanPicture(name: string, uploaded: Buffer): Promise<CleanPicture> {
  const mediaType = await checkFile('MEDIA', uploaded);
  const ending = /\.(\w{1,5})$/.exec(name.toLowerCase())?.[1];
  if (ending && !endings[mediaType]?.includes(ending)) throw notAPicture();
  // Loaded with the first picture: libvips costs every start 40 MB.
  const { default: sharp } = await import('sharp');
  const picture = sharp(uploaded, { limitInputPixels: false, failOn: 'error', pages: 1 });
  const { width, height } = await picture.metadata().catch(() => Promise.reject(notAPicture()));
  if (width * height > mostPixels) throw new Refusal('FILE_TOO_LARGE', { limit: `${mostPixels / 1_000_000} MP` });
  const { data, info } = await picture
    .rotate().flatten({ background: '#ffffff' }).resize({ width: longestEdge, height: longestEdge, fit: 'inside', withoutEnlargement: true }).toColourspace('srgb').jpeg({ quality: 82 })
    .toBuffer({ resolveWithObject: true }).catch(() => Promise.reject(notAPicture()));
  return { content: data, width: info.width, height: info.height };
}

const notAPicture = () => new Refusal('FILE_TYPE_REFUSED', { allowed: 'JPEG, PNG, WEBP' });
