import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectField } from '../controls/select-field.tsx';
import { companyRoles } from './roles.ts';

type CompanyRole = (typeof companyRoles)[number];

/** A role, and in a sentence what it may do. */
export function RoleField({ label, initial }: { label: string; initial: string }) {
  const { t } = useTranslation();
  const first = companyRoles.find((role) => role === initial) ?? 'COMPANY_USER';
  const [role, setRole] = useState<CompanyRole>(first);
  return (
    <div className="grid gap-1.5">
      <SelectField
        label={label}
        name="role"
        value={role}
        onChange={({ target }) => setRole(companyRoles.find((each) => each === target.value) ?? first)}
      >
        {companyRoles.map((each) => (
          <option key={each} value={each}>
            {t(`role.${each}`)}
          </option>
        ))}
      </SelectField>
      <p aria-live="polite" className="text-12 text-muted">
        {t(`roleMeans.${role}`)}
      </p>
    </div>
  );
}

export function roleIn(form: FormData): CompanyRole {
  return companyRoles.find((role) => role === form.get('role')) ?? 'COMPANY_USER';
}
