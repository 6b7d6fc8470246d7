import { z } from 'zod';

/**
 * SHA-256 of words that were cleared once they had been kept for as long as the company keeps words, hexadecimal. They were not taken
 * back: what was made of words with this hash still stands. Absent where there are words, or where there never were any.
 */
export const clearedSha256 = z.string().optional();
