/** Names for places: `PathItem` for `$.paths[*]`, which paths then begin with as `#PathItem`. */
export type Aliases = ReadonlyMap<string, readonly AliasTarget[]>;

interface AliasTarget {
  readonly given: readonly string[];
  /** Of several targets, the last one for a format counts; without formats it holds for all. */
  readonly formats?: ReadonlySet<string>;
}

const MAX_PATHS = 1_000;

/** The paths that an expression stands for in a contract of some formats, or why there are none: the end of a sentence about it. */
export function expand(expression: string, aliases: Aliases, formats: ReadonlySet<string>): readonly string[] | { readonly refusal: string } {
  const paths: string[] = [];
  const stack: { text: string; used: readonly string[] }[] = [{ text: expression, used: [] }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const [head, name] = /^#([A-Za-z0-9_-]+)/.exec(next.text) ?? [];
    if (head === undefined || name === undefined) {
      paths.push(next.text);
      continue;
    }
    const { used, text } = next;
    const targets = aliases.get(name);
    if (!targets) return { refusal: `uses the alias \`${name}\`, which is not defined` };
    if (used.includes(name)) return { refusal: `uses the alias \`${name}\`, which is defined by itself` };
    if (stack.length + paths.length > MAX_PATHS) return { refusal: `stands for more than ${MAX_PATHS} paths` };
    const target = targets.findLast((one) => !one.formats || [...one.formats].some((format) => formats.has(format)));
    stack.push(...(target?.given ?? []).map((given) => ({ text: given + text.slice(head.length), used: [...used, name] })));
  }
  return paths;
}
