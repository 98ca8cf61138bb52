/** How Cytoscape draws: relation told by colour and by line pattern and by the end of the line. */
import type { EdgeSingular, NodeSingular, StylesheetJson } from 'cytoscape'
import { BEND } from './hit.ts'

/** Colours by token name without its dashes, read from the page so that the map follows the theme. */
export type Palette = Readonly<Record<string, string>>

export const PALETTE_NAMES = [
  'surface',
  'ink',
  'ink-2',
  'line-strong',
  'support',
  'support-bg',
  'rebut',
  'rebut-bg',
  'undercut',
  'undercut-bg',
  'evidence',
  'evidence-bg',
  'neutral',
  'neutral-bg',
  'focus',
] as const

const SANS = 'Inter Variable, Inter, system-ui, sans-serif'

export function styleOf(palette: Palette): StylesheetJson {
  const colour = (name: string): string => palette[name] ?? palette['ink'] ?? '#000'
  const tone = (element: NodeSingular | EdgeSingular): string => colour(toneName(element.data('tone') as string))
  const ground = (element: NodeSingular): string => colour(`${toneName(element.data('tone') as string)}-bg`)
  return [
    {
      selector: 'node',
      style: {
        shape: 'round-rectangle',
        width: 'data(w)',
        height: 'data(h)',
        'corner-radius': '10',
        'background-opacity': 0,
        'border-width': 0,
        events: 'no',
      },
    },
    {
      selector: 'node.middle',
      style: {
        'background-opacity': 1,
        'background-color': ground,
        'border-width': 3,
        'border-color': tone,
        label: 'data(label)',
        color: colour('ink'),
        'font-family': SANS,
        'font-size': 22,
        'font-weight': 500,
        'text-wrap': 'wrap',
        'text-max-width': '220px',
        'text-valign': 'center',
        'min-zoomed-font-size': 8,
      },
    },
    { selector: 'node.far', style: { 'background-opacity': 1, 'background-color': tone, 'border-width': 0 } },
    // What takes no side stands back, so that what does is seen.
    { selector: 'node[tone="neutral"].far', style: { 'background-opacity': 0.4 } },
    {
      selector: 'node.far[?main]',
      style: {
        label: 'data(label)',
        color: colour('ink'),
        'font-family': SANS,
        'font-size': 44,
        'font-weight': 600,
        'text-wrap': 'none',
        'text-halign': 'left',
        'text-valign': 'center',
        'text-margin-x': -30,
        'min-zoomed-font-size': 9,
      },
    },
    {
      selector: 'node[tone="rebut"].far',
      style: {
        'border-width': 22,
        'border-style': 'dashed',
        'border-color': colour('surface'),
        'border-opacity': 0.55,
      },
    },
    {
      selector: 'node[tone="undercut"].far',
      style: { 'border-width': 26, 'border-style': 'dotted', 'border-color': colour('surface'), 'border-opacity': 0.7 },
    },
    {
      selector: 'node[tone="evidence"].far',
      style: { 'background-color': colour('evidence'), shape: 'cut-rectangle' },
    },
    {
      selector: 'node[tone="issue"].middle, node[tone="issue"].far',
      style: { 'background-color': colour('ink'), color: colour('surface') },
    },
    {
      selector: 'node[tone="issue"].middle',
      style: { 'text-max-width': '520px', 'font-size': 19 },
    },
    {
      selector: 'node[tone="issue"].far',
      style: {
        color: colour('ink'),
        'text-halign': 'center',
        'text-valign': 'top',
        'text-margin-x': 0,
        'text-margin-y': -8,
      },
    },
    { selector: 'node.faded', style: { opacity: 0.35 } },
    {
      selector: 'node.selected.middle, node.selected.far',
      style: { 'border-width': 8, 'border-style': 'solid', 'border-opacity': 1, 'border-color': colour('focus') },
    },
    {
      selector: 'node[tone="joint"]',
      style: {
        shape: 'diamond',
        'background-color': colour('undercut'),
        'background-opacity': 1,
        width: 11,
        height: 11,
      },
    },
    {
      selector: 'edge',
      style: {
        'curve-style': 'round-segments',
        'segment-weights': (edge: EdgeSingular) => edge.data('weights') as number[],
        'segment-distances': (edge: EdgeSingular) => edge.data('distances') as number[],
        'segment-radii': [9],
        'source-endpoint': (edge: EdgeSingular) => edge.data('start') as string,
        'target-endpoint': (edge: EdgeSingular) => edge.data('end') as string,
        width: 2,
        'line-color': tone,
        'target-arrow-color': tone,
        'target-arrow-shape': 'triangle',
        'arrow-scale': 0.95,
        'target-distance-from-node': 1,
        events: 'no',
      },
    },
    {
      selector: 'edge[?attacks]',
      style: { 'line-style': 'dashed', 'line-dash-pattern': [7, 4], 'target-arrow-shape': 'tee', 'arrow-scale': 1.1 },
    },
    { selector: 'edge[tone="evidence"]', style: { width: 1.6, 'target-arrow-shape': 'circle', 'arrow-scale': 0.7 } },
    {
      selector: 'edge[tone="neutral"]',
      style: { width: 1.5, 'line-style': 'dashed', 'line-dash-pattern': [2, 3], 'target-arrow-shape': 'none' },
    },
    {
      selector: 'edge[kind="undercut"]',
      style: {
        'line-style': 'dashed',
        'line-dash-pattern': [0.1, 5],
        'line-cap': 'round',
        width: 2.8,
        'target-arrow-shape': 'none',
      },
    },
    { selector: 'edge[kind="part"]', style: { 'curve-style': 'straight', 'target-arrow-shape': 'none' } },
    { selector: 'edge[kind="stub"]', style: { 'curve-style': 'straight', 'target-arrow-shape': 'none' } },
    { selector: 'edge[kind="spine"]', style: { 'target-arrow-shape': 'none' } },
    {
      selector: 'edge[?main][tone="neutral"]',
      style: { 'line-style': 'solid', 'line-color': colour('line-strong') },
    },
    { selector: 'edge[kind="trace"]', style: { width: 3.4, 'z-index': 3 } },
    { selector: 'edge[kind="trace"][?main]', style: { 'target-arrow-shape': 'none' } },
    {
      selector: 'edge[kind="cross"]',
      style: {
        'curve-style': 'unbundled-bezier',
        'control-point-distances': [BEND],
        'control-point-weights': [0.5],
        width: 2,
        opacity: 0.75,
        'z-index': 2,
      },
    },
    { selector: 'edge.faded', style: { opacity: 0.2 } },
  ]
}

function toneName(tone: string): string {
  return tone === 'issue' || tone === 'joint' ? 'ink' : tone
}
