import { useRef, useState } from 'react';
import { mediaPath } from '../../../lan-server/contract/paths.ts';
import { useText } from '../../i18n/text.tsx';
import { imageUpload, uploadFile } from '../../images/editor/upload.ts';
import { Button, FileChooser, Icon, icons } from '../../ui/index.ts';
import { useErrorText } from '../shell/error-text.ts';
import styles from './Staff.module.css';

type SchoolLogoProps = {
  /** Its name in the media store. */
  logo: string | null;
  onChange: (logo: string | null) => void;
};

/** The school's picture: chosen, exchanged, taken away. */
export function SchoolLogo({ logo, onChange }: SchoolLogoProps) {
  const { t } = useText();
  const errorText = useErrorText();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);

  const upload = async (file: File) => {
    setBusy(true);
    const result = await uploadFile(imageUpload, file, () => {}, new AbortController().signal);
    setBusy(false);
    setRefused(result.ok ? null : errorText(result.error));
    if (result.ok) onChange(result.value.small ?? result.value.media);
  };
  return (
    <div>
      <p className={styles.label}>{t('staff.school.logo')}</p>
      <div className={styles.logo}>
        {logo === null ? (
          <span className="soft">{t('staff.school.logoNone')}</span>
        ) : (
          <img data-surface="print" src={`${mediaPath}/${logo}`} alt={t('staff.school.logoAlt')} />
        )}
        <FileChooser
          ref={input}
          accept="image/*"
          label={t('staff.school.logo')}
          onFile={(file) => void upload(file)}
        />
        <Button
          busy={busy}
          icon={<Icon path={icons.image} />}
          onClick={() => input.current?.click()}
        >
          {t(logo === null ? 'staff.school.logoChoose' : 'staff.school.logoChange')}
        </Button>
        {logo !== null && (
          <Button look="quiet" onClick={() => onChange(null)}>
            {t('staff.school.logoRemove')}
          </Button>
        )}
      </div>
      {refused !== null && <p role="alert">{refused}</p>}
    </div>
  );
}
