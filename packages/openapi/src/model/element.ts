import type { Element, Lifecycle, Node } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';
import type { Document } from './document.ts';

/** The kinds of elements of an OpenAPI description; each knows the description that it stands in. */
interface Part<Kind extends string> extends Element {
  readonly kind: Kind;
  readonly document: Document;
}

export interface ApiElement extends Part<'api'> {
  readonly version: Document['version'];
}

export interface InfoElement extends Part<'info'> {}

export interface ServerElement extends Part<'server'> {
  readonly url: string;
  /** Written nowhere: what holds where no server is named. */
  readonly isImplied?: boolean;
  /** What may stand for its variables, by their names. */
  readonly variables: ReadonlyMap<string, Node>;
  /** The addresses below its origin that the paths have there. */
  routes(): ReadonlySet<string>;
}

/** The servers that requests go to. */
export interface ServerTargets {
  /** Named by the element itself, and not by what is above it. */
  readonly isOwn: boolean;
  readonly urls: ReadonlySet<string>;
}

export interface TagElement extends Part<'tag'> {
  readonly name: string;
}

export interface PathElement extends Part<'path'> {
  /** The template as written. For a callback it is its runtime expression, for a webhook its name. */
  readonly path: string;
  readonly role: string;
  readonly of: 'paths' | 'callback' | 'webhook' | 'component';
  targets(): ServerTargets;
}

export interface OperationElement extends Part<'operation'> {
  /** In capitals. */
  readonly method: string;
  readonly path: string;
  readonly of: PathElement['of'];
  /** `GET /pets/{id}`. */
  readonly label: string;
  /** Its own parameters and those of the path item that it does not override, references followed. */
  parameters(): readonly ParameterElement[];
  /** Whether nothing in the lists of its parameters refers to nowhere: what is missing there may be any parameter. */
  knowsParameters(): boolean;
  /** What a caller has to show. */
  security(): SecurityElement;
  callbacks(): readonly CallbackElement[];
  responses(): readonly ResponseElement[];
  readonly deprecated: boolean;
  lifecycle(): Lifecycle;
  stability(): string | undefined;
  targets(): ServerTargets;
}

export interface ParameterListElement extends Part<'parameterList'> {
  /** The template that the parameters are for; none for webhooks, callbacks and paths without operations. */
  readonly path: string | undefined;
  parameters(): readonly ListedParameter[];
  /** Those of the path item that this list does not override, if it is of an operation. */
  inherited(): readonly ListedParameter[];
}

/** A parameter where it is listed: in place or by reference. */
export interface ListedParameter {
  readonly item: Node;
  readonly in: string;
  readonly name: string;
  /** Equal for parameters that are the same one: see `identity.ts`. */
  readonly id: string;
}

export interface ParameterElement extends Part<'parameter'> {
  readonly in: string;
  readonly name: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  lifecycle(): Lifecycle;
  /** `the query parameter `tag``. */
  readonly label: string;
  /** The effective serialization: style, explode and what else decides the text on the wire. */
  readonly serialization: string;
  schema(): SchemaElement | undefined;
}

export interface RequestBodyElement extends Part<'requestBody'> {
  readonly required: boolean;
  readonly operation: string;
}

export interface MediaTypeElement extends Part<'mediaType'> {
  /** As written. */
  readonly mediaType: string;
  /** `the request body` or `response 200`. */
  readonly owner: string;
  schema(): SchemaElement | undefined;
}

export interface EncodingElement extends Part<'encoding'> {
  readonly name: string;
  /** How the items of a list are written in a form; `undefined` for what is not about that. */
  readonly serialization: string | undefined;
  /** The media types that the field may have, if the contract says so. */
  readonly contentType: string | undefined;
}

export interface ResponseElement extends Part<'response'> {
  readonly status: string;
  readonly operation: string;
}

export interface HeaderElement extends Part<'header'> {
  readonly name: string;
  readonly required: boolean;
  /** `the header `X-Trace``. */
  readonly label: string;
  /** As of a parameter. */
  readonly serialization: string;
  schema(): SchemaElement | undefined;
}

export interface LinkElement extends Part<'link'> {
  readonly name: string;
}

export interface CallbackElement extends Part<'callback'> {
  readonly name: string;
}

/** Alternatives, each a set of schemes with the scopes that it asks for. No alternative at all means: open to everybody. */
export interface SecurityElement extends Part<'security'> {
  readonly operation: string;
  readonly alternatives: readonly ReadonlyMap<string, readonly string[]>[];
}

export interface SecuritySchemeElement extends Part<'securityScheme'> {
  readonly name: string;
}

/** A schema that may come in place of one with a discriminator. */
export interface SubtypeElement extends Part<'subtype'> {
  readonly label: string;
}

/** A definition below `components` (or `definitions`, `parameters`, `responses`), for rules about definitions as such. */
export interface ComponentElement extends Part<'component'> {
  /** `schemas`, `parameters`, … as in OpenAPI 3. */
  readonly section: string;
  readonly name: string;
}

/** The Reference Objects of one part of the text. */
export interface ReferencesElement extends Part<'references'> {
  children(): readonly ReferenceElement[];
}

/** A map with a `$ref` that is meant as one, wherever it stands. */
export interface ReferenceElement extends Part<'reference'> {
  /** What stands in its place, as far as that decides what may stand beside it. */
  readonly of: 'schema' | 'path item' | 'object';
}
