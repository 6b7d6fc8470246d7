import { useSingleKey } from '../account/use-single-key.ts';
import { Button } from './button.tsx';
import { KeyCap } from './key-cap.tsx';

/** One of the answers to what is shown, given by a press or by its digit. */
export function ChoiceButton({ digit, words, busy, onChoose }: ChoiceButtonProps) {
  useSingleKey(String(digit), onChoose);
  return (
    <Button busy={busy} onClick={onChoose} className="justify-between!">
      <span className="min-w-0 text-left break-words">{words}</span>
      <KeyCap name={String(digit)} />
    </Button>
  );
}

interface ChoiceButtonProps {
  digit: number;
  words: string;
  busy: boolean;
  onChoose: () => void;
}
