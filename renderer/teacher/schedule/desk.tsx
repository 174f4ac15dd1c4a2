import { useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import type { ReactNode } from 'react';
import { openConnection } from '../../live/connection.ts';
import { queryKeys } from '../query-keys.ts';
import { useTeacher } from '../session/teacher.tsx';
import { createDeskStore } from './desk-store.ts';
import type { Desk, DeskStore } from './desk-store.ts';

const DeskContext = createContext<Desk>({ frame: null, at: 0 });

/** The desk of whoever is signed in: the program knows them by their session. */
function deskOf(_teacherId: string): DeskStore {
  return createDeskStore(() => openConnection({ as: 'desk' }), {
    set: (run, ms) => window.setTimeout(run, ms),
    clear: (timer) => window.clearTimeout(timer),
  });
}

/** Keeps the window's connection to what runs and what comes; pages that list either are fetched anew when it is otherwise. */
export function DeskProvider({ children }: { children: ReactNode }) {
  const queryClient = useQueryClient();
  // Another teacher at this window has a desk of their own.
  const { id } = useTeacher();
  const store = useMemo(() => deskOf(id), [id]);
  const desk = useSyncExternalStore(store.subscribe, store.snapshot);
  const { frame } = desk;
  useEffect(() => {
    if (!frame) return;
    void queryClient.invalidateQueries({ queryKey: queryKeys.lessons });
    void queryClient.invalidateQueries({ queryKey: queryKeys.schedule });
  }, [frame, queryClient]);
  return <DeskContext.Provider value={desk}>{children}</DeskContext.Provider>;
}

/** What runs and what comes: `const { frame } = useDesk()`. */
export function useDesk(): Desk {
  return useContext(DeskContext);
}

/** The laptop's time, ms since 1970, told anew every `everyMs`: this device's own clock may be wrong. */
export function useLaptopNow(everyMs = 5000): number {
  const { frame, at } = useDesk();
  const [ticked, setTicked] = useState({ at, now: 0 });
  useEffect(() => {
    if (!frame) return undefined;
    const timer = setInterval(
      () => setTicked({ at, now: frame.now + performance.now() - at }),
      everyMs,
    );
    return () => clearInterval(timer);
  }, [frame, at, everyMs]);
  // A new frame says the time itself.
  return ticked.at === at && ticked.now > 0 ? ticked.now : (frame?.now ?? 0);
}
