import { type Names, readValue, type Value } from './value.ts';

/** An object of the specification as a table writes it: see `readValue` for the values; a field that is called `name!` has to be there, `name!other` beside `other`. */
export interface ObjectTable {
  /** What people call it: `path item`. */
  readonly noun: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Fields whose names the author chooses. */
  readonly rest?: { readonly names: Names; readonly of: string };
  /** `x-…` has no place here. */
  readonly closed?: true;
  /** `true` and `false` may stand in its place. */
  readonly boolean?: true;
  /** Unknown fields are nobody's business. */
  readonly open?: true;
  /** The first field of each list cannot stand beside any of the others. */
  readonly apart?: readonly (readonly string[])[];
  /** Of each list, one has to be there. */
  readonly some?: readonly (readonly string[])[];
  /** Has to have an entry that is no extension. */
  readonly filled?: true;
  /** Further fields, by the value of one, in small letters or as it is written. */
  readonly variants?: readonly { readonly by: string; readonly of: Readonly<Record<string, Readonly<Record<string, string>>>> }[];
  /** What it counts as where it is referred to, if that is not its own name. */
  readonly as?: string;
}

export type Tables = Readonly<Record<string, ObjectTable>>;

interface Field {
  readonly value: Value;
  /** Whether it has to be there, or beside which other field. */
  readonly required: boolean | string;
}

export type Fields = ReadonlyMap<string, Field>;

/** A table, read. */
export interface ObjectGrammar extends Omit<ObjectTable, 'fields' | 'rest' | 'variants'> {
  readonly name: string;
  readonly fields: Fields;
  readonly rest?: { readonly names: Names; readonly value: Value };
  readonly variants: readonly { readonly by: string; readonly of: ReadonlyMap<string, Fields> }[];
}

/** The structure of one version: its objects by name, beginning with `root`. */
export type Grammar = ReadonlyMap<string, ObjectGrammar>;

export function grammarOf(tables: Tables): Grammar {
  return new Map(Object.entries(tables).map(([name, table]) => [name, objectOf(name, table)]));
}

function objectOf(name: string, { fields, rest, variants = [], ...table }: ObjectTable): ObjectGrammar {
  return {
    ...table,
    name,
    fields: fieldsOf(fields),
    ...(rest && { rest: { names: rest.names, value: readValue(rest.of) } }),
    variants: variants.map(({ by, of }) => ({ by, of: new Map(Object.entries(of).map(([value, more]) => [value, fieldsOf(more)])) })),
  };
}

function fieldsOf(fields: ObjectTable['fields']): Fields {
  return new Map(
    Object.entries(fields).map(([key, notation]) => {
      const [name = '', beside] = key.split('!');
      return [name, { value: readValue(notation), required: beside === undefined ? false : beside || true }];
    }),
  );
}
