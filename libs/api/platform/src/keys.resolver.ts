import { Field, ID, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Allow } from './access';
import { enumOf } from './enums';
import { KeyRotation, standings, type KeyCount } from './key-rotation';

const KeyStandings = enumOf('KeyStanding', standings);

/** How many values of a column a master key has sealed. */
@ObjectType('KeyCount')
class KeyCountType implements KeyCount {
  @Field({ description: 'The id of the key, in hex' }) key!: string;
  @Field(() => KeyStandings, { description: 'What an UNKNOWN key sealed cannot be read' }) standing!: KeyCount['standing'];
  @Field() table!: string;
  @Field() column!: string;
  @Field(() => Int) values!: number;
}

/** The inventory of master keys, and their change. */
@Resolver()
export class KeysResolver {
  constructor(private readonly rotation: KeyRotation) {}

  @Query(() => [KeyCountType], { description: 'How many values stand under which master key' })
  @Allow('keys.rotate')
  keyInventory(): Promise<KeyCount[]> {
    return this.rotation.status();
  }

  @Mutation(() => ID, { description: 'Seals all values of the previous master key by the current one; gives the id of the job' })
  @Allow('keys.rotate')
  rotateKeys(): Promise<string> {
    return this.rotation.start();
  }
}
