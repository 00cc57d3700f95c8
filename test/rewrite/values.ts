import { type Draft, is31, isMap, type Json, listIn, mapIn, resolved } from './draft.ts';
import { isHidden } from './oracle.ts';
import type { Boundary, Place, Side } from './places.ts';
import type { Random } from './random.ts';

/** A value of a boundary that reaches a place and is unusual there. Mostly valid: who needs to know asks the oracle. */
export function valueAt(draft: Draft, { schema, side }: Boundary, place: Place, random: Random): unknown {
  return new Writer(draft, side, place, random).write([schema], 0);
}

const MAX_DEPTH = 10;
const TEXTS = [
  'abc',
  'a',
  'AB 12',
  '',
  '1',
  '2020-02-30',
  '2020-01-01T00:00:00Z',
  'https://example.com/a',
  '0123456789abcdef',
  '1234567890123456',
  'a@b.example',
];
const NUMBERS = [0, 1, 2, 3, 5, 10, 42, 100, 1000, 0.5, 1.25, -1, -7.5];

class Writer {
  private readonly draft: Draft;
  private readonly side: Side;
  private readonly way: ReadonlySet<unknown>;
  private readonly target: Json;
  private readonly random: Random;

  constructor(draft: Draft, side: Side, place: Place, random: Random) {
    this.draft = draft;
    this.side = side;
    this.way = new Set(place.way);
    this.target = place.schema;
    this.random = random;
  }

  /** A value for schemas that all hold. */
  write(schemas: readonly unknown[], depth: number): unknown {
    const parts = schemas.flatMap((schema) => this.partsOf(schema, 0));
    const isTarget = parts.includes(this.target);
    for (const part of parts) if ('const' in part) return part.const;
    const listed = parts.find((part) => Array.isArray(part.enum));
    if (listed) return this.random.pick(listIn(listed, 'enum'));
    switch (this.typeOf(parts, isTarget)) {
      case 'null':
        return null;
      case 'boolean':
        return this.random.chance(2);
      case 'integer':
        return Math.round(this.number(parts, isTarget));
      case 'number':
        return this.number(parts, isTarget);
      case 'array':
        return this.array(parts, isTarget, depth);
      case 'object':
        return this.object(parts, isTarget, depth);
      default:
        return this.text(parts, isTarget);
    }
  }

  /** The schema with its conjunctions, and of each union the branch on the way or any. */
  private partsOf(written: unknown, depth: number): Json[] {
    const schema = resolved(this.draft, written);
    if (!schema || depth > MAX_DEPTH) return [];
    const beside = isMap(written) && written !== schema && is31(this.draft) && Object.keys(written).length > 1 ? [written] : [];
    const chosen = ['anyOf', 'oneOf'].flatMap((name) => {
      const branches = listIn(schema, name);
      const onWay = branches.find((branch) => this.isOnWay(branch));
      return branches.length > 0 ? [onWay ?? this.random.pick(branches)] : [];
    });
    return [...beside, schema, ...[...listIn(schema, 'allOf'), ...chosen].flatMap((part) => this.partsOf(part, depth + 1))];
  }

  private isOnWay(written: unknown): boolean {
    return isMap(written) && this.way.has(written);
  }

  private typeOf(parts: readonly Json[], isTarget: boolean): unknown {
    let types: unknown[] | undefined;
    for (const part of parts) {
      const own = Array.isArray(part.type) ? part.type : part.type === undefined ? undefined : [part.type, ...(part.nullable === true ? ['null'] : [])];
      if (own) types = types ? types.filter((type) => own.includes(type)) : own;
    }
    if (!types) return parts.some((part) => 'properties' in part || 'required' in part) ? 'object' : parts.some((part) => 'items' in part) ? 'array' : 'string';
    const needed = this.leadsInto(parts, 'object') ? 'object' : this.leadsInto(parts, 'array') ? 'array' : undefined;
    if (needed && types.includes(needed)) return needed;
    const others = types.filter((type) => type !== 'null');
    return types.includes('null') && this.random.chance(isTarget ? 2 : 8) ? 'null' : this.random.pick(others.length > 0 ? others : types);
  }

