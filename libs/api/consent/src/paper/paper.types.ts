import { answers, type Answer, type CallBackNumber, type FormCheck, type FormObjection, type FormState, type PlacedPage, type PurposeCode, type Signer } from '@mintforge/domain/consent';
import { DayField, IdField, Instant, InstantField, ManyOf, OneOf, TextField } from '@mintforge/platform';
import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsBoolean, IsIn, IsOptional, IsString, IsUUID, Matches, ValidateNested } from 'class-validator';
import { SignerOfPupil } from '../asking/chase.types';
import { Answers, CallBackNumbers, ConsentStates, FormChecks, FormObjections, FormStates, PurposeCodes, Signers } from '../consent.enums';

/** Whom to print for what: a whole group, or pupils. */
@ArgsType()
export class PaperArgs {
  @IdField({ optional: true }) groupId?: string | null;
  @Field(() => [ID], { nullable: true }) @IsOptional() @IsUUID('all', { each: true }) @ArrayMaxSize(100) @ArrayUnique() pupilIds?: string[] | null;
  @ManyOf(PurposeCodes) purposes!: PurposeCode[];
}

/** What slips to print; a body of JSON. */
@ArgsType()
export class SlipArgs extends PaperArgs {
  @Matches(/^[a-z]{2,3}$/) language!: string;
  @IsBoolean() plain!: boolean;
}

/** Slips for some signers whose answer is missing; a body of JSON. */
@ArgsType()
export class RenewSlipArgs {
  @ValidateNested({ each: true }) @Type(() => SignerOfPupil) @ArrayMinSize(1) @ArrayMaxSize(500) signers!: SignerOfPupil[];
  @Matches(/^[a-z]{2,3}$/) language!: string;
  @IsBoolean() plain!: boolean;
}

@ArgsType()
export class PrintFormsArgs extends PaperArgs {
  @Field({ description: 'BCP 47, e.g. de' }) @Matches(/^[a-z]{2,3}$/) language!: string;
  @Field({ description: 'plain language (Einfache Sprache)' }) @IsBoolean() plain!: boolean;
  @Field() @IsString() idempotencyKey!: string;
}

/** Forms that were printed together. */
@ObjectType()
export class PrintedForms {
  @Field(() => ID, { description: 'names the PDF: /consent-forms/{setId}/forms.pdf' }) setId!: string;
  @Field(() => Int) forms!: number;
}

/** What was ticked for one purpose; what was left open is missing. */
@ObjectType()
export class FormTick {
  @Field(() => PurposeCodes) purpose!: PurposeCode;
  @Field(() => Answers, { description: 'WITHDRAWN on a paper that we did not print alone' }) answer!: Answer;
}

/** A printed form (Zettel) or a paper that we did not print, and what was entered of it. */
@ObjectType()
export class ConsentForm {
  @Field(() => ID) id!: string;
  @Field({ description: 'random; says nothing about the pupil' }) number!: string;
  @Field(() => ID) pupilId!: string;
  @Field() pseudonym!: string;
  @Field(() => String, { nullable: true }) firstName!: string | null;
  @Field(() => String, { nullable: true }) lastName!: string | null;
  @Field(() => String, { nullable: true }) groupName!: string | null;
  @Field(() => [PurposeCodes], { description: 'in the order of the paper' }) purposes!: PurposeCode[];
  @Field() language!: string;
  @Field() plain!: boolean;
  @Field(() => [Signers], { description: 'who has a line to sign' }) signers!: Signer[];
  @Field({ description: 'day of the print' }) printedOn!: string;
  @Field(() => FormStates) state!: FormState;
  @Field(() => [FormTick]) ticks!: FormTick[];
  @Field(() => [Signers]) signedBy!: Signer[];
  @Field(() => String, { nullable: true }) signedOn!: string | null;
  @Field({ description: 'shown at /consent-forms/{id}/scan' }) hasScan!: boolean;
  @Field(() => Instant, { nullable: true }) returnedAt!: Date | null;
  @Field(() => ID, { nullable: true, description: 'who entered it last' }) recordedBy!: string | null;
  @Field(() => FormChecks, { nullable: true, description: 'null = not drawn for a second check' }) checkState!: FormCheck | null;
  @Field(() => FormObjections, { nullable: true }) objection!: FormObjection | null;
}

/** A scan that was stored and waits for its form to be entered; part of a JSON answer. */
export interface KeptScan {
  id: string;
  name: string;
  pages: number;
}

/** What became of a pile of scans, as JSON: every page with the scan that it is in now, if any, and the forms found with how many pages they lack. */
export interface DividedScans {
  pages: (PlacedPage & { scanId: string | null })[];
  forms: { number: string; missing: number; scan: KeptScan }[];
}

