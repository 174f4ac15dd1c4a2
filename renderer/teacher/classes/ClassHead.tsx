import type { SchoolClass } from '../../../lan-server/contract/classes.ts';
import { useText } from '../../i18n/text.tsx';
import { Icon, icons, Menu } from '../../ui/index.ts';
import type { MenuItem } from '../../ui/index.ts';
import { PageHead } from '../shell/PageHead.tsx';
import { SharedButton } from '../staff/SharedButton.tsx';
import styles from './Classes.module.css';
import { ImportLink } from './ImportLink.tsx';

type ClassHeadProps = {
  klass: SchoolClass;
  /** Whether there are students: while there are none, the import stands in their place. */
  some: boolean;
  onAsk: (what: 'words' | 'sections' | 'archive') => void;
};

/** Name and subject of a class, and what is done with all of it. */
export function ClassHead({ klass, some, onAsk }: ClassHeadProps) {
  const { t } = useText();
  const readOnly = klass.archivedAt !== null;
  const items: MenuItem[] = [
    {
      id: 'words',
      label: t('classes.page.change'),
      icon: <Icon path={icons.pencil} />,
      onSelect: () => onAsk('words'),
    },
    {
      id: 'sections',
      label: t('classes.page.manageSections'),
      icon: <Icon path={icons.users} />,
      onSelect: () => onAsk('sections'),
    },
  ];
  if (!readOnly)
    items.push({
      id: 'archive',
      label: t('classes.page.archive'),
      icon: <Icon path={icons.lock} />,
      onSelect: () => onAsk('archive'),
    });
  return (
    <PageHead
      title={
        <>
          {klass.name} {klass.subject && <span className={styles.subject}>{klass.subject}</span>}
        </>
      }
    >
      {!readOnly && some && <ImportLink look="bordered" classId={klass.id} />}
      <SharedButton kind="class" id={klass.id} />
      <Menu label={t('classes.page.more')} items={items} />
    </PageHead>
  );
}
