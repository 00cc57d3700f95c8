import { join } from 'node:path';
import { inputVariables, readAction } from '../../../test/github/action-metadata.ts';
import { PROJECT } from '../../../test/github/description.ts';
import { type Inputs, readInputs } from '../src/inputs.ts';

const action = await readAction(join(PROJECT, 'action.yml'));

/** The inputs as a runner hands them over, with the defaults of action.yml. */
export function inputsOf(inputs: Readonly<Record<string, string>> = {}): Inputs {
  const variables = inputVariables(action, inputs, 'the-token');
  Object.assign(process.env, variables);
  try {
    return readInputs();
  } finally {
    for (const name of Object.keys(variables)) delete process.env[name];
  }
}
