import type { Json, JsonObject } from './json.ts';

/** What a handler answers, before it is laid over GitHub's example. */
export interface Answer {
  readonly status: number;
  /** Laid over the example of the description. */
  readonly state?: Json;
  /** Sent as it is: the `raw`, `diff`, `patch` and `sha` media types. */
  readonly raw?: Uint8Array | string;
  /** Of the description, when it is not JSON. */
  readonly mediaType?: string;
  /** Which of the description's examples, when it has several. */
  readonly example?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** An error is sent without an example. */
  readonly isError?: boolean;
}

export function ok(state: Json, more: Partial<Answer> = {}): Answer {
  return { status: 200, state, ...more };
}

/** The shape of every refusal: `{ message, documentation_url, status }` (GitHub's `basic-error`). */
export function refusal(status: number, message: string, more: JsonObject = {}): Answer {
  return {
    status,
    isError: true,
    state: { message, ...more, documentation_url: 'https://docs.github.com/rest', status: String(status) },
  };
}

export const notFound = refusal(404, 'Not Found');

/** GitHub's `validation-error`. */
export function validationFailed(resource: string, field: string, message: string, code = 'unprocessable'): Answer {
  return refusal(422, 'Validation Failed', { errors: [{ resource, code, field, message }] });
}

export interface Page {
  readonly page: number;
  readonly perPage: number;
}

/** 30 per page unless asked otherwise, never more than 100 (docs.github.com, "Using pagination in the REST API"). */
export function pageOf(query: URLSearchParams): Page {
  const page = Number(query.get('page') ?? 1);
  const perPage = Number(query.get('per_page') ?? 30);
  return { page: Math.max(1, page), perPage: Math.min(100, Math.max(1, perPage)) };
}

/** One page of a list, with GitHub's `Link` header: absent when there is only one page. */
export function paged<T>(
  all: readonly T[],
  query: URLSearchParams,
  url: string,
): { readonly items: readonly T[]; readonly headers: Readonly<Record<string, string>> } {
  const { page, perPage } = pageOf(query);
  const last = Math.max(1, Math.ceil(all.length / perPage));
  const items = all.slice((page - 1) * perPage, page * perPage);
  const at = (number: number) => {
    const next = new URLSearchParams(query);
    next.set('page', String(number));
    return `${url}?${next}`;
  };
  const links = [
    ...(page > 1 ? [`<${at(page - 1)}>; rel="prev"`] : []),
    ...(page < last ? [`<${at(page + 1)}>; rel="next"`, `<${at(last)}>; rel="last"`] : []),
    ...(page > 1 ? [`<${at(1)}>; rel="first"`] : []),
  ];
  return { items, headers: links.length > 0 ? { link: links.join(', ') } : {} };
}
