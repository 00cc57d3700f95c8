import type { Acceptance, Finding } from '../finding/finding.ts';

/** What is to be said of a change beside its proof: a label and a text, which may hold words of others. */
export interface Note {
  readonly label: string;
  readonly text: string;
}

export function notesOf({ audiences, excused, accepted, comparedWith }: Finding): readonly Note[] {
  const beyond = beyondTheWire(audiences);
  return [
    ...(beyond === '' ? [] : [{ label: 'beyond the wire', text: beyond }]),
    ...(excused === undefined ? [] : [{ label: 'not counted', text: excused }]),
    ...(accepted ? [{ label: 'accepted', text: agreement(accepted) }] : []),
    ...(comparedWith === undefined ? [] : [{ label: 'compared with', text: comparedWith }]),
  ];
}

function beyondTheWire({ source, semantic }: NonNullable<Finding['audiences']> = {}): string {
  const parts = [
    ...(source === 'breaking' ? ['breaks code generated from the contract'] : source === 'dangerous' ? ['may break code generated from the contract'] : []),
    ...(semantic === 'breaking' ? ['changes what messages mean'] : semantic === 'dangerous' ? ['may change what messages mean'] : []),
  ];
  return parts.join(', ');
}

function agreement({ reason, by, until }: Acceptance): string {
  return [reason, ...(by === undefined ? [] : [`by ${by}`]), ...(until === undefined ? [] : [`until ${until}`])].join(', ');
}
