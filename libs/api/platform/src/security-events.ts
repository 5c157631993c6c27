import type { ApolloServerPlugin } from '@apollo/server';
import { Refusal } from '@mintforge/domain/kernel';
import { Plugin } from '@nestjs/apollo';
import { Injectable, Logger } from '@nestjs/common';
import { GraphQLError, Kind, visit, type DocumentNode } from 'graphql';
import { regionless } from './anchor-file';
import { findContext, runInContext } from './context';
import { Db } from './db/db';
import type { Tx } from './db/tx';

/** REFUSED = somebody signed in was told NOT_FOUND or FORBIDDEN; the others are named as the alerts they give. */
export type SecurityEventKind = 'REFUSED' | 'SECOND_FACTOR_CHANGED' | 'TOKEN_REUSED' | 'SECOND_FACTOR_FAILED' | 'AUDIT_BROKEN';

const idsKept = 50;
const uuids = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/gi;

/** The UUIDs in a text, each once. */
export const idsIn = (text: string): string[] => [...new Set(text.match(uuids) ?? [])].slice(0, idsKept);

/**
 * Events that no audit row tells, for the round of alerts to count. A refusal is noted alike whether the entry is another
 * region's, forbidden or nobody's, and nothing is looked up: answer and time of an answer say nothing. Whose the named ids
 * are is found out later by the round.
 */
@Injectable()
export class SecurityEvents {
  private readonly logger = new Logger('security');

  constructor(private readonly db: Db) {}

  /** Notes an event in the caller's transaction. */
  async note(tx: Tx, kind: SecurityEventKind, { actorId = tx.actor.userId, ids = [] }: { actorId?: string | null; ids?: readonly string[] } = {}): Promise<void> {
    await tx.query('insert into security_event (region_id, kind, actor_id, ids) values ($1, $2, $3, $4)', [tx.actor.regionId ?? regionless, kind, actorId, ids]);
  }

  /** Notes a refusal of the acting user with the ids that the request named; never fails the answer. */
  async refused(named: string): Promise<void> {
    const context = findContext();
    if (!context?.actor?.userId) return;
    const asWriter = { ...context, actor: { ...context.actor, looking: null } };
    await runInContext(asWriter, () => this.db.write((tx) => this.note(tx, 'REFUSED', { ids: idsIn(named) }))).catch((error: unknown) => this.logger.error({ err: error }, 'a refusal was not noted'));
  }
}

/** Whether a refusal is one that somebody gets who tries out ids or acts. */
export const isRefused = (error: unknown): boolean => error instanceof Refusal && (error.code === 'NOT_FOUND' || error.code === 'FORBIDDEN');

/** What a GraphQL request names: the values of its variables, and those written into the document. */
function namedIn(document: DocumentNode | undefined, variables: unknown): string {
  const literals: string[] = [];
  if (document) visit(document, { [Kind.STRING]: ({ value }) => void literals.push(value) });
  return `${JSON.stringify(variables ?? {})} ${literals.join(' ')}`;
}

/** Notes refusals of GraphQL requests. */
@Plugin()
@Injectable()
export class RefusalWatch implements ApolloServerPlugin {
  constructor(private readonly events: SecurityEvents) {}

  async requestDidStart() {
    return {
      didEncounterErrors: async ({ errors, document, request }: { errors: readonly unknown[]; document?: DocumentNode; request: { variables?: unknown } }) => {
        if (errors.some((error) => isRefused(error instanceof GraphQLError ? error.originalError : error))) await this.events.refused(namedIn(document, request.variables));
      },
    };
  }
}
