import { useTranslation } from 'react-i18next';
import { Button, type ButtonLook } from '../controls/button.tsx';
import { useOpenDemo } from './use-open-demo.ts';

/** One click away: a company of made-up data of one's own. */
export function DemoButton({ look = 'secondary' }: { look?: ButtonLook }) {
  const { t } = useTranslation();
  const { open, busy } = useOpenDemo();
  return (
    <Button look={look} icon="out" busy={busy} onClick={open}>
      {t('demo.open')}
    </Button>
  );
}
