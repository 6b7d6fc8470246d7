/** An object as subgraphs send it and the response carries it. */
export type Data = Record<string, unknown>;

/** A place in the response. */
export type Path = (string | number)[];

/**
 * An empty object without anything inherited: a client may name a response key `constructor` or `__proto__`.
 * Unlike `Object.create(null)` it stays in V8's fast mode.
 */
export function emptyData(): Data {
  return new Bare();
}

/** A response key that plain objects inherit: it must be read as an own property. */
export function isInheritedKey(key: string): boolean {
  return key in Object.prototype;
}

export function ownProperty(object: Data, key: string | number): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

export function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Adds what a later fetch brought to what is there, in place. Lists of equal length are merged element by element:
 * both sides are about the same entities in the same order.
 */
export function mergeInto(target: Data, source: Data): void {
  for (const key of Object.keys(source)) {
    const value = source[key];
    if (value === undefined) continue;
    const there = target[key];
    if (there === undefined) target[key] = value;
    // What is there may be inherited, such as "constructor"; assigning to "__proto__" would change the prototype.
    else if (isInheritedKey(key) && !Object.hasOwn(target, key)) define(target, key, value);
    else target[key] = merged(there, value);
  }
}

/** The objects at a plan's path ("@" stands for every element), nulls left out. */
export function objectsAt(targets: readonly Data[], path: readonly (string | number)[]): readonly Data[] {
  const found: Data[] = [];
  for (const target of targets) gather(target, path, 0, found);
  return found;
}

function gather(value: unknown, path: readonly (string | number)[], depth: number, found: Data[]): void {
  if (value === null || typeof value !== 'object') return;
  const step = path[depth];
  if (Array.isArray(value)) {
    // A list where the path has no "@" is the end of it, or a list of lists.
    if (step !== '@' && step !== undefined) return;
    for (const element of value) gather(element, path, step === '@' ? depth + 1 : depth, found);
  } else if (step === undefined) found.push(value as Data);
  else if (step !== '@') gather(ownProperty(value as Data, step), path, depth + 1, found);
}

/** Where in the response each of `objectsAt` stands: slow, for errors only. */
export function pathsOf(root: Data, path: readonly (string | number)[]): readonly Path[] {
  let current: readonly Placed[] = [{ value: root, path: [] }];
  for (const step of path) current = current.flatMap((placed) => stepFrom(placed, step));
  return current
    .flatMap(spread)
    .filter(({ value }) => isData(value))
    .map((placed) => placed.path);
}

interface Placed {
  readonly value: unknown;
  readonly path: Path;
}

function stepFrom(placed: Placed, step: string | number): readonly Placed[] {
  if (step === '@') return Array.isArray(placed.value) ? elementsOf(placed.value, placed.path) : [];
  return [{ value: propertyOf(placed.value, step), path: [...placed.path, step] }];
}

function spread(placed: Placed): readonly Placed[] {
  return Array.isArray(placed.value) ? elementsOf(placed.value, placed.path).flatMap(spread) : [placed];
}

function elementsOf(values: readonly unknown[], path: Path): readonly Placed[] {
  return values.map((value, index) => ({ value, path: [...path, index] }));
}

function propertyOf(value: unknown, key: string | number): unknown {
  return isData(value) ? ownProperty(value, key) : undefined;
}

function define(target: Data, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, configurable: true, enumerable: true, writable: true });
}

function merged(there: unknown, value: unknown): unknown {
  if (isData(there) && isData(value)) {
    mergeInto(there, value);
    return there;
  }
  if (Array.isArray(there) && Array.isArray(value) && there.length === value.length) {
    for (let index = 0; index < value.length; index++) there[index] = merged(there[index], value[index]);
    return there;
  }
  return value;
}

const Bare = function Bare() {} as unknown as { new (): Data; prototype: object };
Bare.prototype = Object.create(null);
