import { createRequire } from 'node:module';

/** The squares of a QR code, row by row, 1 for dark. */
export interface QrSquares {
  size: number;
  data: Uint8Array;
}

/** The part of the package that draws nothing; it brings no types. */
const { create } = createRequire(import.meta.url)('qrcode') as { create(text: string, options: { errorCorrectionLevel: 'M' }): { modules: QrSquares } };

/** The QR code of a text, readable with a seventh of it damaged. */
export const qrCode = (text: string): QrSquares => create(text, { errorCorrectionLevel: 'M' }).modules;
