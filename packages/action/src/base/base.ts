import type { Inputs } from '../inputs.ts';
import type { Repository } from '../repository.ts';
import { statusOf } from '../status-of.ts';
import { commitVersion } from '../version/commit-version.ts';
import type { Version } from '../version/version.ts';
import { baseByEvent } from './base-by-event.ts';
import { baseByInput } from './base-by-input.ts';

/** What the head is compared with, and how that was chosen; or why there is nothing, in a sentence. */
export type Base =
  | {
      readonly version: Pick<Version, 'host' | 'files'>;
      /** Of a commit that GitHub can show. */
      readonly sha?: string;
      readonly label: string;
      /** Where it is no commit: the one file that it is. */
      readonly file?: string;
    }
  | { readonly refusal: string };

/** A commit, before it is looked at. */
export type Chosen = { readonly sha: string; readonly how: string } | { readonly refusal: string };

/** That there is no base is an answer too: it is told everywhere, and the check is red. */
export async function baseOf({ base: wanted }: Pick<Inputs, 'base'>, repository: Repository, head: Version): Promise<Base> {
  try {
    const chosen = wanted === '' ? await baseByEvent(repository, head) : await baseByInput(wanted, repository, head);
    if (!('how' in chosen)) return chosen;
    const { sha, how } = chosen;
    return { version: await commitVersion(repository, sha), sha, label: `${sha.slice(0, 7)} (${how})` };
  } catch (error) {
    const status = statusOf(error);
    const reason = status === undefined ? 'it did not answer' : `it answered ${status}`;
    return { refusal: `What to compare with could not be asked of GitHub: ${reason}. Run the check again.` };
  }
}
