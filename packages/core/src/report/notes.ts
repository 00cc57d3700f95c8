import type { Acceptance, Finding, Verdict } from '../finding/finding.ts';
import { worseVerdict } from '../finding/verdict.ts';

/** What is to be said of a change beside its proof: a label and a text, which may hold words of others. */
export interface Note {
  readonly label: string;
  readonly text: string;
}

export function notesOf({ audiences, caveat, excused, accepted, comparedWith }: Finding): readonly Note[] {
  const beyond = beyondTheWire(audiences);
  return [
    ...(beyond === '' ? [] : [{ label: 'beyond the wire', text: beyond }]),
    ...(caveat === undefined ? [] : [{ label: 'note', text: caveat }]),
    ...(excused === undefined ? [] : [{ label: 'not counted', text: excused }]),
    ...(accepted ? [{ label: 'accepted', text: agreement(accepted) }] : []),
    ...(comparedWith === undefined ? [] : [{ label: 'compared with', text: comparedWith }]),
  ];
}

/** Only what is worse than on the wire is worth a word. */
function beyondTheWire({ wire = 'compatible', source = 'compatible', semantic = 'compatible' }: NonNullable<Finding['audiences']> = {}): string {
  const isWorse = (verdict: Verdict) => verdict !== wire && worseVerdict(verdict, wire) === verdict;
  const parts = [
    ...(isWorse(source) ? [source === 'breaking' ? 'breaks code generated from the contract' : 'may break code generated from the contract'] : []),
    ...(isWorse(semantic) ? [semantic === 'breaking' ? 'changes what messages mean' : 'may change what messages mean'] : []),
  ];
  return parts.join(', ');
}

function agreement({ reason, by, until }: Acceptance): string {
  return [reason, ...(by === undefined ? [] : [`by ${by}`]), ...(until === undefined ? [] : [`until ${until}`])].join(', ');
}
