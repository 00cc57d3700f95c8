/** For sorting: below 0 if `a` comes first, 0 if neither does. Texts compare by their code units, so that the order is the same everywhere. */
export function ascending<T extends string | number | bigint | boolean>(a: T, b: T): number {
  return Number(a > b) - Number(a < b);
}
