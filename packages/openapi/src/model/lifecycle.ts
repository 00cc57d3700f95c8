import { child, entriesOf, type Lifecycle, type Node, resolve, stringOf } from '@breakwater/core';
import { lifecycleIn } from '@breakwater/json-schema';
import { type Document, field } from './document.ts';
import type { OperationElement } from './element.ts';

/** Of an operation: `x-sunset`, or what the header `Sunset` (RFC 8594) of one of its responses says. */
export function operationLifecycle(document: Document, node: Node): Lifecycle {
  const said = lifecycleIn(node);
  if (!said.deprecated || said.sunset !== undefined) return said;
  const sunset = sunsetHeaderIn(document, node);
  return { ...said, ...(sunset !== undefined && { sunset }) };
}

/** Of a path: it goes with the last of its operations. */
export function pathLifecycle(operations: readonly OperationElement[]): Lifecycle {
  const all = operations.map((operation) => operation.lifecycle());
  const sunsets = all.map(({ sunset }) => sunset ?? '').sort();
  const deprecated = all.length > 0 && all.every((one) => one.deprecated);
  return { deprecated, ...(deprecated && sunsets[0] !== '' && { sunset: sunsets.at(-1) ?? '' }) };
}

/** A path promises what the most stable of its operations does; `undefined` where one does not say. */
export function pathStability(operations: readonly OperationElement[]): string | undefined {
  const levels = operations.map((operation) => operation.stability());
  return levels.includes(undefined) ? undefined : STABILITY_LEVELS.findLast((level) => levels.includes(level));
}

function sunsetHeaderIn(document: Document, operation: Node): string | undefined {
  for (const { value } of entriesOf(field(document, operation, 'responses'))) {
    const headers = entriesOf(field(document, resolve(document.snapshot, value), 'headers'));
    const header = resolve(document.snapshot, headers.find(({ name }) => name.toLowerCase() === 'sunset')?.value);
    const schema = field(document, header, 'schema');
    const texts = [child(header, 'example'), child(schema, 'const'), child(schema, 'example'), child(schema, 'default')];
    const [day] = texts.flatMap((text) => dayOfHttpDate(stringOf(text)) ?? []);
    if (day !== undefined) return day;
  }
  return undefined;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Sat, 31 Dec 2026 23:59:59 GMT` (RFC 9110, section 5.6.7). */
function dayOfHttpDate(text: string | undefined): string | undefined {
  const [, day = '', month = '', year = ''] = /^[A-Z][a-z]{2}, (\d\d) ([A-Z][a-z]{2}) (\d{4}) \d\d:\d\d:\d\d GMT$/.exec(text ?? '') ?? [];
  const number = MONTHS.indexOf(month) + 1;
  return number === 0 ? undefined : `${year}-${String(number).padStart(2, '0')}-${day}`;
}

/** From nothing to everything. */
export const STABILITY_LEVELS = ['draft', 'alpha', 'beta', 'stable'];

/** `x-stability-level`: how much of something is promised; `undefined` for a word that nobody knows. */
export function stabilityOf(node: Node | undefined): string | undefined {
  const level = stringOf(child(node, 'x-stability-level'))?.toLowerCase();
  return STABILITY_LEVELS.find((one) => one === level);
}
