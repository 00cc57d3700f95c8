import { workspace } from 'vscode';
import { closeAll, gone, replace, show, told, until, uriOf, write } from './stage.ts';
import type { Suite } from './suite.ts';

const CONTRACT = 'openapi.yaml';
const section = () => workspace.getConfiguration('breakwater');

export const settings: Suite = {
  'with another base there are other changes': async () => {
    const document = await show(CONTRACT);
    await replace(document, 'maximum: 30', 'maximum: 20');
    await told(document.uri, 'bound-changed');
    await section().update('base', 'no-such-branch');
    await gone(document.uri, 'bound-changed');
    await section().update('base', 'HEAD');
    await told(document.uri, 'bound-changed');
    await section().update('base', undefined);
    await replace(document, 'maximum: 20', 'maximum: 30');
    await gone(document.uri, 'bound-changed');
  },
  'the workspace is checked only if it is to be': async () => {
    await told(uriOf('swagger.json'), 'ref-resolves');
    await section().update('checkWorkspace', false);
    await gone(uriOf('swagger.json'), 'ref-resolves');
    await section().update('checkWorkspace', undefined);
    await told(uriOf('swagger.json'), 'ref-resolves');
  },
  'rules are set in the configuration of the project, and mistakes are told there': async () => {
    const configuration = await show('breakwater.yaml');
    await replace(configuration, 'extends: minimal', 'extends: minimal\nrules: { no-nullable-in-31: hint, no-such-rule: warn }');
    await told(configuration.uri, 'config-valid');
    await until('the rule is a hint now', async () => (await told(uriOf(CONTRACT), 'no-nullable-in-31')).severity === 3);
    await closeAll();
    await until('the rule is an error again', async () => (await told(uriOf(CONTRACT), 'no-nullable-in-31')).severity === 0);
    await gone(configuration.uri, 'config-valid');
  },
  'a configuration that comes later holds from then on': async () => {
    await write('schemas/breakwater.yaml', 'rulez: {}\n');
    await show('schemas/breakwater.yaml');
    await told(uriOf('schemas/breakwater.yaml'), 'config-valid');
    await closeAll();
    await workspace.fs.delete(uriOf('schemas/breakwater.yaml'));
  },
};
