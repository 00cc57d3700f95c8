import {
  booleanOf,
  child,
  type Direction,
  type Element,
  type Entry,
  entryOf,
  itemsOf,
  type Node,
  once,
  resolve,
  type Subject,
  stringOf,
} from '@breakwater/core';
import { bodyParameterOf, requestBodyOf } from './body.ts';
import { type Document, field } from './document.ts';
import type { OperationElement, ParameterElement, PathElement, RequestBodyElement } from './element.ts';
import { formBodyOf } from './form.ts';
import { operationLifecycle, stabilityOf } from './lifecycle.ts';
import { parameterOf } from './parameter.ts';
import { parameterListOf } from './parameter-list.ts';
import { partOf } from './part.ts';
import { callbacksOf } from './path.ts';
import { responsesOf } from './response.ts';
import { securityOf } from './security.ts';
import { ownServersOf, targetsOf } from './server.ts';

export function operationOf(document: Document, entry: Entry, pathNode: Node, path: string, of: PathElement['of']): OperationElement {
  const node = resolve(document.snapshot, entry.value) ?? entry.value;
  const method = entry.name.toUpperCase();
  const label = `${of === 'paths' ? '' : `${of} `}${method} ${path}`;
  const [request, response]: readonly [Direction, Direction] = of === 'paths' ? ['input', 'output'] : ['output', 'input'];
  const shared = field(document, pathNode, 'parameters');
  const parameters = once(() => effectiveParameters(document, node, shared, path, label, request));
  const consumes = field(document, node, 'consumes') ?? field(document, document.root, 'consumes');
  const body = () => bodyOf(document, node, shared, label, consumes, request);
  // The fields of a form are parameters to who writes them, and a body on the wire.
  const exchanged = (): readonly Element[] => {
    const form = document.version === '2.0' ? formBodyOf(document, node, shared, path, label, consumes, request) : undefined;
    return [...parameters().filter((parameter) => !form || parameter.in !== 'formData'), ...list(body() ?? form)];
  };
  const callbacks = once(() => callbacksOf(document, field(document, node, 'callbacks')));
  const produces = () => field(document, node, 'produces') ?? field(document, document.root, 'produces');
  const responses = once(() => responsesOf(document, field(document, node, 'responses'), label, produces(), response));
  const common = (): readonly Element[] => [...responses(), ...callbacks(), ...ownServersOf(document, node)];
  return {
    kind: 'operation',
    ...partOf({ document, id: method, node, at: { node: entry.value, span: entry }, scope: label, dependsOn: path, dependsOnNodes: shared ? [shared] : [] }),
    method,
    path,
    of,
    label,
    deprecated: booleanOf(child(node, 'deprecated')) === true,
    ...(of !== 'callback' && { subject: subjectOf(node, path, label) }),
    stability: () => stabilityOf(node) ?? stabilityOf(pathNode),
    targets: () => targetsOf(document, node, pathNode),
    lifecycle: () => operationLifecycle(document, node),
    parameters,
    knowsParameters: () => [shared, field(document, node, 'parameters')].every((list) => itemsOf(list).every((item) => resolve(document.snapshot, item))),
    callbacks,
    responses,
    security: once(() => securityOf(document, node, label)),
    children: once(() => [
      ...parameterListOf(document, node, path, (item) => parameterOf(document, item, path, label, request), of === 'paths' ? path : undefined, shared),
      ...list(body()),
      ...common(),
    ]),
    parts: () => [...exchanged(), ...common(), securityOf(document, node, label)],
  };
}

/** What is in a callback is part of the operation that it belongs to. */
function subjectOf(node: Node, path: string, label: string): Subject {
  const names = [label, ...list(stringOf(child(node, 'operationId')))];
  return { path, names, tags: itemsOf(child(node, 'tags')).flatMap((tag) => list(stringOf(tag))) };
}

/** The operation's own parameters override those of the path item by place and name (OpenAPI 3.1.1, section 4.8.9.1). */
function effectiveParameters(
  document: Document,
  node: Node,
  shared: Node | undefined,
  path: string,
  label: string,
  direction: Direction,
): readonly ParameterElement[] {
  const parameters = new Map<string, ParameterElement>();
  for (const written of [...itemsOf(shared), ...itemsOf(field(document, node, 'parameters'))]) {
    const parameter = parameterOf(document, written, path, label, direction);
    if (parameter && parameter.in !== 'body') parameters.set(parameter.id, parameter);
  }
  return [...parameters.values()];
}

function bodyOf(
  document: Document,
  node: Node,
  shared: Node | undefined,
  label: string,
  consumes: Node | undefined,
  direction: Direction,
): RequestBodyElement | undefined {
  if (document.version !== '2.0') return requestBodyOf(document, entryOf(node, 'requestBody'), label, direction);
  const [body] = [...itemsOf(field(document, node, 'parameters')), ...itemsOf(shared)].flatMap((written) =>
    list(bodyParameterOf(document, written, label, consumes, direction)),
  );
  return body;
}

function list<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}
