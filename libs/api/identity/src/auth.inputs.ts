import { roles, type Role } from '@mintforge/domain/kernel';
import { IsIn, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';

export class SignInInput {
  @IsString() @Length(3, 254) email!: string;
  @IsString() @Length(1, 128) password!: string;
  @IsOptional() @IsString() @MaxLength(40) code?: string;
}

export class ConfirmInput {
  @IsOptional() @IsString() @Length(1, 128) password?: string;
  @IsOptional() @IsString() @MaxLength(40) code?: string;
}

export class SwitchInput {
  @IsUUID() regionId!: string;
  @IsIn(roles) role!: Role;
}

export class GlassInput {
  @IsUUID() id!: string;
}

export class ForgotPasswordInput {
  @IsString() @Length(3, 254) email!: string;
}

export class ResetPasswordInput {
  @IsString() @Length(43, 43) token!: string;
  @IsString() @MaxLength(500) password!: string;
}

export class ChangePasswordInput {
  @IsString() @Length(1, 128) current!: string;
  @IsString() @MaxLength(500) next!: string;
}

export class StartCodeInput {
  @IsOptional() @IsString() @MaxLength(40) code?: string;
}

export class ConfirmCodeInput {
  @IsString() @MaxLength(40) code!: string;
}
