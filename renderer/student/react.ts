import { options } from 'preact';
import type { VNode } from 'preact';

/**
 * React as the student's page takes it: Preact's core and hooks. The layer that makes Preact like React in every corner
 * would cost four of the fifty kilobytes; what the page's components use of it is the one line below.
 */
export { createContext, createElement, Fragment } from 'preact';
export * from 'preact/hooks';

options.vnode = (vnode: VNode<{ style?: unknown }>) => {
  const style = typeof vnode.type === 'string' ? vnode.props.style : null;
  if (typeof style === 'object' && style !== null) {
    // A length without a unit is in pixels.
    const lengths = { ...style } as Record<string, unknown>;
    for (const name of ['width', 'height'])
      if (typeof lengths[name] === 'number') lengths[name] = `${lengths[name]}px`;
    vnode.props.style = lengths;
  }
};
