import { roles, type Role } from '@mintforge/domain/kernel';
import { IsIn, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';

export class SignInInput {
  @IsString() @Length(3, 254) email!: string;
  @IsString() @Length(1, 128) password!: string;
  @IsOptional() @IsString() @MaxLength(40) code?: string;
}

export class SwitchInput {
  @IsUUID() regionId!: string;
  @IsIn(roles) role!: Role;
}
