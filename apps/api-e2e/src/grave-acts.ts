import { can, gravePermissions, roles, type Permission, type Role } from '@mintforge/domain/kernel';
import { buildSchema, isEnumType, isInputObjectType, isLeafType, isListType, isNonNullType, getNamedType, type GraphQLArgument, type GraphQLInputField, type GraphQLInputType } from 'graphql';
import { globSync, readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';

/** An act by a grave permission as the code declares it, and a request for it with values that nobody has. */
export interface GraveAct {
  name: string;
  permission: Permission;
  role: Role;
  method: string;
  path: string;
  body?: unknown;
}

const handler = /@(Query|Mutation|Get|Post|Put|Patch|Delete)\((?:'([^']*)')?[^\n]*\n(?:\s+@[^\n]*\n)*?\s+@Allow\('([\w.]+)'\)\n(?:\s+@[^\n]*\n)*\s+(?:async )?(\w+)\(/g;
const isGrave = (name: string): name is Permission => gravePermissions.has(name as Permission);
const schema = buildSchema(readFileSync('libs/contract/console.graphql', 'utf8'));

/** Any value of a type, as GraphQL writes it. */
function valueOf(type: GraphQLInputType): string {
  if (isNonNullType(type)) return valueOf(type.ofType);
  if (isListType(type)) return '[]';
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) return `{ ${valuesOf(Object.values(type.getFields()))} }`;
  return { ID: `"${randomUUID()}"`, Int: '1', Float: '1', Boolean: 'true' }[type.name] ?? `"${randomUUID()}"`;
}

const valuesOf = (fields: readonly (GraphQLArgument | GraphQLInputField)[]): string => fields.filter(({ type }) => isNonNullType(type)).map(({ name, type }) => `${name}: ${valueOf(type)}`).join(', ');

function mutation(name: string): string {
  const { args, type } = schema.getMutationType()!.getFields()[name]!;
  return `mutation { ${name}${args.length > 0 ? `(${valuesOf(args)})` : ''} ${isLeafType(getNamedType(type)) ? '' : '{ __typename }'} }`;
}

function actOf(source: string, [, kind, route, permission, name]: RegExpMatchArray): GraveAct[] {
  if (kind === 'Query' || !isGrave(permission!)) return [];
  const known = { name: name!, permission, role: roles.find((role) => can(role, permission))! };
  if (kind === 'Mutation') return [{ ...known, method: 'POST', path: '/graphql', body: { query: mutation(name!) } }];
  const [, base = ''] = /@Controller\('([^']*)'\)/.exec(source) ?? [];
  return [{ ...known, method: kind!.toUpperCase(), path: `/${[base, route].filter(Boolean).join('/').replaceAll(/:\w+/g, () => randomUUID())}` }];
}

/** Every act of the API by a grave permission, and how often the code names such a permission at a handler at all. */
export function graveActs(): { acts: GraveAct[]; shown: number; marks: number } {
  const sources = globSync('libs/api/**/*.ts').filter((path) => !path.endsWith('.spec.ts')).map((path) => readFileSync(path, 'utf8'));
  const handlers = sources.flatMap((source) => [...source.matchAll(handler)].map((match) => ({ source, match }))).filter(({ match }) => isGrave(match[3]!));
  return {
    acts: handlers.flatMap(({ source, match }) => actOf(source, match)),
    shown: handlers.filter(({ match }) => match[1] === 'Query').length,
    marks: sources.flatMap((source) => [...source.matchAll(/@Allow\('([\w.]+)'\)/g)]).filter(([, name]) => isGrave(name!)).length,
  };
}
