import { graphql } from './graphql';

export const JobDocument = graphql(`query Job($id: ID!) { job(id: $id) { id kind state progress step result error startedByName createdAt endedAt } }`);

export const JobsDocument = graphql(`
  query Jobs($page: Int!, $perPage: Int!, $sort: NewestSort!, $filter: JobFilter) {
    jobs(page: $page, perPage: $perPage, sort: $sort, filter: $filter) { total hasNext items { id kind state progress step error startedByName createdAt endedAt } }
  }
`);

export const MailboxDocument = graphql(`
  query Mailbox($page: Int!, $perPage: Int!, $sort: NewestSort!, $filter: MailFilter) {
    mailbox(page: $page, perPage: $perPage, sort: $sort, filter: $filter) { total hasNext items { id template recipient recipientKind subject body state error createdAt sentAt } }
  }
`);

export const AuditsDocument = graphql(`
  query Audits($page: Int!, $perPage: Int!, $sort: AuditSort!, $filter: AuditFilter) {
    audits(page: $page, perPage: $perPage, sort: $sort, filter: $filter) { total hasNext items { id at actorId actorName role action reason changes } }
  }
`);

export const AuditChainDocument = graphql(`query AuditChain { auditChain { regionId rows anchors anchoredAt fault brokenAt } }`);

export const AccessLogDocument = graphql(`query AccessLog($pupilId: ID!) { accessLog(pupilId: $pupilId) { at role action touched { table verb } reason } }`);
