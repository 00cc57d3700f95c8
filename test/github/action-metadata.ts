import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { load } from 'js-yaml';
import { isObject, objectAt, textAt } from './json.ts';

export interface ActionMetadata {
  /** `runs.using`, such as `node24`. */
  readonly using: string;
  /** `runs.main`, absolute. */
  readonly main: string;
  /** Each input's default; an input without one is empty. */
  readonly defaults: Readonly<Record<string, string>>;
}

/** Reads an `action.yml` (docs.github.com, "Metadata syntax for GitHub Actions"). */
export async function readAction(file: string): Promise<ActionMetadata> {
  const document: unknown = load(await readFile(file, 'utf8'));
  if (!isObject(document)) throw new Error(`${file} is not a mapping`);
  const runs = objectAt(document, 'runs');
  const inputs = Object.entries(objectAt(document, 'inputs'));
  return {
    using: textAt(runs, 'using') ?? '',
    main: join(dirname(file), textAt(runs, 'main') ?? ''),
    defaults: Object.fromEntries(inputs.map(([name, input]) => [name, isObject(input) ? String(input.default ?? '') : ''])),
  };
}

/**
 * The variables `INPUT_*`: upper case, spaces become underscores, hyphens stay (actions/runner, Handler.cs,
 * `AddInputsToEnvironment`). Of the expressions in defaults only `github.token` is known here.
 */
export function inputVariables({ defaults }: ActionMetadata, inputs: Readonly<Record<string, string>>, token: string): Readonly<Record<string, string>> {
  const unknown = Object.keys(inputs).filter((name) => !(name in defaults));
  if (unknown.length > 0) throw new Error(`Unexpected input(s) '${unknown.join("', '")}', valid inputs are ['${Object.keys(defaults).join("', '")}']`);
  return Object.fromEntries(
    Object.entries({ ...defaults, ...inputs }).map(([name, value]) => {
      const text = value.replaceAll(/\$\{\{\s*github\.token\s*\}\}/g, () => token);
      if (text.includes('${{')) throw new Error(`The expression in the input ${name} is not known: ${text}`);
      return [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, text];
    }),
  );
}
