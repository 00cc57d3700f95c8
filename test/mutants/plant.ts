import { parseSync } from 'oxc-parser';
import { type Alternative, alternativesOf } from './alternatives.ts';
import { childrenOf, isType, type SyntaxNode } from './syntax.ts';

/** A bug that can be switched on. */
export interface Mutant {
  readonly id: number;
  readonly file: string;
  /** One-based. */
  readonly line: number;
  /** The whole line. */
  readonly code: string;
  readonly from: string;
  readonly to: string;
}

/** A source with all its bugs planted, each behind the question whether it is the one that is on. */
export interface Planted {
  readonly text: string;
  readonly mutants: readonly Mutant[];
}

/** `isMutantOn` is the name of a function that is asked with the id of a mutant. */
export function plant(file: string, text: string, firstId: number): Planted {
  const { program } = parseSync(file, text);
  const mutants: Mutant[] = [];
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length;
  const add = ({ node, to }: Alternative): number => {
    const id = firstId + mutants.length;
    const line = lineOf(node.start);
    mutants.push({
      id,
      file,
      line,
      code: text.split('\n')[line - 1] ?? '',
      from: text.slice(node.start, node.end).replaceAll(/\s+/g, ' '),
      to: to.replaceAll(/\s+/g, ' '),
    });
    return id;
  };
  const emit = (node: SyntaxNode, parent: SyntaxNode | undefined): string => {
    if (isType(node)) return text.slice(node.start, node.end);
    const parts: string[] = [];
    let from = node.start;
    for (const child of childrenOf(node)) {
      parts.push(text.slice(from, child.start), emit(child, node));
      from = child.end;
    }
    parts.push(text.slice(from, node.end));
    const own = parts.join('');
    const alternatives = parent ? alternativesOf(node, parent, text) : [];
    if (alternatives.length === 0) return own;
    // A statement can only be left out.
    if (node.type === 'ExpressionStatement') return `{ if (!isMutantOn(${add(alternatives[0] ?? { node, to: '' })})) { ${own} } }`;
    return `(${alternatives.map((alternative) => `isMutantOn(${add(alternative)}) ? ${alternative.to} : `).join('')}(${own}))`;
  };
  // The parser types its tree by many interfaces; what is asked of a node here is checked where it is asked.
  return { text: emit(program as unknown as SyntaxNode, undefined), mutants };
}
