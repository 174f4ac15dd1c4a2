import { useText } from '../../i18n/text.tsx';
import { OptionTiles } from '../../options/OptionTiles.tsx';

/** True is A, false is B, in every language. */
export function TrueFalseAsked() {
  const { t } = useText();
  return <OptionTiles options={[t('kinds.truefalse.wall.yes'), t('kinds.truefalse.wall.no')]} />;
}
