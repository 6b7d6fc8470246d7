/**
 * When a privacy request must be answered: one month after it was received (GDPR Art. 12(3)). The month ends on the day
 * of the same number, or on the last day of a month that has no such day (Regulation 1182/71, Art. 3(2)(c)). In UTC.
 */
export function dueDate(receivedAt: Date): Date {
  const due = new Date(receivedAt);
  due.setUTCDate(1);
  due.setUTCMonth(due.getUTCMonth() + 1);
  due.setUTCDate(Math.min(receivedAt.getUTCDate(), daysInMonthOf(due)));
  return due;
}

function daysInMonthOf(date: Date): number {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
}
