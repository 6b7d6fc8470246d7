import type { DeprecatedUse } from '@teei/runtime/partner-operations';
import { getNamedType, isEnumType, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { LoadedSupergraph } from '../supergraph/supergraph.ts';

/** What an operation uses of the graph that is to go. */
export function deprecationsIn(body: string, { api }: Pick<LoadedSupergraph, 'api'>): readonly DeprecatedUse[] {
  const types = new TypeInfo(api);
  const found = new Map<string, string>();
  const note = (field: string, reason: string | null | undefined): void => {
    if (reason != null) found.set(field, reason);
  };
  visit(
    parse(body),
    visitWithTypeInfo(types, {
      Field: () =>
        note(`${types.getParentType()?.name}.${types.getFieldDef()?.name}`, types.getFieldDef()?.deprecationReason),
      Argument: () => {
        const argument = types.getArgument();
        note(
          `${types.getParentType()?.name}.${types.getFieldDef()?.name}(${argument?.name}:)`,
          argument?.deprecationReason,
        );
      },
      EnumValue: () => {
        const type = getNamedType(types.getInputType());
        const value = types.getEnumValue();
        if (isEnumType(type)) note(`${type.name}.${value?.name}`, value?.deprecationReason);
      },
    }),
  );
  return [...found].map(([field, reason]) => ({ field, reason }));
}
