import { useRef } from 'react';
import type { Sound } from '../../../lan-server/contract/sounds.ts';
import { useText } from '../../i18n/text.tsx';
import type { Uploading } from '../../images/editor/use-upload.ts';
import { Button, FileChooser, Icon, icons, Notice, Progress, TextArea } from '../../ui/index.ts';
import { Player } from '../Player.tsx';
import styles from './SoundField.module.css';

const offered = 'audio/mpeg,audio/mp4,audio/x-m4a,audio/wav,.mp3,.m4a,.wav';

type SoundFieldProps = {
  sound: Sound | null;
  /** `field`: what is being typed in, so that a run of typing is one step for undo. */
  onChange: (sound: Sound | null, field?: string) => void;
  uploading: Uploading;
};

/** Adds a recording, says what is heard, changes it, takes it away. */
export function SoundField({ sound, onChange, uploading }: SoundFieldProps) {
  const { t } = useText();
  const chooser = useRef<HTMLInputElement>(null);
  const { state, send, cancel } = uploading;
  const choose = () => chooser.current?.click();
  return (
    <div role="group" aria-label={t('questions.desk.sound.title')} className={styles.field}>
      <FileChooser
        ref={chooser}
        accept={offered}
        label={t('questions.desk.sound.file')}
        onFile={send}
      />
      {sound ? (
        <div className={styles.chosen}>
          <Player sound={sound} words={false} />
          <TextArea
            label={t('questions.desk.sound.words')}
            hint={t('questions.desk.sound.wordsWhy')}
            maxLength={500}
            rows={2}
            value={sound.words}
            onChange={(words) => onChange({ ...sound, words }, `sound-${sound.media}`)}
          />
          <div className={styles.acts}>
            <Button small icon={<Icon path={icons.speaker} size="s" />} onClick={choose}>
              {t('questions.desk.sound.replace')}
            </Button>
            <Button
              small
              look="quiet"
              icon={<Icon path={icons.trash} size="s" />}
              onClick={() => onChange(null)}
            >
              {t('questions.desk.sound.remove')}
            </Button>
          </div>
        </div>
      ) : (
        <Button look="quiet" icon={<Icon path={icons.speaker} />} onClick={choose}>
          {t('questions.desk.sound.add')}
        </Button>
      )}
      {state.is === 'sending' && (
        <Progress
          label={t('questions.desk.sound.uploading')}
          done={Math.round(state.fraction * 100)}
          total={100}
          said={`${Math.round(state.fraction * 100)} %`}
          onCancel={cancel}
        />
      )}
      {state.is === 'failed' && (
        <div role="alert">
          <Notice tone="warn" title={t('questions.desk.sound.failed')}>
            {t(`errors.${state.error.code}`)}
          </Notice>
        </div>
      )}
    </div>
  );
}
