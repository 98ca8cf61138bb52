/** What a wiki's templates put around a comment, and nobody says: rows of links to tools, and boxes beside the text. */
import { type ChildNode, type Element, isTag, isText } from 'domhandler'

/** Links that make a row of tools ("edit | talk | history …"), and characters that may stand in it besides links. */
const LINKS = 5
const BESIDES = 40

/** Whether a paragraph is a row of links to tools, as templates mark them (`plainlinks`) that name a page or its sources. */
export function isToolRow(nodes: readonly ChildNode[]): boolean {
  if (!nodes.some((node) => isTag(node) && hasClass(node, 'plainlinks'))) return false
  let [links, besides] = [0, 0]
  const todo: ChildNode[] = [...nodes]
  for (let node = todo.pop(); node !== undefined && besides <= BESIDES; node = todo.pop()) {
    if (isText(node)) besides += node.data.replace(/[^\p{L}\p{N}]+/gu, '').length
    else if (isTag(node) && node.name === 'a') links++
    else if (isTag(node)) todo.push(...node.children)
  }
  return links >= LINKS && besides <= BESIDES
}

/** Whether an element is such a row, or a box beside the text ("AfDs for this article"). */
export function isTool(element: Element): boolean {
  return hasClass(element, 'infobox') || isToolRow(element.children)
}

function hasClass({ attribs }: Element, name: string): boolean {
  return (attribs.class ?? '').split(/\s+/).includes(name)
}
