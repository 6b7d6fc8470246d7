/** What the event tells of deliveries that moved together: the newest by name; more than a page of the log nobody follows live. */
export function movedTogether(ids: readonly string[]) {
  const newest = [...ids].sort().slice(-20);
  return { subject: newest.at(-1) ?? '', data: { deliveryIds: newest, count: ids.length } };
}
