import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { ModalDialog } from '../controls/modal-dialog.tsx';
import { ModalDrawer } from '../controls/modal-drawer.tsx';
import { Panel } from '../controls/panel.tsx';

/** What comes over the page. */
export function OverlaySection() {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'dialog' | 'alert' | 'drawer' | null>(null);
  const close = () => setOpen(null);
  return (
    <Panel title={t('design.overlays')}>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => setOpen('dialog')}>{t('design.dialog')}</Button>
        <Button onClick={() => setOpen('alert')}>{t('design.alert')}</Button>
        <Button onClick={() => setOpen('drawer')}>{t('design.drawer')}</Button>
      </div>
      {(open === 'dialog' || open === 'alert') && (
        <ModalDialog title={t(`design.${open}`)} role={open === 'alert' ? 'alertdialog' : 'dialog'} onClose={close}>
          <p className="text-soft">{t('signIn.promiseText')}</p>
          <div className="flex justify-end gap-2">
            <Button onClick={close}>{t('cancel')}</Button>
            <Button look={open === 'alert' ? 'danger' : 'primary'} onClick={close}>
              {t('close')}
            </Button>
          </div>
        </ModalDialog>
      )}
      {open === 'drawer' && (
        <ModalDrawer title={t('design.drawer')} subtitle={t('signIn.promise')} onClose={close}>
          <p className="text-soft">{t('signIn.promiseText')}</p>
        </ModalDrawer>
      )}
    </Panel>
  );
}
