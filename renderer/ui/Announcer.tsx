type AnnouncerProps = {
  /** What a screen reader should say now; empty: nothing. */
  children: string;
  /** Interrupts what is being read. For what cannot wait: the question closes, the connection is lost. */
  urgent?: boolean;
};

/** Says a change aloud that sighted people see. Keep it mounted: only a change of its words is read out. */
export function Announcer({ children, urgent }: AnnouncerProps) {
  return (
    <div
      className="sr"
      role={urgent ? 'alert' : 'status'}
      aria-live={urgent ? 'assertive' : 'polite'}
    >
      {children}
    </div>
  );
}
