/** Whether the text names a period as metrics do: 2026-W07, 2026-02 or 2026-Q1. */
export function isPeriodName(text: string): boolean {
  return /^20\d\d-(W(0[1-9]|[1-4]\d|5[0-3])|0[1-9]|1[0-2]|Q[1-4])$/.test(text);
}
