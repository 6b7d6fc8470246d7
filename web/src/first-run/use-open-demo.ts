import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCompanySwitch } from '../company/company-context.ts';
import { useOpenDemoMutation } from '../generated/hooks.ts';
import { tellFailed } from '../toasts/toasts.ts';

/** Goes to the viewer's demo, which is made on the way the first time. */
export function useOpenDemo() {
  const { t, i18n } = useTranslation();
  const { switchTo } = useCompanySwitch();
  const navigate = useNavigate();
  const [openDemo] = useOpenDemoMutation();
  const [busy, setBusy] = useState(false);
  const open = async () => {
    setBusy(true);
    const answer = await openDemo({ variables: { language: i18n.language } }).catch(() => null);
    const opened = answer?.data?.openDemo;
    if (opened?.__typename !== 'DemoOpened') {
      setBusy(false);
      return tellFailed(t('demo.failed'));
    }
    await navigate('/');
    await switchTo(opened.company.id);
  };
  return { open: () => void open(), busy };
}
