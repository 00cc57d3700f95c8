import { clip, defineRule } from '@breakwater/core';
import type { PathElement } from '../model/element.ts';

interface BrokenTemplate {
  readonly path: string;
  readonly fault: 'empty' | 'braces' | 'twice';
  readonly name: string;
}

const WORDS: Readonly<Record<BrokenTemplate['fault'], (name: string) => string>> = {
  empty: () => 'has braces without a name',
  braces: () => 'has a brace without its counterpart',
  twice: (name) => `names \`{${name}}\` twice`,
};

/** "Each template expression in the path MUST correspond to a path parameter" and "MUST NOT appear more than once" (OpenAPI 3.1.2, section 4.7; 3.2.0, section 4.8.2). */
export const pathDeclarationValid = defineRule<PathElement, BrokenTemplate>({
  id: 'path-declaration-valid',
  on: 'path',
  severity: 'error',
  message: ({ path, fault, name }) => `\`${path}\` ${WORDS[fault](name)}.`,
  check({ path: whole, of }, report) {
    if (of !== 'paths') return;
    const path = clip(whole);
    const names = [...whole.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
    const seen = new Set<string>();
    const twice = names.find((name) => seen.size === seen.add(name).size);
    if (/[{}]/.test(whole.replaceAll(/\{[^{}]*\}/g, ''))) report({ path, fault: 'braces', name: '' });
    else if (names.includes('')) report({ path, fault: 'empty', name: '' });
    else if (twice !== undefined) report({ path, fault: 'twice', name: twice });
  },
});
