/** Roles that are given in a company. Platform admins are made elsewhere. */
export const companyRoles = ['COMPANY_USER', 'ANALYST', 'REVIEWER', 'COMPANY_ADMIN'] as const;
