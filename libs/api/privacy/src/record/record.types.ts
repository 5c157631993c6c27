import { legalBases, type LegalBasis } from '@mintforge/domain/consent';
import { dataCategories, dataClasses, keepingReasons, measures, rests, type DataCategory, type HeldClass, type KeepingReason, type Measure, type ProcessingPurpose, type RequestSubject, type Rest, type RetentionAction, type RetentionClass, type RetentionStart, type RetentionUnit } from '@mintforge/domain/privacy';
import { enumOf } from '@mintforge/platform';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { PurposeCodes, RequestSubjects } from '../requests/requests.enums';
import { RetentionActions, RetentionStarts, RetentionUnits } from '../retention/retention.enums';

export const DataClasses = enumOf('DataClass', dataClasses);
const DataCategories = enumOf('DataCategory', dataCategories);
const DataRests = enumOf('DataRest', rests);
const KeepingReasons = enumOf('KeepingReason', keepingReasons);
const LegalBases = enumOf('LegalBasis', legalBases);
const Measures = enumOf('Measure', measures);
const ErasureActs = enumOf('ErasureAct', ['DELETE', 'CLEAR', 'KEEP'] as const);

/** A column that says something about a person. */
@ObjectType()
export class MappedColumn {
  @Field() name!: string;
  @Field(() => PurposeCodes) purpose!: ProcessingPurpose;
  @Field(() => DataCategories) category!: DataCategory;
  @Field(() => DataClasses) dataClass!: HeldClass;
  @Field(() => DataRests, { description: 'how the value rests' }) rest!: Rest;
  @Field(() => RequestSubjects, { nullable: true, description: 'whose it is, where that is somebody else than the subject of the row' }) of!: RequestSubject | null;
}

/** Whose rows of a table can be, and what erasing that person does to them. */
@ObjectType()
export class MappedSubject {
  @Field(() => RequestSubjects) kind!: RequestSubject;
  @Field(() => ErasureActs) onErasure!: 'DELETE' | 'CLEAR' | 'KEEP';
  @Field(() => KeepingReasons, { nullable: true }) because!: KeepingReason | null;
}

/** A table of the data map (Datenkarte). */
@ObjectType()
export class MappedTable {
  @Field() table!: string;
  @Field(() => String) retention!: RetentionClass;
  @Field(() => [MappedSubject]) subjects!: MappedSubject[];
  @Field(() => String, { nullable: true, description: 'why its personal columns are nobody\'s in particular' }) nobodys!: string | null;
  @Field(() => [MappedColumn]) columns!: MappedColumn[];
  @Field(() => [String], { description: 'columns that say nothing about a person by themselves' }) internal!: string[];
}

/** A category of data within an activity. */
@ObjectType()
export class RecordedCategory {
  @Field(() => DataCategories) category!: DataCategory;
  @Field(() => DataClasses, { description: 'the highest in which it is held' }) dataClass!: HeldClass;
}

/** An entry of the record of processing (Verarbeitungstätigkeit). */
@ObjectType()
export class RecordedActivity {
  @Field(() => PurposeCodes) purpose!: ProcessingPurpose;
  @Field(() => LegalBases) basis!: LegalBasis;
  @Field() article!: string;
  @Field() source!: string;
  @Field({ description: 'false = the basis is a proposal that the region has not adopted' }) adopted!: boolean;
  @Field(() => [RequestSubjects]) subjects!: RequestSubject[];
  @Field(() => [RecordedCategory]) data!: RecordedCategory[];
  @Field(() => [String]) recipients!: string[];
  @Field(() => [String]) retention!: RetentionClass[];
  @Field(() => [DataRests]) rests!: Rest[];
}

/** The period of a retention class. */
@ObjectType()
export class RecordedPeriod {
  @Field(() => String) retentionClass!: RetentionClass;
  @Field(() => RetentionStarts) termFrom!: RetentionStart;
  @Field(() => Int) termCount!: number;
  @Field(() => RetentionUnits) termUnit!: RetentionUnit;
  @Field(() => RetentionActions) action!: RetentionAction;
  @Field() source!: string;
  @Field({ description: 'false = the standard period, which the region has not adopted' }) adopted!: boolean;
}

/** Who is responsible, as notices name it. */
@ObjectType()
export class RecordedController {
  @Field() name!: string;
  @Field() address!: string;
  @Field() contact!: string;
  @Field() officer!: string;
  @Field() authority!: string;
}

/** The record of processing (Verzeichnis von Verarbeitungstätigkeiten, Art. 30 GDPR) of a region. */
@ObjectType()
export class ProcessingRecord {
  @Field() region!: string;
  @Field() day!: string;
  @Field(() => RecordedController, { nullable: true }) controller!: RecordedController | null;
  @Field(() => [RecordedActivity]) activities!: RecordedActivity[];
  @Field(() => [RecordedPeriod]) periods!: RecordedPeriod[];
  @Field(() => [Measures]) measures!: Measure[];
}
