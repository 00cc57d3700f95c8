import { expect, test } from 'vitest';
import { upsertComment } from '../src/sink/upsert-comment.ts';

/** One comment of ours, whatever is there; `bodies` is what GitHub has, by id. */
async function after(bodies: ReadonlyMap<number, string>, text: string, { create = true, key = '' } = {}) {
  const [now, calls] = [new Map(bodies), [] as string[]];
  await upsertComment(
    {
      async *list() {
        for (const [id, body] of bodies) yield { id, body };
      },
      async create(body) {
        calls.push('create');
        now.set(now.size + 100, body);
      },
      async update(id, body) {
        calls.push('update');
        now.set(id, body);
      },
      async remove(id) {
        calls.push('remove');
        now.delete(id);
      },
    },
    text,
    { create, key },
  );
  return { bodies: [...now.values()], calls };
}

const own = (text: string, key = '') => `<!-- breakwater${key === '' ? '' : `: ${key}`} -->\n${text}`;
const all = (...bodies: readonly string[]) => new Map(bodies.map((body, i) => [i, body]));

test('is made where there is none, and only if there is something to say', async () => {
  expect(await after(all('looks good to me'), 'red')).toEqual({ bodies: ['looks good to me', own('red')], calls: ['create'] });
  expect(await after(all('looks good to me'), 'green', { create: false })).toEqual({ bodies: ['looks good to me'], calls: [] });
});

test('is rewritten where it says something else, turned green too, and left alone where it does not', async () => {
  for (const create of [true, false]) {
    expect(await after(all('hello', own('red')), 'green', { create })).toEqual({ bodies: ['hello', own('green')], calls: ['update'] });
    expect(await after(all('hello', own('red')), 'red', { create })).toEqual({ bodies: ['hello', own('red')], calls: [] });
  }
});

test('is one: further ones go', async () => {
  const { bodies, calls } = await after(all(own('red'), 'hello', own('red'), own('old')), 'red');
  expect([bodies, calls]).toEqual([
    [own('red'), 'hello'],
    ['remove', 'remove'],
  ]);
});

test('is told by its whole first line: those of other keys are left alone', async () => {
  const others = [own('red', 'b'), own('red'), '<!-- breakwater: a --> x', '<!-- breakwater: ab -->\nred', ` ${own('red', 'a')}`];
  expect(await after(all(...others, own('red', 'a')), 'green', { key: 'a' })).toEqual({ bodies: [...others, own('green', 'a')], calls: ['update'] });
  expect((await after(all(own('red', 'a')), 'red')).bodies).toEqual([own('red', 'a'), own('red')]);
});
