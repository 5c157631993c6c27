import { registerEnumType } from '@nestjs/graphql';

const known = new Map<string, object>();

/**
 * The GraphQL enum of a fixed vocabulary of the domain, e.g. `enumOf('ActivityFormat', activityFormats)`. Several
 * features may speak of one vocabulary: the same name gives the same enum.
 */
export function enumOf<Value extends string>(name: string, values: readonly Value[]): { [Key in Value]: Key } {
  const enumeration = known.get(name) ?? Object.fromEntries(values.map((value) => [value, value]));
  if (!known.has(name)) registerEnumType(enumeration, { name });
  known.set(name, enumeration);
  return enumeration as { [Key in Value]: Key };
}
