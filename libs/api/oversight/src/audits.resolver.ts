import { Refusal } from '@mintforge/domain/kernel';
import { Allow, AuditAnchors, ChainReport, currentActor, Db, inputPipe, verifyAudit, type List } from '@mintforge/platform';
import { Controller, Get, Query as FromQuery, StreamableFile } from '@nestjs/common';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { AuditReads } from './audits.reads';
import { AccessLogEntry, AuditArgs, AuditEntry, AuditExportQuery, AuditFilter, AuditList } from './audits.types';

/** The audit trail for the console. */
@Resolver()
export class AuditsResolver {
  constructor(
    private readonly db: Db,
    private readonly anchors: AuditAnchors,
    private readonly reads: AuditReads,
  ) {}

  @Query(() => AuditList)
  @Allow('audit.read')
  audits(@Args() args: AuditArgs): Promise<List<AuditEntry>> {
    return this.reads.list(args);
  }

  @Query(() => [AccessLogEntry], { description: 'Who looked at or changed the data of a pupil, newest first: roles and acts, no names of staff' })
  @Allow('audit.read')
  accessLog(@Args('pupilId', { type: () => ID }) pupilId: string): Promise<AccessLogEntry[]> {
    return this.reads.accessLog(pupilId);
  }

  @Query(() => ChainReport, { description: 'Recomputes the hash chain of the region and holds it against its anchors' })
  @Allow('audit.read')
  async auditChain(): Promise<ChainReport> {
    const { regionId } = currentActor();
    if (!regionId) throw new Refusal('NOT_FOUND');
    const [report] = await verifyAudit(this.db, this.anchors, regionId);
    if (!report) throw new Refusal('NOT_FOUND');
    return report;
  }
}

/** The audit trail as a file. */
@Controller('audit')
export class AuditController {
  constructor(private readonly reads: AuditReads) {}

  @Get('log.csv')
  @Allow('audit.read')
  async csv(@FromQuery() { because, filter }: AuditExportQuery): Promise<StreamableFile> {
    const content = Buffer.from(await this.reads.csv(await filterOf(filter), because));
    return new StreamableFile(content, { type: 'text/csv; charset=utf-8', disposition: 'attachment; filename="audit.csv"', length: content.length });
  }
}

/** The filter as the list takes it, from the JSON in the address. Refuses INVALID_INPUT. */
function filterOf(text: string | undefined): Promise<AuditFilter> {
  let given: unknown = {};
  try {
    given = JSON.parse(text ?? '{}');
  } catch {
    throw new Refusal('INVALID_INPUT', {}, { filter: 'isJson' });
  }
  return inputPipe().transform(given, { type: 'query', metatype: AuditFilter }) as Promise<AuditFilter>;
}
