import type { ComponentProps, ReactNode } from 'react';
import type { TeacherView } from '../../../lan-server/contract/frames.ts';
import styles from './Attendance.module.css';
import { ListPanel } from './ListPanel.tsx';

type RoomWithListProps = Omit<ComponentProps<typeof ListPanel>, 'roster'> & {
  roster: TeacherView['roster'];
  children: ReactNode;
};

/** The room, and in a lesson with a list of names what there is to say of the list under it. */
export function RoomWithList({ roster, children, ...panel }: RoomWithListProps) {
  if (!roster) return children;
  return (
    <div className={styles.room}>
      {children}
      <ListPanel roster={roster} {...panel} />
    </div>
  );
}
