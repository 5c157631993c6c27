import { getMetadataArgsStorage } from 'typeorm';

/** The columns of an entity for hand-written SQL: `o.school_kinds as "schoolKinds", …` (without the region, which is the wall). */
export function columnsOf(entity: abstract new () => object, alias: string): string {
  const chain: unknown[] = [];
  for (let type: unknown = entity; typeof type === 'function'; type = Object.getPrototypeOf(type)) chain.push(type);
  return getMetadataArgsStorage()
    .columns.filter(({ target, propertyName }) => chain.includes(target) && propertyName !== 'regionId')
    .map(({ propertyName, options }) => `${alias}.${options.name ?? propertyName} as "${propertyName}"`)
    .join(', ');
}
