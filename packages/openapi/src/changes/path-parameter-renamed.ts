import { defineChange, HARMLESS } from '@breakwater/core';
import type { ParameterElement } from '../model/element.ts';

interface PathParameterRenamed {
  readonly from: string;
  readonly to: string;
}

export const pathParameterRenamed = defineChange<ParameterElement, PathParameterRenamed>({
  id: 'path-parameter-renamed',
  on: 'parameter',
  only: 'source',
  // Only its place in the URL is on the wire.
  impact: () => HARMLESS,
  // The argument of the method has another name, which languages with named arguments notice.
  beyond: () => ({ source: 'dangerous' }),
  message: ({ from, to }) => `The path parameter \`${from}\` is now called \`${to}\`.`,
  changed({ name: from }, { in: place, name: to }, report) {
    if (place === 'path' && from !== to) report({ from, to });
  },
});
