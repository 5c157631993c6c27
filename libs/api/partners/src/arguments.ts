import { ID, Int } from '@nestjs/graphql';

export const idArg = { type: () => ID };
export const versionArg = { type: () => Int };
export const keyArg = { type: () => String, nullable: true };
