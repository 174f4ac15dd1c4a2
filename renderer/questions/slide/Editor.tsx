import { useText } from '../../i18n/text.tsx';
import type { Slide } from '../../../lan-server/questions/slide/index.ts';
import type { EditorUi } from '../editor-ui.ts';

function SlideFields() {
  const { t } = useText();
  return <p className="soft">{t('kinds.slide.desk.hint')}</p>;
}

/** A slide has its text alone. */
export const slideEditor: EditorUi<Slide> = {
  Editor: SlideFields,
  keyed: false,
  group: 'show',
  icon: { d: 'M3.5 4.5h17v11h-17zM12 15.5V20M8.5 20h7M7.5 8.5h9M7.5 11.5h5' },
  adopt: (blank) => blank,
};
