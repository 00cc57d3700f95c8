/** Made when it is first asked for, and kept: many rules ask for the same parts. */
export function once<T extends object | undefined>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
