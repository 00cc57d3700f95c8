/** Made when it is first asked for, and kept: many rules ask for the same parts. */
export function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
