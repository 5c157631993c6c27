import jsqr from 'jsqr';
import { parentPort, workerData } from 'node:worker_threads';
import sharp from 'sharp';
import { openDocument, ScanTroubleError, type OpenDocument, type Raster } from './scan-documents.ts';
import { documentOf } from './scan-parts.ts';
import type { ScanMessage, ScanTask, SeenPage } from './scan-tasks.ts';

/** The longer side, in pixels, at which the code of a form is looked for. */
const looks = [1700, 1000] as const;
/** Where our codes stand, also upside down, as shares of width and height: looking there alone takes a tenth of the time. */
const corners = [{ x: 0.6, y: 0 }, { x: 0, y: 0.75 }] as const;
const [cornerWidth, cornerHeight] = [0.4, 0.25];
/** Width of a picture to look at, in pixels: 120 dpi on A4. */
const pictureWidth = 1000;
/** A page is blank with less than so much of it inked, a margin left aside where scanners leave shadows. */
const [inkOfBlank, edge, darkerBy] = [0.0002, 0.04, 48];

const say = (message: ScanMessage) => parentPort?.postMessage(message);

/** Runs in a thread of its own; what it is asked is told by `ScanTask`. */
const task = workerData as ScanTask;
let at = { file: 1, page: 0 };
try {
  say(await done(task));
} catch (error) {
  say({ kind: 'TROUBLE', why: error instanceof ScanTroubleError ? error.why : at.page === 0 ? 'BROKEN' : 'PAGE', ...at });
}

async function done({ sources, ...what }: ScanTask): Promise<ScanMessage> {
  const files: OpenDocument[] = [];
  for (const [index, source] of sources.entries()) {
    turnTo(index + 1, 0);
    files.push(await openDocument(source));
    if (what.kind === 'READ' && files.reduce((sum, { pages }) => sum + pages, 0) > what.mostPages) throw new ScanTroubleError('PAGES');
  }
  if (what.kind === 'READ') return { kind: 'SEEN', pages: await seenOf(files) };
  if (what.kind === 'PICTURE') return { kind: 'MADE', documents: [await picture(files[0]!, what.mostPages)] };
  const documents: Uint8Array[] = [];
  for (const parts of what.documents) documents.push(await documentOf(files, parts, turnTo));
  return { kind: 'MADE', documents };
}

function turnTo(file: number, page: number): void {
  at = { file, page };
  say({ kind: 'TURNED', ...at });
}

async function seenOf(files: readonly OpenDocument[]): Promise<SeenPage[]> {
  const seen: SeenPage[] = [];
  for (const [index, file] of files.entries()) {
    for (let page = 1; page <= file.pages; page++) {
      turnTo(index + 1, page);
      seen.push({ ...at, ...(await seenOn(file, page)) });
    }
  }
  return seen;
}

async function seenOn(file: OpenDocument, page: number): Promise<Pick<SeenPage, 'text' | 'turn' | 'blank'>> {
  for (const side of looks) {
    const raster = await file.render(page, { width: side, height: side });
    if (side === looks[0] && isBlank(raster)) return { text: null, turn: 0, blank: true };
    for (const part of side === looks[0] ? [...corners.map((corner) => cut(raster, corner)), raster] : [raster]) {
      const found = jsqr(new Uint8ClampedArray(part.data.buffer, part.data.byteOffset, part.data.length), part.width, part.height, { inversionAttempts: 'dontInvert' });
      if (found) return { text: found.data, turn: uprightTurn(found.location), blank: false };
    }
  }
  return { text: null, turn: 0, blank: false };
}

function cut({ data, width, height }: Raster, { x, y }: { x: number; y: number }): Raster {
  const [left, top, columns, rows] = [Math.floor(width * x), Math.floor(height * y), Math.floor(width * cornerWidth), Math.floor(height * cornerHeight)];
  const part = new Uint8Array(columns * rows * 4);
  for (let row = 0; row < rows; row++) part.set(data.subarray(((top + row) * width + left) * 4, ((top + row) * width + left + columns) * 4), row * columns * 4);
  return { data: part, width: columns, height: rows };
}

/** The upper edge of an upright code runs to the right. */
function uprightTurn({ topLeftCorner: from, topRightCorner: to }: { topLeftCorner: { x: number; y: number }; topRightCorner: { x: number; y: number } }): number {
  const quarters = Math.round(Math.atan2(to.y - from.y, to.x - from.x) / (Math.PI / 2));
  return (((4 - quarters) % 4) * 90 + 360) % 360;
}

/** Whether hardly anything on a page is darker than its paper, whatever the paper's own tint. */
function isBlank({ data, width, height }: Raster): boolean {
  const shades = new Uint32Array(256);
  const [left, top] = [Math.floor(width * edge), Math.floor(height * edge)];
  for (let y = top; y < height - top; y++) {
    for (let x = left; x < width - left; x++) {
      const pixel = (y * width + x) * 4;
      shades[(data[pixel]! * 3 + data[pixel + 1]! * 6 + data[pixel + 2]!) / 10 | 0]! += 1;
    }
  }
  const all = shades.reduce((sum, count) => sum + count, 0);
  let paper = 255;
  for (let above = shades[255]!; paper > 0 && above < all / 2; above += shades[paper]!) paper -= 1;
  return shades.subarray(0, Math.max(0, paper - darkerBy)).reduce((sum, count) => sum + count, 0) < all * inkOfBlank;
}

async function picture(file: OpenDocument, mostPages: number): Promise<Uint8Array> {
  const rasters: Raster[] = [];
  for (let page = 1; page <= Math.min(file.pages, mostPages); page++) {
    turnTo(1, page);
    rasters.push(await file.render(page, { width: pictureWidth, height: pictureWidth * 3 }));
  }
  const inked = rasters.filter((raster) => !isBlank(raster));
  const shown = inked.length > 0 ? inked : rasters.slice(0, 1);
  let height = 0;
  const layers = shown.map(({ data, ...size }) => {
    const layer = { input: Buffer.from(data.buffer, data.byteOffset, data.length), raw: { ...size, channels: 4 as const }, left: 0, top: height };
    height += size.height + 8;
    return layer;
  });
  return sharp({ create: { width: Math.max(...shown.map(({ width }) => width)), height: height - 8, channels: 3, background: '#9e9e9e' } }).composite(layers).jpeg({ quality: 72 }).toBuffer();
}
