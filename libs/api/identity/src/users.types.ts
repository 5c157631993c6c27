import { roles, type Locale, type Role } from '@mintforge/domain/kernel';
import { enumOf, IdsField, Instant, ListOf, OneOf, PageArgs, TextField } from '@mintforge/platform';
import { ArgsType, Field, ID, InputType, Int, ObjectType, PartialType, PickType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, Matches, ValidateNested } from 'class-validator';

const locales: readonly Locale[] = ['de', 'en'];
export const RoleEnum = enumOf('Role', roles);
const UserSort = enumOf('UserSort', ['DISPLAY_NAME_ASC', 'DISPLAY_NAME_DESC', 'EMAIL_ASC', 'EMAIL_DESC', 'LAST_SIGN_IN_AT_ASC', 'LAST_SIGN_IN_AT_DESC', 'CREATED_AT_ASC', 'CREATED_AT_DESC']);

/** A person who signs in (Benutzer:in), as seen from the active region. */
@ObjectType()
export class User {
  @Field(() => ID) id!: string;
  @Field() email!: string;
  @Field() displayName!: string;
  @Field(() => String) locale!: Locale;
  @Field(() => [RoleEnum], { description: 'roles in the active region' }) roles!: Role[];
  @Field({ description: 'has an authenticator app set up' }) secondFactor!: boolean;
  @Field({ description: 'has chosen a password, so the invitation was accepted' }) active!: boolean;
  @Field() disabled!: boolean;
  @Field(() => Instant, { nullable: true }) lastSignInAt!: Date | null;
  @Field(() => Int) version!: number;
  @Field(() => Instant) createdAt!: Date;
  @Field(() => Instant) updatedAt!: Date;
}

export const UserList = ListOf(User, 'UserList');

@InputType()
export class InviteUserInput {
  @TextField(254) @Matches(/^[^\s@,;<>"]{1,64}@[^\s@,;<>"]+\.[^\s@,;<>".]{2,}$/) email!: string;
  @TextField(200) displayName!: string;
  @Field(() => String) @IsIn(locales) locale!: Locale;
  @OneOf(RoleEnum) role!: Role;
}

@InputType()
export class UserPatch extends PartialType(PickType(InviteUserInput, ['displayName', 'locale'])) {}

@InputType()
export class UserFilter {
  @IdsField() ids?: string[];
  @TextField(100, { optional: true, description: 'part of name or e-mail address' }) q?: string;
  @OneOf(RoleEnum, { optional: true }) role?: Role;
  @Field(() => Boolean, { nullable: true }) @IsOptional() @IsBoolean() disabled?: boolean;
}

@ArgsType()
export class UsersArgs extends PageArgs {
  @Field(() => UserSort, { defaultValue: UserSort.DISPLAY_NAME_ASC }) @IsIn(Object.values(UserSort)) sort!: keyof typeof UserSort;
  @Field(() => UserFilter, { nullable: true }) @IsOptional() @ValidateNested() @Type(() => UserFilter) filter?: UserFilter;
}
