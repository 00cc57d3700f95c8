import { ok } from '../answer.ts';
import type { Handler } from '../handler.ts';

const get: Handler = (_call, { repository, isPrivate, api, html }) => {
  const [login = '', name = ''] = repository.fullName.split('/');
  return ok({
    name,
    full_name: repository.fullName,
    owner: { login },
    private: isPrivate,
    visibility: isPrivate ? 'private' : 'public',
    default_branch: 'main',
    url: api,
    html_url: html,
    language: null,
    // GitHub's example is a fork.
    parent: undefined,
    source: undefined,
  });
};

/** Anybody may read a public repository; nobody has a right to a private one unless it was given. */
const permission: Handler = ({ path }, { state, isPrivate }) => {
  const login = path.username ?? '';
  const level = state.permissions.get(login) ?? (isPrivate ? 'none' : 'read');
  return ok({ permission: level, role_name: level, user: { login, role_name: level } });
};

export const repository: Readonly<Record<string, Handler>> = {
  'repos/get': get,
  'repos/get-collaborator-permission-level': permission,
};
