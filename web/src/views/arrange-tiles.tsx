import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { GridList, GridListItem } from 'react-aria-components/GridList';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { useDragAndDrop } from 'react-aria-components/useDragAndDrop';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { Icon } from '../controls/icon.tsx';
import { Panel } from '../controls/panel.tsx';
import { ChoiceMenu } from '../frame/choice-menu.tsx';
import { type Language, locales } from '../language/language.ts';
import { type Arrangement, dropTiles, hideTile, isTile, type Move, moveTile, type TileId } from './arrangement.ts';
import { tileWords } from './tile-words.ts';

/**
 * The tiles as cards that are dragged, moved by keyboard (Enter on the handle, arrows, Enter) or by each one's menu. Every move is said;
 * React Aria says those of a drag, the line at the end those of the menu.
 */
export function ArrangeTiles({ arrangement, onChange, onDone, onCancel }: ArrangeTilesProps) {
  const { t, i18n } = useTranslation();
  const [said, setSaid] = useState('');
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': tileWords(t, key as TileId) })),
    onReorder: ({ keys, target }) => {
      const dropped = new Set([...keys].map(String).filter(isTile));
      const at = String(target.key);
      if (isTile(at) && target.dropPosition !== 'on')
        onChange(dropTiles(arrangement, dropped, at, target.dropPosition));
    },
  });
  const act = (tile: TileId, what: string) => {
    const isHidden = arrangement.hidden.includes(tile);
    const next = what === 'hide' ? hideTile(arrangement, tile, !isHidden) : moveTile(arrangement, tile, what as Move);
    onChange(next);
    const place = next.tiles.indexOf(tile) + 1;
    const name = tileWords(t, tile);
    if (what === 'hide') setSaid(t(isHidden ? 'views.saidShown' : 'views.saidHidden', { name }));
    else setSaid(t('views.saidMoved', { name, place, of: next.tiles.length }));
  };
  return (
    <Panel
      title={t('views.arrangeTitle')}
      note={t('views.arrangeNote')}
      actions={
        <span className="flex gap-2">
          <Button onClick={onCancel}>{t('cancel')}</Button>
          <Button look="primary" onClick={onDone}>
            {t('views.done')}
          </Button>
        </span>
      }
    >
      <I18nProvider locale={locales[i18n.language as Language]}>
        <GridList
          aria-label={t('views.tiles')}
          layout="grid"
          keyboardNavigationBehavior="tab"
          items={arrangement.tiles.map((id) => ({ id }))}
          dragAndDropHooks={dragAndDropHooks}
          dependencies={[arrangement, t]}
          className="grid gap-2 sm:grid-cols-2 lg:grid-cols-4"
        >
          {({ id }) => {
            const name = tileWords(t, id);
            const isHidden = arrangement.hidden.includes(id);
            return (
              <GridListItem
                textValue={name}
                className={`flex min-h-11 cursor-grab items-center gap-1 rounded-base border px-1.5 outline-offset-2 data-dragging:opacity-55 data-drop-target:border-accent data-focus-visible:outline-2 data-focus-visible:outline-accent ${isHidden ? 'border-dashed border-line-strong bg-sunken text-muted' : 'border-line-strong bg-surface text-ink'}`}
              >
                <AriaButton
                  slot="drag"
                  className="grid size-8 shrink-0 place-items-center rounded-base text-muted data-focus-visible:outline-2 data-focus-visible:outline-accent"
                >
                  <Icon name="arrange" />
                </AriaButton>
                <span className="min-w-0 flex-1 truncate text-14">
                  {name}
                  {isHidden && <span className="text-12"> · {t('views.hidden')}</span>}
                </span>
                <TileMenu name={name} isHidden={isHidden} onAct={(what) => act(id, what)} />
              </GridListItem>
            );
          }}
        </GridList>
      </I18nProvider>
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
    </Panel>
  );
}

function TileMenu({ name, isHidden, onAct }: { name: string; isHidden: boolean; onAct: (what: string) => void }) {
  const { t } = useTranslation();
  const moves = ['earlier', 'later', 'first', 'last'] as const;
  return (
    <ChoiceMenu
      look="compact"
      icon="chevron"
      name={t('views.menuOf', { name })}
      choices={[
        ...moves.map((move) => ({ id: move, label: t(`views.moves.${move}`) })),
        { id: 'hide', label: t(isHidden ? 'views.show' : 'views.hide') },
      ]}
      onChoose={onAct}
    />
  );
}

interface ArrangeTilesProps {
  readonly arrangement: Arrangement;
  readonly onChange: (arrangement: Arrangement) => void;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}
