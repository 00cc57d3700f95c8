import { saidRule } from '../said-rule.ts';

export const contractVersionSignal = saidRule({
  id: 'contract-version-signal',
  severity: 'info',
  preset: 'full',
  extensions: ['x-api-version'],
  message: 'Which version answers cannot be seen at run time.',
  isSaid: ({ document, children }) =>
    children().some(
      (element) =>
        (element.kind === 'path' || element.kind === 'server') &&
        /\/v\d/.test('path' in element ? String(element.path) : 'url' in element ? String(element.url) : ''),
    ) || [...document.snapshot.files.values()].some(({ source }) => /["']?(?:x-)?api-version["']?\s*:/i.test(source.text)),
});
