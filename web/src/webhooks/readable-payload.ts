/** A payload laid out for reading. What is copied is the text as it came: that is what was signed. */
export function readablePayload(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
