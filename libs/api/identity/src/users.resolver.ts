import type { Locale, Role } from '@mintforge/domain/kernel';
import { Allow, AllowSignedIn, currentActor, type List } from '@mintforge/platform';
import { Args, ArgsType, Field, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { IsIn, IsUUID } from 'class-validator';
import { idsOf } from './person';
import { UserReads } from './users.reads';
import { UserService } from './users.service';
import { InviteUserInput, RoleEnum, User, UserList, UserPatch, UsersArgs } from './users.types';

@ArgsType()
class RoleArgs {
  @Field(() => ID) @IsUUID() id!: string;
  @Field(() => RoleEnum) @IsIn(Object.values(RoleEnum)) role!: Role;
}

@ArgsType()
class LocaleArgs {
  @Field(() => String) @IsIn(['de', 'en']) locale!: Locale;
}

/** Users and roles of the active region. */
@Resolver(() => User)
export class UsersResolver {
  constructor(
    private readonly reads: UserReads,
    private readonly service: UserService,
  ) {}

  @Query(() => User)
  @AllowSignedIn()
  me(): Promise<User> {
    return this.reads.one(idsOf(currentActor()).userId);
  }

  @Query(() => UserList)
  @Allow('users.read')
  users(@Args() args: UsersArgs): Promise<List<User>> {
    return this.reads.list(args);
  }

  @Query(() => User)
  @Allow('users.read')
  user(@Args('id', { type: () => ID }) id: string): Promise<User> {
    return this.reads.one(id);
  }

  @Mutation(() => User)
  @Allow('users.write')
  inviteUser(@Args('input') input: InviteUserInput, @Args('idempotencyKey', { type: () => String, nullable: true }) idempotencyKey?: string | null): Promise<User> {
    return this.service.invite(input, idempotencyKey);
  }

  @Mutation(() => User)
  @Allow('users.write')
  updateUser(@Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number, @Args('patch') patch: UserPatch): Promise<User> {
    return this.service.update(id, version, patch);
  }

  @Mutation(() => User)
  @Allow('users.write')
  grantRole(@Args() { id, role }: RoleArgs): Promise<User> {
    return this.service.grantRole(id, role);
  }

  @Mutation(() => User)
  @Allow('users.write')
  revokeRole(@Args() { id, role }: RoleArgs): Promise<User> {
    return this.service.revokeRole(id, role);
  }

  @Mutation(() => User)
  @Allow('users.write')
  disableUser(@Args('id', { type: () => ID }) id: string): Promise<User> {
    return this.service.setDisabled(id, true);
  }

  @Mutation(() => User)
  @Allow('users.write')
  enableUser(@Args('id', { type: () => ID }) id: string): Promise<User> {
    return this.service.setDisabled(id, false);
  }

  @Mutation(() => User)
  @Allow('users.write')
  resetSecondFactor(@Args('id', { type: () => ID }) id: string): Promise<User> {
    return this.service.resetSecondFactor(id);
  }

  @Mutation(() => User)
  @AllowSignedIn()
  changeMyLocale(@Args() { locale }: LocaleArgs): Promise<User> {
    return this.service.changeMyLocale(locale);
  }
}
