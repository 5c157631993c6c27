import { Allow, AllowPublic, currentContext, Db } from '@mintforge/platform';
import { Controller, Get, Header, Param, ParseUUIDPipe, StreamableFile } from '@nestjs/common';
import { receiptPdf, receiptSheet } from './receipt-sheet';
import { publishedKeys, receiptText } from './receipts';

/** Receipts as files, to be handed to whoever decided. */
@Controller('consent-receipts/:id')
export class ReceiptsController {
  constructor(private readonly db: Db) {}

  @Get('receipt.json')
  @Allow('consent.read')
  async json(@Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const content = Buffer.from(await this.db.read((tx) => receiptText(tx, id)));
    return new StreamableFile(content, { type: 'application/json; charset=utf-8', disposition: `attachment; filename="einwilligungsbeleg-${id}.json"`, length: content.length });
  }

  @Get('receipt.pdf')
  @Allow('consent.read')
  async pdf(@Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const { locale } = currentContext();
    const content = await receiptPdf(await this.db.read((tx) => receiptSheet(tx, id, locale)), locale);
    return new StreamableFile(content, { type: 'application/pdf', disposition: `attachment; filename="einwilligungsbeleg-${id}.pdf"`, length: content.length });
  }
}

/** The public keys with which anybody checks receipts, without signing in. */
@Controller('.well-known/consent-receipt-keys')
export class ReceiptKeysController {
  constructor(private readonly db: Db) {}

  /** A JSON Web Key Set (RFC 7517, RFC 8037) of a region by its key; an unknown one has none. */
  @Get(':region')
  @AllowPublic()
  @Header('cache-control', 'public, max-age=3600')
  keys(@Param('region') region: string) {
    return publishedKeys(this.db, region);
  }
}
