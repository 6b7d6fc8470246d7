import { isId } from '@teei/runtime/id';
import {
  participantMerged,
  participantUnmerged,
  volunteerMerged,
  volunteerUnmerged,
} from '@teei/runtime/people-merged';
import { PersonAliases } from '@teei/runtime/person-aliases';
import type { Refused } from '@teei/runtime/refusal';
import { actorOf } from '@teei/runtime/viewer';
import type { ProfileContext } from '../context.ts';
import { type AskedMerge, mergeNotFound, personNotFound, refuseMerge } from '../domain/merge-rules.ts';
import type { PersonKind, PersonMergeRow } from '../rows.ts';
import { MergeStore } from '../store/merge-store.ts';
import { ReviewItemWrites } from '../store/review-item-writes.ts';
import { tellAudited } from './tell-audited.ts';

/** Shows two people as one from now on. Not a row of theirs is touched: only what says as whom they are shown. */
export async function mergePeople(
  context: ProfileContext,
  kind: PersonKind,
  asked: AskedMerge,
): Promise<PersonMergeRow | Refused> {
  const { keepId, mergedId } = asked;
  if (!isId(keepId) || !isId(mergedId)) return personNotFound();
  const tx = await context.tx();
  const merges = new MergeStore(tx);
  const found = await merges.lock(kind, [keepId, mergedId]);
  const aliases = await new PersonAliases(tx, 'profile').among([keepId, mergedId]);
  const merged = aliases.filter(({ personId, keptId }) => personId !== keptId);
  const refusal = refuseMerge(asked, {
    found,
    mergedInto: new Map(merged.map(({ personId, keptId }) => [personId, keptId])),
    mergedHasOthers: await merges.hasOthers(mergedId),
  });
  if (refusal) return refusal;
  const revision = nextRevision(aliases, mergedId);
  await new PersonAliases(tx, 'profile').apply([{ personId: mergedId, keptId: keepId, revision }]);
  const id = await merges.insert(kind, keepId, mergedId, actorOf(context.viewer));
  await new ReviewItemWrites(tx).closeByMerge(keepId, id, actorOf(context.viewer));
  forget(context, keepId, mergedId);
  await tellAudited(context, {
    event: kind === 'PARTICIPANT' ? participantMerged : volunteerMerged,
    id: keepId,
    data: { keptId: keepId, mergedId, revision },
    action: 'person.merged',
    detail: { kind, mergedId, mergeId: id },
  });
  return required(await merges.byId(id));
}

/** Shows them as two again. What came meanwhile was kept under whom its source named, so it needs no sorting. */
export async function unmergePeople(context: ProfileContext, mergeId: string): Promise<PersonMergeRow | Refused> {
  const tx = await context.tx();
  const merges = new MergeStore(tx);
  const merge = isId(mergeId) ? await merges.byId(mergeId) : undefined;
  if (!merge) return mergeNotFound();
  const { personKind, keptId, mergedId } = merge;
  await merges.lock(personKind, [keptId, mergedId]);
  if (!(await merges.end(mergeId, actorOf(context.viewer)))) return mergeNotFound();
  const aliases = await new PersonAliases(tx, 'profile').among([mergedId]);
  const revision = nextRevision(aliases, mergedId);
  await new PersonAliases(tx, 'profile').apply([{ personId: mergedId, keptId: mergedId, revision }]);
  await new ReviewItemWrites(tx).reopenOfMerge(mergeId);
  forget(context, keptId, mergedId);
  await tellAudited(context, {
    event: personKind === 'PARTICIPANT' ? participantUnmerged : volunteerUnmerged,
    id: keptId,
    data: { keptId, mergedId, revision },
    action: 'person.unmerged',
    detail: { kind: personKind, mergedId, mergeId },
  });
  return required(await merges.byId(mergeId));
}

function nextRevision(aliases: readonly { personId: string; revision: number }[], personId: string): number {
  return (aliases.find((alias) => alias.personId === personId)?.revision ?? 0) + 1;
}

/** What was read before the change is not what the answer shows. */
function forget({ loaders }: ProfileContext, ...ids: string[]): void {
  for (const id of ids) {
    loaders.participant.clear(id);
    loaders.volunteer.clear(id);
    loaders.shownPerson.clear(id);
    loaders.mergesOf.clear(id);
  }
}

function required<T>(row: T | undefined): T {
  if (row === undefined) throw new Error('a merge that was written is not there');
  return row;
}