  private leadsInto(parts: readonly Json[], type: 'object' | 'array'): boolean {
    return parts.some((part) => {
      const inner = type === 'object' ? [...Object.values(mapIn(part, 'properties')), part.additionalProperties] : [part.items, ...listIn(part, 'prefixItems')];
      return inner.some((schema) => this.isOnWay(schema));
    });
  }

  private number(parts: readonly Json[], isTarget: boolean): number {
    const all = (name: string) => parts.map((part) => part[name]).filter((bound) => typeof bound === 'number');
    const [step = 1] = all('multipleOf');
    const low = Math.max(...all('minimum'), ...all('exclusiveMinimum'));
    const high = Math.min(...all('maximum'), ...all('exclusiveMaximum'));
    const bounds = [low, high, low + step, high - step, low + step / 2, (low + high) / 2].filter(Number.isFinite);
    const near = [...bounds, ...(isTarget || bounds.length === 0 ? NUMBERS : [])];
    const found = this.random.pick(near) ?? 0;
    return all('multipleOf').length > 0 ? Math.round(found / step) * step : found;
  }

  private text(parts: readonly Json[], isTarget: boolean): string {
    const known = parts.flatMap((part) => [part.example, part.default]).filter((one) => typeof one === 'string');
    const pattern = parts.map((part) => part.pattern).find((one) => typeof one === 'string');
    const fitting = [...known, ...TEXTS].filter((one) => pattern === undefined || matches(pattern, one));
    const text = this.random.pick(fitting) ?? '';
    const least = Math.max(0, ...parts.map((part) => Number(part.minLength ?? 0)));
    const most = Math.min(...parts.map((part) => Number(part.maxLength ?? Infinity)));
    const wished = isTarget && pattern === undefined ? (this.random.pick([least, least + 1, Math.min(most, 300), text.length]) ?? 0) : text.length;
    const length = Math.min(Math.max(wished, least), most, 5000);
    return text.slice(0, length).padEnd(length, 'x');
  }

  private array(parts: readonly Json[], isTarget: boolean, depth: number): unknown[] {
    const least = Math.max(this.leadsInto(parts, 'array') ? 1 : 0, ...parts.map((part) => Number(part.minItems ?? 0)));
    const most = Math.min(...parts.map((part) => Number(part.maxItems ?? Infinity)));
    const wished = isTarget ? (this.random.pick([least, least + 1, least + 2, least + 6, most]) ?? least) : least;
    const count = depth > MAX_DEPTH ? 0 : Math.min(Math.max(wished, least), most, 60);
    const prefix = parts.flatMap((part) => listIn(part, 'prefixItems'));
    const rest = parts.flatMap((part) => (isMap(part.items) ? [part.items] : []));
    const isSame = isTarget && this.random.chance(2);
    const items = Array.from({ length: count }, (_none, i) => this.write(i < prefix.length ? [prefix[i]] : rest, depth + 1));
    return isSame ? items.map(() => items[0]) : items;
  }

  private object(parts: readonly Json[], isTarget: boolean, depth: number): Json {
    const found: Json = {};
    const required = new Set(parts.flatMap((part) => listIn(part, 'required').map(String)));
    const properties = new Map<string, unknown[]>();
    for (const part of parts)
      for (const [name, schema] of Object.entries(mapIn(part, 'properties'))) properties.set(name, [...(properties.get(name) ?? []), schema]);
    for (const name of required) if (!properties.has(name)) properties.set(name, []);
    for (const [name, schemas] of properties) {
      if (schemas.some((schema) => isHidden(this.draft, schema, this.side))) continue;
      const isWanted = schemas.some((schema) => this.isOnWay(schema)) || (depth < MAX_DEPTH && this.random.chance(isTarget ? 2 : 6));
      if (required.has(name) || isWanted) found[name] = this.write(schemas, depth + 1);
    }
    const further = parts.flatMap((part) => (isMap(part.additionalProperties) ? [part.additionalProperties] : []));
    const isAsked = further.some((schema) => this.isOnWay(schema)) || (isTarget && this.random.chance(2));
    const least = Math.max(0, ...parts.map((part) => Number(part.minProperties ?? 0)));
    for (let i = 0; further.length > 0 && i < (isAsked ? 1 + this.random.int(3) : least); i++) found[`further${i}`] = this.write(further, depth + 1);
    return found;
  }
}

function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(text);
  } catch {
    return true; // The oracle has no opinion either.
  }
}
