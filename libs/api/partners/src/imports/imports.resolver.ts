import { Allow, ListOf, type List } from '@mintforge/platform';
import type { ImportKind } from '@mintforge/domain/partners';
import { Controller, Get, Param, ParseUUIDPipe, Res } from '@nestjs/common';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { FastifyReply } from 'fastify';
import { idArg, keyArg, versionArg } from '../arguments';
import { Import, ImportRow, ImportTargetColumn } from './imports.entities';
import { ColumnInput, ImportRowsArgs, ImportsArgs } from './imports.inputs';
import { ImportsReads } from './imports.reads';
import { ImportsService } from './imports.service';
import { ImportKinds } from '../partners.enums';

const ImportList = ListOf(Import, 'ImportList');
const ImportRowList = ListOf(ImportRow, 'ImportRowList');

@Resolver(() => Import)
export class ImportsResolver {
  constructor(
    private readonly reads: ImportsReads,
    private readonly service: ImportsService,
  ) {}

  @Query(() => ImportList)
  @Allow('imports.write')
  imports(@Args() args: ImportsArgs): Promise<List<Import>> {
    return this.reads.list(args);
  }

  @Query(() => Import)
  @Allow('imports.write')
  import(@Args('id', idArg) id: string): Promise<Import> {
    return this.reads.one(id);
  }

  @Query(() => ImportRowList)
  @Allow('imports.write')
  importRows(@Args() args: ImportRowsArgs): Promise<List<ImportRow>> {
    return this.reads.rows(args);
  }

  @Mutation(() => Import, { description: 'Reads a file that was sent to POST /files' })
  @Allow('imports.write')
  async createImport(@Args('fileId', { type: () => ID }) fileId: string, @Args('kind', { type: () => ImportKinds }) kind: ImportKind, @Args('idempotencyKey', keyArg) key?: string): Promise<Import> {
    return this.reads.one(await this.service.create(fileId, kind, key));
  }

  @Mutation(() => Import)
  @Allow('imports.write')
  async setImportMapping(@Args('id', idArg) id: string, @Args('version', versionArg) version: number, @Args('columns', { type: () => [ColumnInput] }) columns: ColumnInput[]): Promise<Import> {
    await this.service.setMapping(id, version, Object.fromEntries(columns.map(({ target, column }) => [target, column])));
    return this.reads.one(id);
  }

  @Mutation(() => Import, { description: 'Starts a job; read the import again when it is done' })
  @Allow('imports.write')
  async previewImport(@Args('id', idArg) id: string, @Args('version', versionArg) version: number): Promise<Import> {
    await this.service.preview(id, version);
    return this.reads.one(id);
  }

  @Mutation(() => Import, { description: 'Starts a job; all or nothing' })
  @Allow('imports.write')
  async commitImport(@Args('id', idArg) id: string, @Args('version', versionArg) version: number): Promise<Import> {
    await this.service.commit(id, version);
    return this.reads.one(id);
  }

  @Mutation(() => Import)
  @Allow('imports.write')
  async undoImport(@Args('id', idArg) id: string, @Args('version', versionArg) version: number): Promise<Import> {
    await this.service.undo(id, version);
    return this.reads.one(id);
  }

  @Mutation(() => Boolean)
  @Allow('imports.write')
  async discardImport(@Args('id', idArg) id: string): Promise<boolean> {
    await this.service.discard(id);
    return true;
  }

  @ResolveField(() => [ImportTargetColumn], { description: 'Every field this kind of list can fill' })
  columns(@Parent() found: Import): ImportTargetColumn[] {
    return this.reads.columns(found);
  }
}

/** GET /imports/:id/errors.csv: the rows that need a person, to be corrected and sent again. */
@Controller('imports')
export class ImportsController {
  constructor(private readonly reads: ImportsReads) {}

  @Get(':id/errors.csv')
  @Allow('imports.write')
  async errors(@Param('id', ParseUUIDPipe) id: string, @Res() reply: FastifyReply): Promise<void> {
    const { name, text } = await this.reads.errorsCsv(id);
    await reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`).send(text);
  }
}
