import { matchesGlob } from './glob.ts';
import { formOf, orderOf, type VersionForm } from './version-scheme.ts';

/** The version in the name of a tag, as in `api/v1.2` and `client-3`. */
export const VERSION_OF_TAG = /(^|[-/_@])(v?\d[0-9A-Za-z.+-]*)$/;

/**
 * The tags that match a pattern and are versions, the highest first. Of one scheme, since versions of two have no order; previews
 * only where nothing else was released.
 */
export function releasesAmong<Tag extends { readonly name: string }>(tags: readonly Tag[], pattern: string): readonly Tag[] {
  const versions = tags.filter(({ name }) => matchesGlob(pattern, name)).flatMap(versionOf);
  const own = ['semver', 'date', 'sequence'].map((scheme) => versions.filter(({ form }) => form.scheme === scheme)).find(({ length }) => length > 0) ?? [];
  const final = own.filter(({ form }) => !isPreview(form));
  const released = final.length > 0 ? final : own;
  return released.toSorted((a, b) => orderOf(b.form, a.form) ?? 0).map(({ tag }) => tag);
}

function versionOf<Tag extends { readonly name: string }>(tag: Tag): readonly { readonly tag: Tag; readonly form: VersionForm }[] {
  const [, , version] = VERSION_OF_TAG.exec(tag.name) ?? [];
  const form = version && formOf(version);
  return form ? [{ tag, form }] : [];
}

function isPreview(form: VersionForm): boolean {
  return form.scheme === 'semver' ? form.pre.length > 0 : form.scheme === 'date' && form.preview !== '';
}
