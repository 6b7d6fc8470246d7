import { ScrollArea } from '../controls/scroll-area.tsx';

/** The text of an operation as it was registered. */
export function OperationText({ name, text, look = 'plain' }: OperationTextProps) {
  return (
    <section className="grid min-w-0 gap-1">
      <h3 className={look === 'plain' ? 'font-medium text-ink' : 'text-12 font-medium text-muted'}>{name}</h3>
      <ScrollArea name={name} className={`max-h-80 overflow-auto rounded-base p-3 ${looks[look]}`}>
        <pre className="font-mono text-12 text-ink">{text}</pre>
      </ScrollArea>
    </section>
  );
}

const looks = {
  plain: 'bg-sunken',
  former: 'border-l-2 border-bad bg-bad-tint',
  next: 'border-l-2 border-good bg-good-tint',
} as const;

interface OperationTextProps {
  readonly name: string;
  readonly text: string;
  readonly look?: keyof typeof looks;
}
