import { child, defineRule, itemsOf, type Node, resolve, stringOf } from '@breakwater/core';
import { effectiveOf, type SchemaElement } from '@breakwater/json-schema';

interface VagueDiscriminator {
  readonly property: string;
  readonly fault: 'undefined' | 'optional';
}

const WORDS: Readonly<Record<VagueDiscriminator['fault'], string>> = {
  undefined: 'is no property here',
  optional: 'is not required here',
};

/** "This property SHOULD be required in the payload schema, as the behavior when the property is absent is undefined" (OpenAPI 3.1.2, section 4.8.25.1); a MUST in 2.0. */
export const discriminatorPropertyRequired = defineRule<SchemaElement, VagueDiscriminator>({
  id: 'discriminator-property-required',
  on: 'schema',
  severity: 'warn',
  message: ({ property, fault }) => `The discriminator \`${property}\` ${WORDS[fault]}: who reads the value cannot tell which schema is meant.`,
  check({ node, snapshot, dialect, effective }, report) {
    const discriminator = child(node, 'discriminator');
    // OpenAPI 2.0 names the property alone; 3.2 has a schema for values without it.
    const property = stringOf(discriminator) ?? stringOf(child(discriminator, 'propertyName'));
    if (property === undefined || child(discriminator, 'defaultMapping')) return;
    const own = effective();
    for (const { branch, at } of branchesOf(node, discriminator)) {
      const { properties, required, union } = branch === node ? own : effectiveOf([branch], snapshot, dialect);
      // A reference to nowhere and a further choice could say anything.
      if (!resolve(snapshot, branch) || (branch !== node && union)) continue;
      if (!properties.has(property) && !own.properties.has(property)) report({ property, fault: 'undefined' }, at);
      else if (!required.has(property) && !own.required.has(property)) report({ property, fault: 'optional' }, at);
    }
  },
});

/** The schemas that it decides between, or the one that others extend. */
function branchesOf(node: Node, discriminator: Node | undefined): readonly { readonly branch: Node; readonly at: Node | undefined }[] {
  const branches = ['oneOf', 'anyOf'].flatMap((keyword) => itemsOf(child(node, keyword)));
  if (branches.length === 0) return [{ branch: node, at: child(discriminator, 'propertyName') ?? discriminator }];
  return branches.map((branch) => ({ branch, at: child(branch, '$ref') ?? branch }));
}
