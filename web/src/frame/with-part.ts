/** The address with one part changed; an empty value takes it away. */
export function withPart(address: URLSearchParams, part: string, value: string): URLSearchParams {
  const next = new URLSearchParams(address);
  if (value.trim() === '') next.delete(part);
  else next.set(part, value.trim());
  return next;
}
