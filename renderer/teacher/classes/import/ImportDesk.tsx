import { useEffect, useRef } from 'react';
import type { SchoolClass } from '../../../../lan-server/contract/classes.ts';
import type { TableFlaw } from '../../../../lan-server/contract/student-import.ts';
import { useText } from '../../../i18n/text.tsx';
import { Button, ErrorNotice, Icon, icons, Notice, UndoBar } from '../../../ui/index.ts';
import type { ApiError } from '../../api.ts';
import { useErrorText } from '../../shell/error-text.ts';
import { PageHead } from '../../shell/PageHead.tsx';
import { usePage } from '../../shell/page.ts';
import styles from '../Classes.module.css';
import { ImportSource } from './ImportSource.tsx';
import { PreviewPart } from './PreviewPart.tsx';
import { useImport } from './use-import.ts';

type ImportDeskProps = {
  klass: SchoolClass;
  /** What was pasted already. */
  start: string | null;
  onBack: () => void;
};

/** From a list to students: where it comes from, what will happen with each line, what has happened. */
export function ImportDesk({ klass, start, onBack }: ImportDeskProps) {
  const { t } = useText();
  const errorText = useErrorText();
  const importing = useImport(klass.id);
  const { state, read } = importing;
  const { preview, imported, refused, busy } = state;
  usePage(t('classes.import.title', { name: klass.name }));

  const begun = useRef(false);
  useEffect(() => {
    if (start === null || begun.current) return;
    begun.current = true;
    void read(new TextEncoder().encode(start));
  }, [start, read]);

  const reason = (error: ApiError) => {
    const why = (error.details as { why?: TableFlaw } | undefined)?.why;
    return error.code === 'table_unreadable' && why
      ? t(`classes.import.flaw.${why}`)
      : errorText(error);
  };

  return (
    <>
      <button type="button" className={styles.back} onClick={onBack}>
        <Icon path={icons.arrowLeft} size="s" />
        {klass.name}
      </button>
      <PageHead title={t('classes.import.title', { name: klass.name })}>
        {preview && !imported && (
          <Button onClick={importing.again}>{t('classes.import.again')}</Button>
        )}
      </PageHead>
      <div className={styles.notices}>
        {refused && (
          <ErrorNotice
            happened={t(`classes.import.failed.${refused.doing}`, {
              reason: reason(refused.error),
            })}
            safe={t(
              refused.doing === 'undo'
                ? 'classes.import.failedUndoSafe'
                : 'classes.import.failedSafe',
            )}
          />
        )}
        {state.changedMeanwhile && (
          <Notice tone="warn" icon={<Icon path={icons.alert} />} announced>
            {t('classes.import.changedMeanwhile')}
          </Notice>
        )}
        <UndoBar onUndo={imported ? () => void importing.undo() : undefined}>
          {imported &&
            t('classes.import.done', {
              made: imported.made,
              joined: imported.joined,
              changed: imported.changed,
            })}
        </UndoBar>
      </div>
      {imported && (
        <Button look="filled" onClick={onBack}>
          {klass.name}
        </Button>
      )}
      {!preview && !imported && (
        <ImportSource start={start ?? ''} busy={busy === 'reading'} onRead={read} />
      )}
      {preview && state.table && !imported && (
        <PreviewPart table={state.table} preview={preview} importing={importing} />
      )}
    </>
  );
}
