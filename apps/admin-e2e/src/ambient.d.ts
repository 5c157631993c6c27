declare module 'qrcode' {
  /** A picture (PNG) of the code of a text; `scale` = pixels a module. */
  export function toBuffer(text: string, options: { scale: number }): Promise<Buffer>;
}
