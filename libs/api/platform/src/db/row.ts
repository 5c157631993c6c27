import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, PrimaryColumn } from 'typeorm';

/** What every row of a tenant carries. The region leads every key and is never shown: it is the wall, not a field. */
@ObjectType({ isAbstract: true })
export abstract class TenantEntity {
  @PrimaryColumn('uuid', { name: 'region_id' })
  regionId!: string;

  @Field(() => ID)
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id!: string;

  @Field()
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}

/** A row that people edit: `version` counts its changes and must be sent along with every update. */
@ObjectType({ isAbstract: true })
export abstract class EditableEntity extends TenantEntity {
  @Field(() => Int)
  @Column('int', { default: 1 })
  version!: number;

  @Field()
  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;
}
