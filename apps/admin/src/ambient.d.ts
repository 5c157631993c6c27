/// <reference types="vite/client" />

declare module 'qrcode' {
  /** The squares of a QR code, row by row, 1 for dark. */
  export function create(text: string): { modules: { size: number; data: Uint8Array } };
}
