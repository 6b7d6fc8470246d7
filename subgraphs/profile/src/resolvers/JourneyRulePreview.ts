import { connectionOf, pageOf } from '@teei/runtime/connection';
import type { JourneyRulePreviewResolvers } from '../generated/resolvers.ts';

export const JourneyRulePreview: JourneyRulePreviewResolvers = {
  touched: ({ touched }) => touched.length,
  changes: ({ touched }) => {
    const counts = new Map<string, number>();
    for (const { kind, name } of touched.flatMap(({ changes }) => changes)) {
      const key = `${kind} ${name}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return [...counts].sort().map(([key, participants]) => {
      const [kind, name] = key.split(' ') as [JourneyChangeKind, string];
      return { kind, name, participants };
    });
  },
  touches: ({ touched }, args) => {
    const page = pageOf(args, 'id');
    const [after = ''] = page.after ?? [];
    const rows = touched.filter(({ participantId }) => participantId > after).slice(0, page.size + 1);
    return connectionOf(
      rows,
      page,
      ({ participantId }) => [participantId],
      async () => touched.length,
    );
  },
};

type JourneyChangeKind = import('../domain/journey/visible-changes.ts').VisibleChangeKind;
