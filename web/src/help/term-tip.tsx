import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Popover } from 'react-aria-components/Popover';
import { useTranslation } from 'react-i18next';
import { Icon } from '../controls/icon.tsx';
import type { Term } from './terms.ts';

/** Beside a word that not everybody knows: what it means, in two sentences. */
export function TermTip({ term }: { term: Term }) {
  const { t } = useTranslation();
  const title = t(`term.${term}.title`);
  return (
    <DialogTrigger>
      <Button
        aria-label={t('help.whatIs', { term: title })}
        className="inline-grid size-6 shrink-0 place-items-center rounded-full text-muted hover:bg-pressed hover:text-ink print:hidden"
      >
        <Icon name="why" className="size-3.5" />
      </Button>
      <Popover
        placement="bottom start"
        className="max-w-80 rounded-base border border-line bg-surface p-4 shadow-lift animate-[fade-in_120ms]"
      >
        <Dialog className="grid gap-1.5 outline-none">
          <Heading slot="title" className="text-14 font-strong text-ink">
            {title}
          </Heading>
          <p className="text-13 text-pretty text-soft">{t(`term.${term}.text`)}</p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
