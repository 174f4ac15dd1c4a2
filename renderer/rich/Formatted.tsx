import { createElement, Fragment, useMemo } from 'react';
import type { ReactNode } from 'react';
import { readMarkup, texOf, wordsIn } from '../../lan-server/questions/markup.ts';
import type { Markup } from '../../lan-server/questions/markup.ts';
import './formulas.css';
import styles from './Formatted.module.css';
import { knowsMath } from './knows-math.ts';

/**
 * Formatted text drawn tag by tag from what was read: nothing is ever handed to the browser as HTML, and a tag or attribute that is
 * not on the list (markup.ts) is never made. What cannot be read falls back to the plain text.
 */
export function Formatted({ markup, plain }: { markup: string | undefined; plain: string }) {
  const nodes = useMemo(() => (markup ? readMarkup(markup) : null), [markup]);
  return nodes ? <Nodes nodes={nodes} /> : <>{plain}</>;
}

/** What was read, drawn. */
export function Nodes({ nodes }: { nodes: readonly Markup[] }) {
  const math = useMemo(() => !hasMath(nodes) || knowsMath(), [nodes]);
  return <>{nodes.map((node, at) => drawn(node, at, math))}</>;
}

function hasMath(nodes: readonly Markup[]): boolean {
  return nodes.some(
    (node) => typeof node !== 'string' && (node.tag === 'math' || hasMath(node.children)),
  );
}

function drawn(node: Markup, key: number, math: boolean): ReactNode {
  if (typeof node === 'string') return <Fragment key={key}>{node}</Fragment>;
  if (node.tag === 'math' && (!math || isUnset(node)))
    return (
      <code key={key} className={styles.tex}>
        {texOf(node)}
      </code>
    );
  if (node.tag === 'br') return <br key={key} />;
  const children = node.children.map((child, at) => drawn(child, at, math));
  const element = createElement(node.tag, { key, ...node.attributes }, children);
  if (node.tag === 'table' || (node.tag === 'math' && node.attributes['display'] === 'block'))
    // Wider than the screen it scrolls inside; the keyboard can do that too.
    return (
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard
      <div key={key} className={styles.wide} tabIndex={0} data-wide>
        {element}
      </div>
    );
  return element;
}

/** A formula that could not be typeset: its one child is the TeX as text. */
function isUnset(node: Exclude<Markup, string>): boolean {
  const [semantics] = node.children;
  if (semantics === undefined || typeof semantics === 'string') return false;
  const [row] = semantics.children;
  if (row === undefined || typeof row === 'string') return false;
  const [only, ...more] = row.children;
  return (
    typeof only === 'object' &&
    more.length === 0 &&
    only.tag === 'mtext' &&
    wordsIn(only) === texOf(node)
  );
}
