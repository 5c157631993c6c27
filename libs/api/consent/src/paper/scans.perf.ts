import { pageCodeText } from '@mintforge/domain/consent';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import type { BenchRow } from '../../../../../tools/bench-table.mjs';
import { qrCode } from './qr-code';
import { readPages } from './scan-tasks';

const pages = 30;
const runs = 5;

/** Measures reading the codes of a pile, per page of 200 dpi and with the start of its thread, against decoding the same page as a PNG. */
export async function bench(): Promise<BenchRow[]> {
  const [pile, pictures] = await aPile();
  const ratios: number[] = [];
  for (let run = 0; run < runs; run++) {
    const decoding = await timed(async () => {
      for (const picture of pictures) await sharp(picture).raw().toBuffer();
    });
    const reading = await timed(async () => {
      const seen = await readPages([{ mediaType: 'application/pdf', content: pile }], pages);
      if (seen.some(({ text }) => text === null)) throw new Error('A code was not read');
    });
    ratios.push(reading / decoding);
  }
  const value = ratios.toSorted((a, b) => a - b)[runs >> 1]!;
  return [{ bench: 'scans', goal: 'reading the code of a page', size: `${pages} pages`, unit: 'PNG decoded', value, target: 15, held: value <= 15 }];
}

/** Pages of text with a code where ours stand, as a scanner's PDF and as PNGs. */
async function aPile(): Promise<[Uint8Array, Buffer[]]> {
  const made = await PDFDocument.create();
  const pictures: Buffer[] = [];
  for (let page = 1; page <= pages; page++) {
    const { size, data } = qrCode(pageCodeText({ number: 'CDFGHJKMN', page, of: pages }));
    const squares = Array.from(data, (dark, at) => (dark ? `<rect x="${at % size}" y="${Math.floor(at / size)}" width="1" height="1"/>` : '')).join('');
    const lines = Array.from({ length: 40 }, (_, line) => `<text x="60" y="${60 + line * 17}" font-size="10">${line}. Wir verwenden Name, Klassenstufe, Interessen und Wünsche, um Plätze zu vergeben.</text>`).join('');
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 595 842" width="1654" height="2339"><rect width="595" height="842" fill="#fff"/>${lines}<g transform="translate(55 772) scale(${48 / size})">${squares}</g></svg>`;
    const scan = await sharp(Buffer.from(svg)).blur(0.7).greyscale().jpeg({ quality: 75 }).toBuffer();
    made.addPage([595, 842]).drawImage(await made.embedJpg(scan), { x: 0, y: 0, width: 595, height: 842 });
    pictures.push(await sharp(scan).png().toBuffer());
  }
  return [await made.save(), pictures];
}

async function timed(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}
