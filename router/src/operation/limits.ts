import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';
import { Refusal } from '../refusal.ts';
import type { RouterSettings } from '../settings.ts';

/**
 * Refuses documents that are too large or that go in circles. Runs before validation, whose rules are themselves more
 * than linear. Each fragment is measured once, so nested spreads that would write out to billions of fields cost nothing.
 */
export function checkLimits(document: DocumentNode, limits: RouterSettings['limits']): void {
  const measure = new Measure(document, limits.directivesPerField);
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) {
      refuseAbove(limits, measure.ofSelections(definition.selectionSet, definition.directives?.length ?? 0));
    } else if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      measure.ofFragment(definition.name.value);
    }
  }
}

interface Size {
  readonly depth: number;
  /** Fields at the top, for an operation its root fields. */
  readonly topFields: number;
  readonly fields: number;
  readonly aliases: number;
  readonly directives: number;
}

function refuseAbove(limits: RouterSettings['limits'], size: Size): void {
  refuseWhen(size.depth > limits.depth, 'OPERATION_TOO_DEEP', `${size.depth} levels deep; ${limits.depth} are allowed`);
  refuseWhen(
    size.topFields > limits.rootFields,
    'TOO_MANY_ROOT_FIELDS',
    `${size.topFields} root fields; ${limits.rootFields} are allowed`,
  );
  refuseWhen(
    size.aliases > limits.aliases,
    'TOO_MANY_ALIASES',
    `${size.aliases} aliases; ${limits.aliases} are allowed`,
  );
  refuseWhen(
    size.directives > limits.directives,
    'TOO_MANY_DIRECTIVES',
    `${size.directives} directives; ${limits.directives} are allowed`,
  );
  refuseWhen(
    size.fields > limits.fields,
    'TOO_MANY_FIELDS',
    `${size.fields} fields with its fragments written out; ${limits.fields} are allowed`,
  );
}

function refuseWhen(over: boolean, code: ConstructorParameters<typeof Refusal>[0], problem: string): void {
  if (over) throw new Refusal(code, `The operation has ${problem}`);
}

class Measure {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #sizes = new Map<string, Size>();
  readonly #open = new Set<string>();
  readonly #directivesPerField: number;

  constructor(document: DocumentNode, directivesPerField: number) {
    this.#directivesPerField = directivesPerField;
    this.#fragments = new Map(
      document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION).map((one) => [one.name.value, one]),
    );
  }

  ofSelections(set: SelectionSetNode, ownDirectives: number): Size {
    let { depth, topFields, fields, aliases, directives } = { ...nothing, directives: ownDirectives };
    for (const selection of set.selections) {
      const applied = this.#directivesOn(selection.directives?.length ?? 0);
      const inner = this.#ofSelection(selection, applied);
      const level = selection.kind === Kind.FIELD ? 1 : 0;
      depth = Math.max(depth, level + inner.depth);
      topFields += selection.kind === Kind.FIELD ? 1 : inner.topFields;
      fields += level + inner.fields;
      aliases += inner.aliases + (selection.kind === Kind.FIELD && selection.alias ? 1 : 0);
      directives += inner.directives;
    }
    return { depth, topFields, fields, aliases, directives };
  }

  ofFragment(name: string): Size {
    const known = this.#sizes.get(name);
    if (known) return known;
    const fragment = this.#fragments.get(name);
    // A spread of a fragment that is not there is for validation to report.
    if (!fragment) return nothing;
    if (this.#open.has(name)) throw new Refusal('CIRCULAR_FRAGMENT', `The fragment "${name}" contains itself`);
    this.#open.add(name);
    const size = this.ofSelections(fragment.selectionSet, this.#directivesOn(fragment.directives?.length ?? 0));
    this.#open.delete(name);
    this.#sizes.set(name, size);
    return size;
  }

  #ofSelection(selection: SelectionSetNode['selections'][number], directives: number): Size {
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const size = this.ofFragment(selection.name.value);
      return { ...size, directives: size.directives + directives };
    }
    return selection.selectionSet ? this.ofSelections(selection.selectionSet, directives) : { ...nothing, directives };
  }

  #directivesOn(count: number): number {
    refuseWhen(
      count > this.#directivesPerField,
      'TOO_MANY_DIRECTIVES',
      `${count} directives in one place; ${this.#directivesPerField} are allowed`,
    );
    return count;
  }
}

const nothing: Size = { depth: 0, topFields: 0, fields: 0, aliases: 0, directives: 0 };
