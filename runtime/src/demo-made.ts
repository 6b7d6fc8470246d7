import { z } from 'zod';
import { defineEvent } from './define-event.ts';

/** A demo company is there and empty. Profile emits it; whoever owns a part of its data makes that part up. */
export const demoMade = defineEvent(
  'profile.demo.made',
  1,
  z.object({
    /** Of what is made up. */
    language: z.enum(['en', 'uk', 'no']),
  }),
);
