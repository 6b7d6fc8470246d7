/**
 * Days. Below the shortest, words could go before whoever reads them has had the event that brings them. The longest is twice what is
 * usual: what words are kept for gives no reason to keep them beyond half a year.
 */
export const shortestWordRetention = 30;
export const longestWordRetention = 180;

export function isWordRetention(days: number): boolean {
  return Number.isInteger(days) && days >= shortestWordRetention && days <= longestWordRetention;
}
