import { can, gravePermissions, Refusal, type Permission } from '@mintforge/domain/kernel';
import { Injectable, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import type { GraphQLResolveInfo } from 'graphql';
import { currentActor, currentContext, type Actor } from './context';
import { Db } from './db/db';

const isGraphql = (execution: ExecutionContext): boolean => execution.getType<GqlContextType>() === 'graphql';
const isMutation = (execution: ExecutionContext): boolean => GqlExecutionContext.create(execution).getInfo<GraphQLResolveInfo>().parentType.name === 'Mutation';

/** A mutation, or a request that is not for reading. */
const isWrite = (execution: ExecutionContext): boolean =>
  isGraphql(execution) ? isMutation(execution) : !['GET', 'HEAD'].includes(execution.switchToHttp().getRequest<FastifyRequest>().method);

/** What somebody does on purpose: a mutation, or any route, as a file is fetched by one. A query only shows a page. */
const isAct = (execution: ExecutionContext): boolean => !isGraphql(execution) || isMutation(execution);

const permissionKey = 'mintforge:permission';

/** Opens a resolver or route to the roles that hold a permission; the handler's name becomes the audited action. */
export const Allow = (permission: Permission) => SetMetadata(permissionKey, permission);

/** Opens a resolver or route to every signed-in user. */
export const AllowSignedIn = () => SetMetadata(permissionKey, 'SIGNED_IN');

/** Opens a resolver or route to everybody. */
export const AllowPublic = () => SetMetadata(permissionKey, 'PUBLIC');

/** Refuses FRESH_FACTOR_REQUIRED unless the acting user proved within the last ten minutes, in this very session, who they are. */
export async function requireFreshFactor(db: Db): Promise<void> {
  const { sessionId } = currentActor();
  const { fresh } = await db.read((tx) => tx.one<{ fresh: boolean }>('select app.factor_fresh($1::uuid) as fresh', [sessionId]));
  if (!fresh) throw new Refusal('FRESH_FACTOR_REQUIRED');
}

/**
 * The one guard of the API, default deny: a handler without a mark is refused. Authentication is passport's `jwt`
 * strategy (registered by identity); it runs once per request. Refuses UNAUTHENTICATED or
 * FORBIDDEN; a session that may only enrol a second factor gets SECOND_FACTOR_ENROLMENT_REQUIRED, one that only looks
 * ONLY_LOOKING for whatever could change something. An act by a grave permission asks for a fresh factor, of those
 * alone who may do it at all.
 */
@Injectable()
export class AccessGuard extends AuthGuard('jwt') {
  constructor(
    private readonly reflector: Reflector,
    private readonly db: Db,
  ) {
    super();
  }

  override async canActivate(execution: ExecutionContext): Promise<boolean> {
    const wanted = this.reflector.getAllAndOverride<Permission | 'PUBLIC' | 'SIGNED_IN' | undefined>(permissionKey, [execution.getHandler(), execution.getClass()]);
    const context = currentContext();
    context.action = `${execution.getClass().name.replace(/(Resolver|Controller)$/, '').toLowerCase()}.${execution.getHandler().name}`;
    if (wanted === 'PUBLIC') return true;
    if (!context.actor) await super.canActivate(execution);
    if (!context.actor) throw new Refusal('UNAUTHENTICATED');
    if (wanted === 'SIGNED_IN') return true;
    if (context.actor.looking && isWrite(execution)) throw new Refusal('ONLY_LOOKING');
    if (context.actor.role === 'NOBODY') throw new Refusal('SECOND_FACTOR_ENROLMENT_REQUIRED');
    if (!wanted || !can(context.actor.role, wanted)) throw new Refusal('FORBIDDEN');
    if (gravePermissions.has(wanted) && isAct(execution)) await requireFreshFactor(this.db);
    return true;
  }

  override getRequest(execution: ExecutionContext): FastifyRequest {
    if (isGraphql(execution)) return GqlExecutionContext.create(execution).getContext<{ req: FastifyRequest }>().req;
    return execution.switchToHttp().getRequest<FastifyRequest>();
  }

  /** Passport hands over what the strategy's `validate` answered: the actor, or a refusal of its own. */
  override handleRequest<User = Actor>(error: Error | null, actor: User | false): User {
    if (error) throw error;
    if (!actor) throw new Refusal('UNAUTHENTICATED');
    currentContext().actor = actor as unknown as Actor;
    return actor;
  }
}
