import type { Confidence } from '../../../lan-server/contract/confidence.ts';
import { useText } from '../../i18n/text.tsx';
import styles from './ConfidenceTable.module.css';

/** Right and wrong by how sure students were, and what the telling cell means. Without a key: how many were sure. */
export function ConfidenceTable({
  counts,
  keyed,
}: {
  counts: Confidence;
  /** Whether the question has a key. */
  keyed: boolean;
}) {
  const { t, number } = useText();
  if (!keyed)
    return (
      <p>
        {t('console.sure.unkeyed', {
          sure: number(counts.sure),
          unsure: number(counts.unsure),
        })}
      </p>
    );
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr">{t('console.sure.heading')}</span>
            </th>
            <th scope="col">{t('console.sure.sure')}</th>
            <th scope="col">{t('console.sure.unsure')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('console.sure.right')}</th>
            <td>{number(counts.rightSure)}</td>
            <td>{number(counts.rightUnsure)}</td>
          </tr>
          <tr>
            <th scope="row">{t('console.sure.wrong')}</th>
            <td className={counts.wrongSure > 0 ? styles.telling : undefined}>
              {number(counts.wrongSure)}
            </td>
            <td>{number(counts.wrongUnsure)}</td>
          </tr>
        </tbody>
      </table>
      <p className="small soft">{t(`console.sure.${meaning(counts)}`)}</p>
    </>
  );
}

/** Which sentence helps most: a belief that is wrong before a guess that was lucky. */
function meaning({ wrongSure, rightUnsure, rightSure }: Confidence) {
  if (wrongSure > 0) return 'misconception';
  return rightUnsure > rightSure ? 'guessed' : 'known';
}