/** Scans to lay together as one; a body of JSON. */
@ArgsType()
export class JoinScansArgs {
  @IsUUID('all', { each: true }) @ArrayMinSize(2) @ArrayMaxSize(60) @ArrayUnique() scanIds!: string[];
  @IsString() idempotencyKey!: string;
}

/** A tick on a form that came back. */
@InputType()
export class FormTickInput {
  @OneOf(PurposeCodes) purpose!: PurposeCode;
  @Field(() => Answers) @IsIn(['GIVEN', 'REFUSED']) answer!: Exclude<Answer, 'WITHDRAWN'>;
}

/** One form that came back, as somebody read it. */
@InputType()
export class FormEntry {
  @TextField(40, { description: 'as typed or scanned' }) number!: string;
  @Field(() => [FormTickInput]) @ValidateNested({ each: true }) @Type(() => FormTickInput) @ArrayMaxSize(30) ticks!: FormTickInput[];
  @ManyOf(Signers) signatures!: Signer[];
  @DayField({ optional: true, description: 'of the signature' }) signedOn?: string | null;
  @IdField({ optional: true, description: 'of an uploaded scan' }) scanId?: string | null;
}

/** A class set: all of it or nothing. */
@ArgsType()
export class RecordFormsArgs {
  @Field(() => [FormEntry]) @ValidateNested({ each: true }) @Type(() => FormEntry) @ArrayMinSize(1) @ArrayMaxSize(200) entries!: FormEntry[];
  @Field() @IsString() idempotencyKey!: string;
}

/** What a paper that we did not print says about one purpose. */
@InputType()
export class OwnPaperAnswer {
  @OneOf(PurposeCodes) purpose!: PurposeCode;
  @Field(() => Answers) @IsIn(answers) answer!: Answer;
  @IdField({ description: 'the version of the text that the paper shows; of a no or a withdrawal the one in force then' }) textId!: string;
}

/** A paper that we did not print: a school's own form, or a letter. */
@ArgsType()
export class RecordOwnPaperArgs {
  @IdField() pupilId!: string;
  @OneOf(Signers) signer!: Signer;
  @TextField(120, { optional: true, description: 'as it stands on the paper' }) signerName?: string | null;
  @DayField({ description: 'of the signature' }) signedOn!: string;
  @Field({ description: 'BCP 47, e.g. de' }) @Matches(/^[a-z]{2,3}$/) language!: string;
  @Field({ description: 'plain language (Einfache Sprache)' }) @IsBoolean() plain!: boolean;
  @Field(() => [OwnPaperAnswer]) @ValidateNested({ each: true }) @Type(() => OwnPaperAnswer) @ArrayMinSize(1) @ArrayMaxSize(30) answers!: OwnPaperAnswer[];
  @IdField({ description: 'of an uploaded scan' }) scanId!: string;
  @Field() @IsString() idempotencyKey!: string;
}

/** Where a purpose stands after its form was entered. */
@ObjectType()
export class FormResult {
  @Field(() => PurposeCodes) purpose!: PurposeCode;
  @Field(() => ConsentStates) state!: keyof typeof ConsentStates;
  @Field(() => [Signers], { description: 'whose yes is missing' }) missing!: Signer[];
}

/** What became of a form that was entered. */
@ObjectType()
export class FormOutcome {
  @Field(() => ID) id!: string;
  @Field() number!: string;
  @Field(() => ID) pupilId!: string;
  @Field(() => FormStates) state!: FormState;
  @Field({ description: 'waits for a second person' }) toCheck!: boolean;
  @Field(() => [FormResult]) results!: FormResult[];
}

@ArgsType()
export class CheckFormArgs {
  @IdField() id!: string;
  @OneOf(FormObjections, { optional: true, description: 'null confirms what was entered' }) objection?: FormObjection | null;
}

/** An answer given on the telephone. */
@InputType()
export class CallAnswer {
  @OneOf(PurposeCodes) purpose!: PurposeCode;
  @Field(() => Answers) @IsIn(answers) answer!: Answer;
}

/** What somebody answered on the telephone, once the text had been read out. */
@ArgsType()
export class RecordCallArgs {
  @IdField() pupilId!: string;
  @OneOf(Signers) signer!: Signer;
  @TextField(120, { optional: true, description: 'who was called, as they gave their name' }) signerName?: string | null;
  @Field(() => [CallAnswer]) @ValidateNested({ each: true }) @Type(() => CallAnswer) @ArrayMinSize(1) @ArrayMaxSize(30) answers!: CallAnswer[];
  @InstantField({ description: 'when' }) calledAt!: Date;
  @OneOf(CallBackNumbers, { description: 'where the number came from by which the office called' }) numberFrom!: CallBackNumber;
  @Field({ description: 'of the wording read out, BCP 47' }) @Matches(/^[a-z]{2,3}$/) language!: string;
  @Field({ description: 'whether the plain wording was read out' }) @IsBoolean() plain!: boolean;
  @Field() @IsString() idempotencyKey!: string;
}
