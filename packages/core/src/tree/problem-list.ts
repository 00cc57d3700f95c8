import type { Span } from '../text/source-file.ts';
import type { TextProblem } from './reader.ts';
import { moreProblems } from './text-problem.ts';

const MAX_SYNTAX_PROBLEMS = 20;

/** The problems of one read. A text that is full of faults has twenty of them told, and one problem says how many more there are. */
export class ProblemList {
  /** The tree is not the whole of what the author wrote. */
  damaged = false;
  readonly #listed: TextProblem[] = [];
  readonly #limits = new Set<string>();
  #syntax = 0;
  #firstUnlisted: Span | undefined;

  all(): readonly TextProblem[] {
    return this.#firstUnlisted ? [...this.#listed, moreProblems(this.#syntax - MAX_SYNTAX_PROBLEMS, this.#firstUnlisted)] : this.#listed;
  }

  /** Something is wrong with the text, and the tree is whole all the same. */
  remark(problem: TextProblem): void {
    if (problem.code !== 'syntax' || ++this.#syntax <= MAX_SYNTAX_PROBLEMS) this.#listed.push(problem);
    else this.#firstUnlisted ??= problem.span;
  }

  /** Something is lost by it. A limit is told once, where it is met first. */
  damage(problem: TextProblem): void {
    this.damaged = true;
    if (problem.code === 'limit' && this.#limits.has(problem.message)) return;
    if (problem.code === 'limit') this.#limits.add(problem.message);
    this.remark({ ...problem, damages: true });
  }
}
