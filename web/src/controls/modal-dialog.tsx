import type { ReactNode } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useReturnedFocus } from './use-returned-focus.ts';

/** A question or a form in the middle of the page. `alert` is for what cannot be undone by one more click. */
export function ModalDialog({ title, role = 'dialog', closable = true, onClose, children }: ModalDialogProps) {
  useReturnedFocus();
  return (
    <ModalOverlay
      isOpen
      isDismissable={closable && role === 'dialog'}
      isKeyboardDismissDisabled={!closable}
      onOpenChange={(open) => open || onClose()}
      className="fixed inset-0 z-30 grid h-(--visual-viewport-height) place-items-center bg-shade p-4 animate-[fade-in_150ms]"
    >
      <Modal className="max-h-full w-full max-w-120 overflow-y-auto rounded-base border border-line bg-surface shadow-lift">
        <Dialog role={role} className="grid gap-4 p-5 outline-none">
          <Heading slot="title" className="text-16 font-strong text-ink">
            {title}
          </Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

interface ModalDialogProps {
  readonly title: string;
  readonly role?: 'dialog' | 'alertdialog';
  readonly closable?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}
