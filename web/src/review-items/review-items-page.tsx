import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useSingleKey } from '../account/use-single-key.ts';
import { ChoiceButton } from '../controls/choice-button.tsx';
import { Page } from '../controls/page.tsx';
import { Panel } from '../controls/panel.tsx';
import { QueueSteps } from '../controls/queue-steps.tsx';
import { useHasScope } from '../frame/viewer-context.ts';
import {
  useDecidedReviewItemsQuery,
  useDecideReviewItemMutation,
  useOpenReviewItemsQuery,
  useReopenReviewItemMutation,
} from '../generated/hooks.ts';
import { Empty } from '../states/empty.tsx';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { NotAllowed } from '../states/not-allowed.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';
import { type Choice, choicesOf } from './choices.ts';
import { DecidedItems } from './decided-items.tsx';
import { ReviewItemCard } from './review-item-card.tsx';

/** One conflict at a time, both sides beside each other; every decision can be taken back. */
export function ReviewItemsPage() {
  const { t } = useTranslation();
  const mayRead = useHasScope('people:read');
  const mayWrite = useHasScope('people:write') ?? false;
  const [address, setAddress] = useSearchParams();
  const open = useOpenReviewItemsQuery({ fetchPolicy: 'cache-and-network' });
  const decided = useDecidedReviewItemsQuery({ fetchPolicy: 'cache-and-network' });
  const [decide, deciding] = useDecideReviewItemMutation();
  const [reopen, reopening] = useReopenReviewItemMutation();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [spoken, setSpoken] = useState('');
  const items = open.data?.open?.nodes ?? [];
  const item = items.find(({ id }) => id === address.get('item')) ?? items[0] ?? null;
  const busy = deciding.loading || reopening.loading;
  const choices = item === null ? [] : choicesOf(item);

  const show = (id: string | undefined) => setAddress(id === undefined ? {} : { item: id }, { replace: true });
  const beside = (step: 1 | -1) => {
    const place = items.findIndex(({ id }) => id === item?.id);
    return items[place + step]?.id;
  };
  const stepTo = (step: 1 | -1) => {
    const id = beside(step);
    return id === undefined ? null : () => show(id);
  };
  const reread = () => Promise.all([open.refetch(), decided.refetch()]);
  const choose = async (choice: Choice | undefined) => {
    if (item === null || choice === undefined || !mayWrite || busy) return;
    setRefusal(null);
    const next = beside(1) ?? beside(-1);
    const { data } = await decide({ variables: { input: { id: item.id, ...choice.decision } } });
    if (data?.decideReviewItem?.__typename === 'Refused') setRefusal(data.decideReviewItem);
    else {
      setSpoken(t('review.spoken', { id: item.externalId }));
      show(next);
    }
    await reread();
  };
  const takeBack = async (id: string | undefined) => {
    if (id === undefined || !mayWrite || busy) return;
    setRefusal(null);
    const { data } = await reopen({ variables: { id } });
    if (data?.reopenReviewItem?.__typename === 'Refused') setRefusal(data.reopenReviewItem);
    await reread();
    show(id);
  };
  const newest = decided.data?.decided?.nodes.toSorted((one, other) =>
    (other.decidedAt ?? '').localeCompare(one.decidedAt ?? ''),
  );

  useSingleKey('u', () => void takeBack(newest?.[0]?.id));

  if (mayRead === false) return <NotAllowed title={t('review.title')} scope="people:read" />;
  const failure = open.error ?? decided.error ?? deciding.error ?? reopening.error;
  return (
    <Page above={[{ to: '/people', label: t('people.title') }]} title={t('review.title')} lead={t('review.lead')}>
      {failure !== undefined && <FailureNote error={failure} onRetry={() => void reread()} />}
      {refusal !== null && <RefusalNote refusal={refusal} />}
      <p role="status" className="sr-only">
        {spoken}
      </p>
      <Panel
        title={t('review.waiting')}
        note={open.data?.open ? t('review.count', { count: open.data.open.totalCount }) : undefined}
        actions={<QueueSteps onPrevious={stepTo(-1)} onNext={stepTo(1)} />}
      >
        {open.data === undefined && open.loading && <Loading />}
        {open.data !== undefined && item === null && (
          <Empty title={t('review.empty.title')}>{t('review.empty.text')}</Empty>
        )}
        {item !== null && (
          <ReviewItemCard item={item}>
            {mayWrite && (
              <div className="grid gap-2 sm:grid-cols-2">
                {choices.map((choice, index) => (
                  <ChoiceButton
                    key={choice.words}
                    digit={index + 1}
                    words={t(`review.choice.${choice.words}`, { name: choice.name })}
                    busy={busy}
                    onChoose={() => void choose(choice)}
                  />
                ))}
              </div>
            )}
          </ReviewItemCard>
        )}
      </Panel>
      {newest !== undefined && newest.length > 0 && (
        <DecidedItems items={newest} mayWrite={mayWrite} busy={busy} onReopen={(id) => void takeBack(id)} />
      )}
    </Page>
  );
}
