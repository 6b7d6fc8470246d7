/** The number in what somebody wrote, with a comma or a point; null when it is none, or no part of a day. */
export function hoursIn(text: string): number | null {
  if (!/^\d{1,2}([.,]\d{1,2})?$/.test(text)) return null;
  const hours = Number(text.replace(',', '.'));
  return hours > 0 && hours <= 24 ? hours : null;
}
