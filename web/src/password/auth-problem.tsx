import { useTranslation } from 'react-i18next';
import type { AuthRefusal } from '../session/auth-client.ts';

/** Why a request about one's own account was refused, in the language on the page. */
export function AuthProblem({ refusal }: { refusal: AuthRefusal }) {
  const { t } = useTranslation();
  return (
    <div role="alert" className="grid gap-1 rounded-base border border-bad/40 bg-bad-tint p-3">
      <p className="font-medium text-bad">{t(`authProblem.${problemOf(refusal)}`)}</p>
      <p className="font-mono text-12 text-muted">{refusal.code ?? `HTTP_${refusal.status}`}</p>
    </div>
  );
}

function problemOf({ status, code }: AuthRefusal) {
  if (status === 429) return 'tooMany';
  switch (code) {
    case 'PASSWORD_TOO_SHORT':
    case 'PASSWORD_TOO_LONG':
      return 'length';
    case 'INVALID_TOKEN':
      return 'oldLink';
    case 'RESET_PASSWORD_DISABLED':
      return 'noMail';
    case 'INVITATION_NOT_OPEN':
      return 'notOpen';
    case 'SIGN_IN_FIRST':
      return 'signInFirst';
    case 'INVITATION_OF_ANOTHER_ADDRESS':
      return 'anotherAddress';
    case 'SESSION_OF_ANOTHER_COMPANY':
      return 'anotherCompany';
    default:
      return 'unreachable';
  }
}
