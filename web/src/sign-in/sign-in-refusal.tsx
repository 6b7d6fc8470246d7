import { useTranslation } from 'react-i18next';
import type { AuthRefusal } from '../session/auth-client.ts';

/** Why sign-in failed, in our words: the server's are English. */
export function SignInRefusal({ refusal, company = false }: { refusal: AuthRefusal; company?: boolean }) {
  const { t } = useTranslation();
  return (
    <div role="alert" className="grid gap-1 rounded-base border border-bad/40 bg-bad-tint p-3">
      <p className="font-medium text-bad">{t(`signIn.refusal.${reasonOf(refusal, company)}`)}</p>
      <p className="font-mono text-12 text-muted">{refusal.code ?? `HTTP_${refusal.status}`}</p>
    </div>
  );
}

function reasonOf({ status }: AuthRefusal, company: boolean) {
  if (status === 429) return 'tooMany';
  if (status === 0 || status >= 500) return 'unreachable';
  return company ? 'noCompany' : 'credentials';
}
