import { degrees, PDFDocument, PDFName, type PDFPage } from 'pdf-lib';
import sharp from 'sharp';
import type { OpenDocument } from './scan-documents.ts';
import { streamsOf } from './scan-streams.ts';
import type { ScanPart } from './scan-tasks.ts';

/** The longer side, in pixels, of a page that is kept as a picture: 200 dpi on A4. */
const pictureSide = 2339;
/** The longer side of A4 in points: how large a photograph is laid on a page. */
const paperSide = 842;

/** What makes a page look as it does; annotations, links, structure and whatever else refers to other pages stays behind. */
const kept = ['Type', 'MediaBox', 'CropBox', 'Rotate', 'UserUnit', 'Contents', 'Resources'];
/** Resources that draw; marked content may hide something and stays behind. */
const drawing = ['XObject', 'Font', 'ColorSpace', 'ExtGState', 'Pattern', 'Shading', 'ProcSet'];

/**
 * A PDF of the given pages of files, upright, and of nothing else. A page keeps its own objects, so that its pictures are
 * the bytes that the scanner wrote, as long as none of them belongs to a page outside as well (files that keep the pictures
 * of all pages in one list, or their shapes in one dictionary) and nothing lies over it; otherwise, and where a file would
 * bring more than its page, the page is laid down as a picture of 200 dpi. Photographs keep their bytes.
 */
export async function documentOf(files: readonly OpenDocument[], parts: readonly ScanPart[], turnTo: (file: number, page: number) => void): Promise<Uint8Array> {
  const made = await PDFDocument.create({ updateMetadata: false });
  for (const { file: fileNumber, page: number, turn } of parts) {
    turnTo(fileNumber, number);
    const file = files[fileNumber - 1]!;
    const page = file.pdf?.getPages()[number - 1];
    if (page && standsAlone(file.pdf!, number, parts.flatMap((part) => (part.file === fileNumber ? [part.page] : [])))) {
      const [copied] = await made.copyPages(bare(file.pdf!, page), [number - 1]);
      made.addPage(copied).setRotation(degrees((page.getRotation().angle + turn) % 360));
    } else if (file.picture) await layPicture(made, file.picture.mediaType === 'image/png' ? await made.embedPng(file.picture.content) : await made.embedJpg(file.picture.content), file.picture.turn + turn);
    else {
      const { data, ...raw } = await file.render(number, { width: pictureSide, height: pictureSide });
      await layPicture(made, await made.embedJpg(await sharp(data, { raw: { ...raw, channels: 4 } }).flatten().jpeg({ quality: 80 }).toBuffer()), turn);
    }
  }
  return made.save({ addDefaultPage: false });
}

/** Whether a page shares nothing that is drawn with a page that goes elsewhere. */
function standsAlone(pdf: PDFDocument, number: number, together: readonly number[]): boolean {
  const pages = pdf.getPages();
  const own = streamsOf(pages[number - 1]!);
  if (own.more) return false;
  return pages.every((other, at) => together.includes(at + 1) || [...streamsOf(other).streams.keys()].every((ref) => !own.streams.has(ref)));
}

/** The document once a page of it is nothing but what is drawn. */
function bare(pdf: PDFDocument, { node }: PDFPage): PDFDocument {
  const resources = node.Resources();
  if (resources) {
    const own = pdf.context.obj({});
    for (const key of drawing.map((name) => PDFName.of(name))) if (resources.has(key)) own.set(key, resources.get(key)!);
    node.set(PDFName.of('Resources'), own);
  }
  for (const box of ['MediaBox', 'CropBox', 'Rotate'].map((name) => PDFName.of(name))) {
    const value = node.getInheritableAttribute(box);
    if (value) node.set(box, value);
  }
  for (const key of node.keys()) if (!kept.includes(key.decodeText()) && key.decodeText() !== 'Parent') node.delete(key);
  return pdf;
}

async function layPicture(made: PDFDocument, image: Awaited<ReturnType<PDFDocument['embedJpg']>>, turn: number): Promise<void> {
  const scale = paperSide / Math.max(image.width, image.height);
  const [width, height] = [image.width * scale, image.height * scale];
  const page = made.addPage([width, height]);
  page.drawImage(image, { x: 0, y: 0, width, height });
  page.setRotation(degrees(turn % 360));
}
