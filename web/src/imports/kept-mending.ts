import type { RejectedTable } from './rejected-rows.ts';

// What was mended and not sent yet outlives a reload of the page, in this tab alone: rows hold people's addresses.

export function keptMending(importId: string): RejectedTable | null {
  const kept = sessionStorage.getItem(keyOf(importId));
  return kept === null ? null : (JSON.parse(kept) as RejectedTable);
}

export function keepMending(importId: string, table: RejectedTable): void {
  sessionStorage.setItem(keyOf(importId), JSON.stringify(table));
}

export function forgetMending(importId: string): void {
  sessionStorage.removeItem(keyOf(importId));
}

function keyOf(importId: string): string {
  return `teei.mending.${importId}`;
}
