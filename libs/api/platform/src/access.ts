import { can, Refusal, type Permission } from '@mintforge/domain/kernel';
import { Injectable, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import type { GraphQLResolveInfo } from 'graphql';
import { currentContext, type Actor } from './context';

/** A mutation, or a request that is not for reading. */
function isWrite(execution: ExecutionContext): boolean {
  if (execution.getType<GqlContextType>() === 'graphql') return GqlExecutionContext.create(execution).getInfo<GraphQLResolveInfo>().parentType.name === 'Mutation';
  return !['GET', 'HEAD'].includes(execution.switchToHttp().getRequest<FastifyRequest>().method);
}

const permissionKey = 'mintforge:permission';

/** Opens a resolver or route to the roles that hold a permission; the handler's name becomes the audited action. */
export const Allow = (permission: Permission) => SetMetadata(permissionKey, permission);

/** Opens a resolver or route to every signed-in user. */
export const AllowSignedIn = () => SetMetadata(permissionKey, 'SIGNED_IN');

/** Opens a resolver or route to everybody. */
export const AllowPublic = () => SetMetadata(permissionKey, 'PUBLIC');

/**
 * The one guard of the API, default deny: a handler without a mark is refused. Authentication is passport's `jwt`
 * strategy (registered by identity); it runs once per request. Refuses UNAUTHENTICATED or
 * FORBIDDEN; a session that may only enrol a second factor gets SECOND_FACTOR_ENROLMENT_REQUIRED, one that only looks
 * ONLY_LOOKING for whatever could change something.
 */
@Injectable()
export class AccessGuard extends AuthGuard('jwt') {
  constructor(private readonly reflector: Reflector) {
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
    return true;
  }

  override getRequest(execution: ExecutionContext): FastifyRequest {
    if (execution.getType<GqlContextType>() === 'graphql') return GqlExecutionContext.create(execution).getContext<{ req: FastifyRequest }>().req;
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
