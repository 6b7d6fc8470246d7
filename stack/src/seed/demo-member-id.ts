/** The company's own last digit and the member's number: the same ids on every machine. */
export function demoMemberId(companyId: string, index: number): string {
  return `01900000-0000-7000-8000-0000000${companyId.slice(-1)}000${index + 1}`;
}
