import { byKey, listsByKey, rowsById } from '@teei/runtime/by-key';
import type { OperationContext } from '@teei/runtime/operation-context';
import { shownPerson } from '@teei/runtime/person-aliases';
import type { IdentityRow, PersonKind, PersonMergeRow, ReviewItemRow } from '../rows.ts';
import { CompanyStore } from '../store/company-store.ts';
import { IdentityStore } from '../store/identity-store.ts';
import { MemberStore } from '../store/member-store.ts';
import { MergeStore } from '../store/merge-store.ts';
import { ParticipantStore } from '../store/participant-store.ts';
import { ReviewItemStore } from '../store/review-item-store.ts';
import { VolunteerStore } from '../store/volunteer-store.ts';

export type Loaders = ReturnType<typeof createLoaders>;

/** One read for all the keys that an operation asks for in the same step. */
export function createLoaders(context: OperationContext) {
  const rows = rowsById(context);
  const askedIdOf = (row: { readonly askedId: string }): string => row.askedId;
  const shownIdOf = (row: { readonly shownId: string }): string => row.shownId;
  const identitiesOf = (kind: PersonKind) =>
    listsByKey<IdentityRow & OfPerson>(shownIdOf, async (ids) =>
      new IdentityStore(await context.tx()).ofPeople(kind, ids),
    );
  return {
    company: rows(CompanyStore),
    member: rows(MemberStore),
    participant: byKey(askedIdOf, async (ids) => new ParticipantStore(await context.tx()).byIds(ids)),
    volunteer: byKey(askedIdOf, async (ids) => new VolunteerStore(await context.tx()).byIds(ids)),
    reviewItem: rows(ReviewItemStore),
    identitiesOf: { PARTICIPANT: identitiesOf('PARTICIPANT'), VOLUNTEER: identitiesOf('VOLUNTEER') },
    mergesOf: listsByKey<PersonMergeRow & OfPerson>(shownIdOf, async (ids) =>
      new MergeStore(await context.tx()).ofPeople(ids),
    ),
    openReviewItemsOf: listsByKey<ReviewItemRow & OfPerson>(shownIdOf, async (ids) =>
      new ReviewItemStore(await context.tx()).openOf('PARTICIPANT', ids),
    ),
    shownPerson: shownPerson('profile', () => context.tx()),
  };
}

interface OfPerson {
  /** The person that a list was asked for; a row of it may be of somebody who is shown as them. */
  readonly shownId: string;
}
