import { useText } from '../../i18n/text.tsx';
import { ButtonLink, Icon, icons } from '../../ui/index.ts';
import { paths } from '../router/paths.ts';

/** The way to many students at once. Filled where it is the next step. */
export function ImportLink({ classId, look }: { classId: string; look: 'filled' | 'bordered' }) {
  const { t } = useText();
  return (
    <ButtonLink look={look} href={paths.classImport(classId)} icon={<Icon path={icons.list} />}>
      {t('classes.page.import')}
    </ButtonLink>
  );
}
