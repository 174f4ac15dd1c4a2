/** What can be wrong with a picture of the wall, as sentences; an empty list: nothing. */
export function faultsOfWall(): string[] {
  const wall = document.querySelector<HTMLElement>('#page [data-surface="wall"]');
  if (!wall) return ['there is no wall'];
  const faults: string[] = [];
  const scale = wall.getBoundingClientRect().width / wall.offsetWidth;
  const ledge = wall.lastElementChild?.getBoundingClientRect();
  const texts = document.createTreeWalker(wall, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    const holder = text.parentElement;
    const words = (text.textContent ?? '').trim();
    if (!holder || words === '' || holder.closest('.sr')) continue;
    // Drawn in a box of its own (letter on its mark), in that box's units.
    const inMark = holder instanceof SVGElement && !holder.closest('[data-cloud]');
    const range = document.createRange();
    range.selectNodeContents(text);
    const box = range.getBoundingClientRect();
    if (box.width === 0) continue;
    const where = `“${words.slice(0, 40)}”`;
    if (!inMark && Number.parseFloat(getComputedStyle(holder).fontSize) < 32)
      faults.push(`${where} is set smaller than 32 px`);
    const edge = wall.getBoundingClientRect();
    if (box.left < edge.left + 30 * scale || box.right > edge.right - 30 * scale)
      faults.push(`${where} runs off a side`);
    if (box.top < edge.top || box.bottom > edge.bottom) faults.push(`${where} is cut`);
    const onLedge = wall.lastElementChild?.contains(holder) ?? false;
    if (ledge && !onLedge && box.bottom > ledge.top + 1) faults.push(`${where} lies on the ledge`);
  }
  return [...faults, ...overlaps(wall)];
}

/** Words over words: each block of text against each other one. */
function overlaps(wall: HTMLElement): string[] {
  const blocks = [...wall.querySelectorAll('h1, p, li, dd, dt')]
    .filter((block) => !block.closest('.sr') && block.getClientRects().length > 0)
    .filter((block) => !block.querySelector('h1, p, li, dd, dt'));
  const boxes = blocks.map((block) => ({ block, box: block.getBoundingClientRect() }));
  const faults: string[] = [];
  for (const [place, one] of boxes.entries())
    for (const other of boxes.slice(place + 1)) {
      const across =
        Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down =
        Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      if (across > 2 && down > 4)
        faults.push(
          `“${one.block.textContent.slice(0, 30)}” lies over “${other.block.textContent.slice(0, 30)}”`,
        );
    }
  return faults;
}
