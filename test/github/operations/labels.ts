import { notFound, ok, paged } from '../answer.ts';
import type { Handler, World } from '../handler.ts';
import { isObject, type JsonObject, listAt, textAt } from '../json.ts';

const list: Handler = ({ path, query, url }, world) => {
  const labels = labelsOf(path, world);
  if (!labels) return notFound;
  const { items, headers } = paged(labels, query, url);
  return ok(
    items.map((name) => toLabel(name, world)),
    { headers },
  );
};

/** Answers all labels of the issue, not only the new ones. */
const add: Handler = ({ path, body }, world) => {
  const labels = labelsOf(path, world);
  if (!labels) return notFound;
  for (const one of listAt(body, 'labels')) {
    const name = isObject(one) ? textAt(one, 'name') : String(one);
    if (name !== undefined && !labels.includes(name)) labels.push(name);
  }
  return ok(labels.map((name) => toLabel(name, world)));
};

const remove: Handler = ({ path }, world) => {
  const labels = labelsOf(path, world);
  const at = labels?.indexOf(path.name ?? '') ?? -1;
  if (!labels || at < 0) return notFound;
  labels.splice(at, 1);
  return ok(labels.map((name) => toLabel(name, world)));
};

export const labels: Readonly<Record<string, Handler>> = {
  'issues/list-labels-on-issue': list,
  'issues/add-labels': add,
  'issues/remove-label': remove,
};

/** The label list of the one pull request there is; kept in the state from now on, so it can be changed. */
function labelsOf(path: Readonly<Record<string, string>>, { state, repository }: World): string[] | undefined {
  const number = Number(path.issue_number);
  if (number !== repository.pull.number) return undefined;
  const known = state.labels.get(number) ?? [];
  state.labels.set(number, known);
  return known;
}

/** GitHub numbers labels; here the name gives the number. */
export function toLabel(name: string, { api }: Pick<World, 'api'>): JsonObject {
  const id = [...name].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_000_007, 7);
  return { id, name, url: `${api}/labels/${encodeURIComponent(name)}`, description: null, color: 'ededed', default: false };
}
