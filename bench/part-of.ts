type Description = { paths: Record<string, unknown>; components?: Record<string, Record<string, unknown>> };

/** The first paths of a description, and of its components what they refer to. */
export function partOf(whole: Description, share: number): Description {
  const names = Object.keys(whole.paths).slice(0, Math.ceil(Object.keys(whole.paths).length * share));
  const paths = Object.fromEntries(names.map((name) => [name, whole.paths[name]]));
  const components: Record<string, Record<string, unknown>> = {};
  const queue: unknown[] = [paths];
  for (let value = queue.pop(); value !== undefined; value = queue.pop()) {
    for (const [, kind = '', name = ''] of JSON.stringify(value).matchAll(/"#\/components\/([^/"]+)\/([^/"]+)"/g)) {
      const found = whole.components?.[kind]?.[name];
      const own = (components[kind] ??= {});
      if (found === undefined || name in own) continue;
      own[name] = found;
      queue.push(found);
    }
  }
  return { ...whole, paths, components };
}
