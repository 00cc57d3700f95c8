/** The words of a name in lower case: `createInvoice`, `create-invoice` and `create_invoice` have the same. */
export function wordsOf(name: string): readonly string[] {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/** `snake_case`, to compare names of any case with lists of names. */
export function snakeOf(name: string): string {
  return wordsOf(name).join('_');
}
