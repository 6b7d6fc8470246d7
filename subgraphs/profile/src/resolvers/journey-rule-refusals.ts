import { refused } from '@teei/runtime/refusal';

export function journeyRuleMoved(name: string) {
  return refused(
    'JOURNEY_RULE_CHANGED',
    `Another revision of the rule ${name} is in force than the one you started from.`,
    'Read the rule again and make your change in what it says now.',
  );
}
