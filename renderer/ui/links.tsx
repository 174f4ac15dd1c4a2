import { createContext, useContext } from 'react';
import type { AnchorHTMLAttributes, MouseEvent, ReactNode, Ref } from 'react';
import styles from './Button.module.css';
import type { ButtonLook } from './Button.tsx';
import { classes } from './classes.ts';
import { Kbd } from './Kbd.tsx';

const NavigateContext = createContext<((href: string) => void) | null>(null);

/** Gives the page's router to all links of the design system below it. Without, they load the address anew. */
export function LinkNavigation({
  navigate,
  children,
}: {
  navigate: (href: string) => void;
  children: ReactNode;
}) {
  return <NavigateContext.Provider value={navigate}>{children}</NavigateContext.Provider>;
}

type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & {
  href: string;
  ref?: Ref<HTMLAnchorElement>;
};

/** A link within the program: a plain click goes through the router, any other is the browser's. */
export function Link({ href, onClick, children, ...native }: LinkProps) {
  const navigate = useContext(NavigateContext);
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const plain = !event.metaKey && !event.ctrlKey && !event.shiftKey && event.button === 0;
    if (!navigate || !plain || event.defaultPrevented || native.target || native.download) return;
    event.preventDefault();
    navigate(href);
  };
  return (
    <a {...native} href={href} onClick={follow}>
      {children}
    </a>
  );
}

type ButtonLinkProps = Omit<LinkProps, 'className'> & {
  look?: ButtonLook;
  small?: boolean;
  icon?: ReactNode;
  shortcut?: string;
};

/** A link that looks like a button, where pressing goes somewhere and changes nothing. */
export function ButtonLink({
  look = 'bordered',
  small,
  icon,
  shortcut,
  children,
  ...link
}: ButtonLinkProps) {
  return (
    <Link
      {...link}
      className={classes(
        styles.button,
        look !== 'bordered' && styles[look],
        small && styles.small,
        children === undefined && styles.iconOnly,
      )}
      aria-keyshortcuts={shortcut}
    >
      {icon}
      {children}
      {shortcut && <Kbd onAccent={look === 'filled'}>{shortcut}</Kbd>}
    </Link>
  );
}
