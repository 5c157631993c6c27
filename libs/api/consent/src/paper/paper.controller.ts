import { berlinDay } from '@mintforge/domain/kernel';
import { Allow, currentContext, uploadsIn } from '@mintforge/platform';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Req, StreamableFile } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { formsPdf } from './paper.pdf';
import { PaperPiles, pileLimits } from './paper.piles';
import { PaperPrints } from './paper.prints';
import { PaperScans } from './paper.scans';
import { JoinScansArgs, RenewSlipArgs, SlipArgs, type DividedScans, type KeptScan } from './paper.types';
import { slipsPdf } from '../asking/slips.pdf';
import { Slips } from '../asking/slips.service';

/**
 * Paper in and out: forms and slips to print, scans of what came back. Names on paper are opened and audited. A pile is a
 * multipart form, its `idempotencyKey` before the files.
 */
@Controller()
export class PaperController {
  constructor(
    private readonly prints: PaperPrints,
    private readonly slips: Slips,
    private readonly piles: PaperPiles,
    private readonly scans: PaperScans,
  ) {}

  @Get('consent-forms/:setId/forms.pdf')
  @Allow('people.identify')
  async consentForms(@Param('setId', ParseUUIDPipe) setId: string, @Query('sides') sides?: string): Promise<StreamableFile> {
    return asPdf(await formsPdf(await this.prints.set(setId), { bothSides: sides === 'both' }), currentContext().locale === 'de' ? 'einwilligungen' : 'consents');
  }

  @Post('consent-slips')
  @HttpCode(200)
  @Allow('people.identify')
  async consentSlips(@Body() args: SlipArgs): Promise<StreamableFile> {
    return asPdf(await slipsPdf(await this.slips.make(args), args.language, args.plain), currentContext().locale === 'de' ? 'abholzettel' : 'claim-slips');
  }

  @Post('consent-slips/missing')
  @HttpCode(200)
  @Allow('people.identify')
  async missingSlips(@Body() args: RenewSlipArgs): Promise<StreamableFile> {
    return asPdf(await slipsPdf(await this.slips.renew(args.signers), args.language, args.plain), currentContext().locale === 'de' ? 'abholzettel' : 'claim-slips');
  }

  @Post('consent-scans')
  @HttpCode(200)
  @Allow('consent.write')
  async consentScans(@Req() request: FastifyRequest): Promise<DividedScans> {
    const { uploads, fields } = await uploadsIn(request, pileLimits);
    return this.piles.divide(uploads, fields.get('idempotencyKey')?.[0] ?? '');
  }

  @Post('consent-scans/join')
  @HttpCode(200)
  @Allow('consent.write')
  async joinConsentScans(@Body() { scanIds, idempotencyKey }: JoinScansArgs): Promise<KeptScan> {
    return this.piles.join(scanIds, idempotencyKey);
  }

  @Get('consent-scans/:id/picture')
  @Allow('consent.write')
  async scanPicture(@Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    return asPicture(await this.scans.picture(id));
  }

  @Get('consent-forms/:id/scan/picture')
  @Allow('consent.write')
  async formPicture(@Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    return asPicture(await this.scans.pictureOfForm(id));
  }

  @Get('consent-forms/:id/scan')
  @Allow('consent.write')
  async formScan(@Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const { mediaType, content } = await this.scans.ofForm(id);
    return new StreamableFile(content, { type: mediaType, disposition: `attachment; filename="scan.${mediaType.split('/')[1]}"`, length: content.length });
  }
}

const asPicture = (content: Buffer): StreamableFile => new StreamableFile(content, { type: 'image/jpeg', disposition: 'inline; filename="scan.jpg"', length: content.length });

/** A download named after the day, never after a person. */
const asPdf = (content: Buffer, name: string): StreamableFile => new StreamableFile(content, { type: 'application/pdf', disposition: `attachment; filename="${name}-${berlinDay(new Date())}.pdf"`, length: content.length });
