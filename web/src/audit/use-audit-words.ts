import { useTranslation } from 'react-i18next';

/** What was done and by whom, in words; a code that the catalogue does not know yet stands for itself. */
export function useAuditWords() {
  const { t, i18n } = useTranslation();
  return {
    action: (action: string): string => {
      const known: unknown = i18n.getResource(i18n.language, 'translation', `auditAction.${action}`);
      return typeof known === 'string' ? known : action;
    },
    actor: (actor: string, name: string | null | undefined): string => {
      if (name) return name;
      const [kind = '', id = ''] = actor.split(/:(.*)/, 2);
      if (kind === 'member') return t('audit.actor.member', { id: id.slice(-6) });
      if (kind === 'apiKey') return t('audit.actor.apiKey', { id: id.slice(-6) });
      if (kind === 'service') return t('audit.actor.service', { name: id });
      return kind === 'anonymous' ? t('audit.actor.anonymous') : actor;
    },
  };
}
