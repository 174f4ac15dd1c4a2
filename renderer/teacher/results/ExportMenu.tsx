import type { LessonId } from '../../../lan-server/contract/ids.ts';
import { useText } from '../../i18n/text.tsx';
import { Icon, icons, Menu } from '../../ui/index.ts';
import { useApi } from '../api-context.tsx';

/** All answers as a file, in the language of the page. */
export function ExportMenu({ lessonId }: { lessonId: LessonId }) {
  const { t, language } = useText();
  const api = useApi();
  const save = (format: 'csv' | 'xlsx') => {
    const link = document.createElement('a');
    link.href = api.exportHref(lessonId, format, language);
    // The program names the file.
    link.download = '';
    link.click();
  };
  return (
    <Menu
      look="bordered"
      icon={<Icon path={icons.download} />}
      items={[
        { id: 'csv', label: t('results.csv'), onSelect: () => save('csv') },
        { id: 'xlsx', label: t('results.xlsx'), onSelect: () => save('xlsx') },
      ]}
    >
      {t('results.export')}
    </Menu>
  );
}
