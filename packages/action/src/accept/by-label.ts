import type { Client } from '../client.ts';
import type { Place } from './place.ts';

/**
 * Whether the pull request has the label now. The payload of an event is as old as the event, and a run that is repeated replays
 * it. Only who may triage sets a label, so on a pull request from a fork its author cannot.
 */
export async function hasLabel(client: Client, place: Place, label: string): Promise<boolean> {
  const labels = await client.paginate(client.rest.issues.listLabelsOnIssue, { ...place, per_page: 100 });
  // GitHub takes names that differ in case only for one label.
  return labels.some(({ name }) => name.toLowerCase() === label.toLowerCase());
}
