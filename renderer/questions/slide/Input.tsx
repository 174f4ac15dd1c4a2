import type { PublicSlide, SlidePicture } from '../../../lan-server/questions/slide/index.ts';
import { useText } from '../../i18n/text.tsx';
import type { InputUi } from '../input-ui.ts';

/** A slide on the phone: its text, and that there is nothing to answer. */
export const slideInput: InputUi<PublicSlide, never, never, SlidePicture, null> = {
  sends: 'tap',
  start: () => null,
  ready: () => null,
  press: () => null,
  Input() {
    const { t } = useText();
    return <p>{t('kinds.slide.phone.look')}</p>;
  },
  Given: () => null,
  name: () => null,
  parts: () => 0,
  keyAnswer: () => null,
  Class: () => null,
};
