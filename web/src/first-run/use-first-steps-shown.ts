import { useTranslation } from 'react-i18next';
import { DashboardDocument } from '../generated/graphql.ts';
import { useDismissFirstStepsMutation } from '../generated/hooks.ts';
import { tellDone, tellFailed } from '../toasts/toasts.ts';

/** Puts the first steps away, or takes them out again, for this member alone. */
export function useFirstStepsShown() {
  const { t } = useTranslation();
  const [dismiss] = useDismissFirstStepsMutation();
  const show = async (shown: boolean): Promise<void> => {
    const answer = await dismiss({
      variables: { dismissed: !shown },
      optimisticResponse: {
        __typename: 'Mutation',
        dismissFirstSteps: { __typename: 'FirstStepsSet', dismissed: !shown },
      },
      update: (cache, { data }) => {
        const dismissed = data?.dismissFirstSteps?.dismissed;
        if (dismissed === undefined) return;
        cache.updateQuery({ query: DashboardDocument }, (known) =>
          known?.viewer ? { ...known, viewer: { ...known.viewer, firstStepsDismissed: dismissed } } : undefined,
        );
      },
    }).catch(() => null);
    if (!answer?.data?.dismissFirstSteps) return tellFailed(t('toasts.failed'));
    if (!shown) tellDone(t('firstSteps.dismissed'), () => show(true));
  };
  return (shown: boolean) => void show(shown);
}
