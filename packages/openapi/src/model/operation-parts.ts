import { type Element, entriesOf, stringOf } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';
import type { HeaderElement, MediaTypeElement, OperationElement, ParameterElement, RequestBodyElement, ResponseElement } from './element.ts';

export function responsesIn(operation: OperationElement): readonly ResponseElement[] {
  return operation.responses();
}

export function bodyIn(operation: OperationElement): RequestBodyElement | undefined {
  return operation.children().find((element): element is RequestBodyElement => element.kind === 'requestBody');
}

export function headersIn(response: ResponseElement): readonly HeaderElement[] {
  return response.children().filter((element): element is HeaderElement => element.kind === 'header');
}

/** Of a body or a response. */
export function mediaTypesIn(holder: Element | undefined): readonly MediaTypeElement[] {
  return holder?.children().filter((element): element is MediaTypeElement => element.kind === 'mediaType') ?? [];
}

/** Of any kind: `application/json`, `application/problem+json`. */
export function isJson(mediaType: string): boolean {
  return /[/+]json\s*(?:;|$)/i.test(mediaType) || mediaType === '*/*';
}

/** The schema of what is sent as JSON, of any kind: `application/json`, `application/problem+json`. */
export function jsonSchemaIn(holder: Element | undefined): SchemaElement | undefined {
  return mediaTypesIn(holder)
    .find(({ mediaType }) => isJson(mediaType))
    ?.schema();
}

/** A response of that status, its range or, if nothing else speaks for it, `default`. */
export function speaksFor(operation: OperationElement, status: string, withDefault = true): boolean {
  const range = `${status[0]}xx`;
  return responsesIn(operation).some((response) => {
    const own = response.status.toLowerCase();
    return own === status || own === range || (withDefault && own === 'default');
  });
}

/** Header names are case-insensitive (RFC 9110, section 5.1). */
export function headerOf(response: ResponseElement, names: readonly string[]): HeaderElement | undefined {
  return headersIn(response).find(({ name }) => isNamed(name, names));
}

export function parameterOf(operation: OperationElement, place: string, names: readonly string[]): ParameterElement | undefined {
  return operation.parameters().find((parameter) => parameter.in === place && isNamed(parameter.name, names));
}

function isNamed(name: string, names: readonly string[]): boolean {
  return names.some((one) => one.toLowerCase() === name.toLowerCase());
}

/** The schemes that an operation takes, with the scopes that each is asked for; empty where everybody may call it. */
export function schemesOf(operation: OperationElement): ReadonlyMap<string, readonly string[]> {
  const schemes = new Map<string, readonly string[]>();
  for (const alternative of operation.security().alternatives)
    for (const [name, scopes] of alternative) schemes.set(name, [...(schemes.get(name) ?? []), ...scopes]);
  return schemes;
}

/** Whether no caller without credentials is let in. */
export function isSecured(operation: OperationElement): boolean {
  const { alternatives } = operation.security();
  return alternatives.length > 0 && alternatives.every((alternative) => alternative.size > 0);
}

/** The text of a field of the element's own object. */
export function textIn(element: Element, field: string): string {
  return entriesOf(element.node).flatMap(({ name, value }) => (name === field ? (stringOf(value) ?? []) : []))[0] ?? '';
}
