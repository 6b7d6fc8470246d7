import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, type ButtonLook } from './button.tsx';

/** Copies a text and says so, in the button and to screen readers. */
export function CopyButton({ text, label, name, look = 'quiet' }: CopyButtonProps) {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<'idle' | 'copied' | 'failed'>('idle');
  useEffect(() => {
    if (outcome === 'idle') return;
    const timer = setTimeout(() => setOutcome('idle'), 2500);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setOutcome('copied'),
      () => setOutcome('failed'),
    );
  const words = { idle: label, copied: t('copy.done'), failed: t('copy.failed') };
  return (
    <>
      <Button look={look} icon={outcome === 'copied' ? 'check' : 'copy'} onClick={copy} aria-label={name}>
        {words[outcome]}
      </Button>
      <span role="status" className="sr-only">
        {outcome === 'idle' ? '' : words[outcome]}
      </span>
    </>
  );
}

interface CopyButtonProps {
  readonly text: string;
  readonly label: string;
  /** The full name for screen readers where several buttons carry the same label; it begins with the label. */
  readonly name?: string;
  readonly look?: ButtonLook;
}
