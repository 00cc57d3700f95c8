import type { Parts } from '../feature.ts';
import { toPath, toRelative } from '../session/path.ts';
import { mentionsAt } from './meant.ts';
import { type Place, placesAt } from './place.ts';

/** As `placesAt`, and the places where what is meant is declared in files that contracts share which nobody has opened. */
export async function placesEverywhere(params: Parameters<typeof placesAt>[0], parts: Parts): Promise<readonly Place[]> {
  // One that holds an open file is followed from then on.
  await parts.closed.settle();
  const places = await placesAt(params, parts);
  const declared = places.flatMap((place) =>
    mentionsAt(place).declarations.map(({ file, span }) => ({ path: toPath(place.result.root.folder, file.uri), offset: span.start })),
  );
  if (declared.length === 0) return places;
  const closed = await parts.closed.holding(new Set(declared.map(({ path }) => path)));
  const more = closed.flatMap((result) =>
    declared.flatMap(({ path, offset }) => {
      const uri = toRelative(result.root.folder, path);
      const file = result.contract.snapshot.files.get(uri);
      return file ? [{ result, uri, file, offset }] : [];
    }),
  );
  return [...places, ...more];
}
