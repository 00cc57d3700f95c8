/** Two versions of a contract in which each string stands wherever a contract lets people write; about each one change is told. */
export function naughtyContract(strings: readonly string[], change: 'breaking' | 'compatible'): { readonly base: string; readonly head: string } {
  const [more, fewer] = [contract(strings, true), contract(strings, false)];
  return change === 'breaking' ? { base: more, head: fewer } : { base: fewer, head: more };
}

/** JSON, as it can hold them all. */
function contract(strings: readonly string[], hasValue: boolean): string {
  const [title = ''] = strings;
  const paths = Object.fromEntries(strings.map((text, i) => [`/${i}/${text}`, { get: operation(text, i, hasValue) }]));
  return JSON.stringify({ openapi: '3.1.0', info: { title, description: title, version: '1.0.0' }, paths }, undefined, 1);
}

/** A query parameter takes the string as a value, or does not. */
function operation(text: string, i: number, hasValue: boolean): object {
  return {
    summary: text,
    description: text,
    tags: [text],
    parameters: [{ name: `q${i}${text}`, in: 'query', description: text, schema: { enum: [...(hasValue ? [text] : []), `kept${i}`] } }],
    responses: { 200: { description: text, content: { 'application/json': { schema: { title: text, type: 'object', properties: { [text]: {} } } } } } },
  };
}

/** One parameter that takes so many values, or only one: as many changes, of one place. */
export function countedContract(count: number): { readonly base: string; readonly head: string } {
  const of = (values: readonly string[]) =>
    `openapi: 3.1.0\ninfo: { title: Counted, version: 1.0.0 }\npaths: { /a: { get: { parameters: [{ name: q, in: query, schema: { enum: [kept, ${values.join(', ')}] } }], responses: { 200: { description: ok } } } } }\n`;
  return { base: of(Array.from({ length: count }, (_, i) => `v${i}`)), head: of([]) };
}
