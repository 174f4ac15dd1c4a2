import type { KindName } from '../../../lan-server/questions/index.ts';
import { useText } from '../../i18n/text.tsx';
import { editorNamed } from '../../questions/editors.ts';
import { classes, Icon, icons } from '../../ui/index.ts';
import styles from './KindMenu.module.css';

type KindOptionProps = {
  id: string;
  kind: KindName;
  /** Enter takes this one. */
  active: boolean;
  /** The question at hand is of this kind. */
  now: boolean;
  onPoint: () => void;
  onChoose: () => void;
};

/** One kind of question in the menu: its picture, its name, and a line about it. */
export function KindOption({ id, kind, active, now, onPoint, onChoose }: KindOptionProps) {
  const { t } = useText();
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field above has the focus and hears the keys
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      className={classes(styles.option, active && styles.active)}
      onPointerMove={active ? undefined : onPoint}
      // The field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <Icon path={editorNamed(kind).icon} />
      <span className={styles.words}>
        <span className={styles.name}>
          {t(`kinds.${kind}.name`)}
          {now && <span className="sr"> ({t('teacher.editor.kinds.now')})</span>}
        </span>
        <span className={styles.line}>{t(`kinds.${kind}.line`)}</span>
      </span>
      {now && <Icon path={icons.check} size="s" />}
    </div>
  );
}
