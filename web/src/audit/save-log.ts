import { requestHeaders } from '../graph/request-headers.ts';

/**
 * Hands the log's file to the person. A link alone would not say for which company it is asked: who belongs to several would
 * get that of another one.
 */
export async function saveLog(address: string): Promise<void> {
  const response = await fetch(address, { headers: requestHeaders() });
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  const url = URL.createObjectURL(await response.blob());
  const link = Object.assign(document.createElement('a'), { href: url, download: 'audit-log.csv' });
  link.click();
  URL.revokeObjectURL(url);
}
