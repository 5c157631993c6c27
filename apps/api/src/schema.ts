import { KeysResolver, schemaOptions, TasksResolver, WorkResolver } from '@mintforge/platform';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { AppModule } from './app.module';

type Resolver = new (...args: never[]) => object;

/** The console's schema as sorted SDL, from the resolver classes alone: no database, no HTTP. */
export async function consoleSchema(): Promise<string> {
  const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: ['error'] });
  const providers = AppModule.features().flatMap((feature) => (Reflect.getMetadata('providers', feature) ?? []) as unknown[]);
  const resolvers = [WorkResolver, KeysResolver, TasksResolver, ...providers].filter((provider): provider is Resolver => typeof provider === 'function' && provider.name.endsWith('Resolver'));
  const schema = await app.get(GraphQLSchemaFactory).create(resolvers as unknown as (() => object)[], schemaOptions);
  await app.close();
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
