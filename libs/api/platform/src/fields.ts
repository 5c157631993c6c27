import { isCleanText, isDay, readMailAddress, readPhone } from '@mintforge/domain/kernel';
import { applyDecorators } from '@nestjs/common';
import { Field, ID, Int } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayUnique, IsDate, IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, MinLength, ValidateBy, ValidateIf } from 'class-validator';
import { Instant } from './instant';

/** `optional`: may be absent, null clears it. `absent`: may be absent (a default stands, or the old value stays), but not null. */
interface Options {
  optional?: boolean;
  absent?: boolean;
  description?: string;
}

const checked = (name: string, fits: (text: string) => boolean) => ValidateBy({ name, validator: { validate: (value) => typeof value === 'string' && fits(value) } });
const optionally = ({ optional, absent }: Options) => (optional ? [IsOptional()] : absent ? [ValidateIf((_, value) => value !== undefined)] : []);
const shown = ({ optional, absent, description }: Options) => ({ nullable: (optional ?? absent) === true, ...(description ? { description } : {}) });

/** Text without control characters, at most `max` characters; a required one is not empty. */
export const TextField = (max: number, options: Options = {}) =>
  applyDecorators(Field(() => String, shown(options)), ...optionally(options), IsString(), MinLength(options.optional || options.absent ? 0 : 1), MaxLength(max), checked('isCleanText', isCleanText));

/** A mail address. class-validator's own check throws on broken Unicode (facts/privacy.md section 7). */
export const MailField = (options: Options = {}) => applyDecorators(Field(() => String, shown(options)), ...optionally(options), checked('isMailAddress', (text) => readMailAddress(text) !== null));

/** A telephone number. */
export const PhoneField = (options: Options = {}) => applyDecorators(Field(() => String, shown(options)), ...optionally(options), checked('isPhone', (text) => readPhone(text) !== null));

/** A calendar day `YYYY-MM-DD`. */
export const DayField = (options: Options = {}) => applyDecorators(Field(() => String, shown(options)), ...optionally(options), checked('isDay', isDay));

/** A UTC instant. */
export const InstantField = (options: Options = {}) => applyDecorators(Field(() => Instant, shown(options)), ...optionally(options), IsDate());

/** A school year, e.g. `2026/27`. */
export const SchoolYearField = (options: Options = {}) => applyDecorators(Field(() => String, shown(options)), ...optionally(options), Matches(/^\d{4}\/\d{2}$/));

export const IdField = (options: Options = {}) => applyDecorators(Field(() => ID, shown(options)), ...optionally(options), IsUUID());

/** A list of ids to look up, at most one page. */
export const IdsField = () => applyDecorators(Field(() => [ID], { nullable: true }), IsOptional(), IsUUID('all', { each: true }), ArrayMaxSize(100));

export const IntField = (min: number, max: number, options: Options = {}) => applyDecorators(Field(() => Int, shown(options)), ...optionally(options), IsInt(), Min(min), Max(max));

/** Different whole numbers of a range, e.g. grades. */
export const IntsField = (min: number, max: number, options: Options = {}) =>
  applyDecorators(Field(() => [Int], shown(options)), ...optionally(options), IsInt({ each: true }), Min(min, { each: true }), Max(max, { each: true }), ArrayUnique());

/** One value of a vocabulary; `values` is the object registered as the GraphQL enum. */
export const OneOf = (values: Record<string, string>, options: Options = {}) => applyDecorators(Field(() => values, shown(options)), ...optionally(options), IsIn(Object.values(values)));

/** Several values of a vocabulary. */
export const ManyOf = (values: Record<string, string>, options: Options = {}) =>
  applyDecorators(Field(() => [values], shown(options)), ...optionally(options), IsIn(Object.values(values), { each: true }), ArrayMaxSize(30), ArrayUnique());
