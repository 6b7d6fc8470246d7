import type { ReactNode } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { useReturnedFocus } from './use-returned-focus.ts';

/** A sheet from the right that keeps the page in sight. Escape, the button and a press outside close it; focus returns. */
export function ModalDrawer({ title, subtitle, onClose, children }: ModalDrawerProps) {
  useReturnedFocus();
  const { t } = useTranslation();
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => open || onClose()}
      className="fixed inset-0 z-30 h-(--visual-viewport-height) bg-shade animate-[fade-in_150ms]"
    >
      <Modal className="absolute inset-y-0 right-0 w-full max-w-140 animate-[drawer-in_180ms_ease-out] border-l border-line bg-surface shadow-lift">
        <Dialog className="flex h-full flex-col outline-none">
          <header className="flex items-start gap-3 border-b border-line px-5 py-4">
            <div className="grid min-w-0 flex-1 gap-0.5">
              <Heading slot="title" className="text-16 font-strong text-ink">
                {title}
              </Heading>
              {subtitle && <p className="text-13 text-muted">{subtitle}</p>}
            </div>
            <Button look="quiet" icon="close" aria-label={t('close')} onClick={onClose} className="px-2!" />
          </header>
          <div className="flex-1 overflow-y-auto overscroll-contain px-5 py-5">{children}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

interface ModalDrawerProps {
  readonly title: string;
  readonly subtitle?: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}
