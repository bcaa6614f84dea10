import { ONE, type Quantity } from '../../../core/quantity.ts'
import type { BuildId, LotId, RowId } from '../../../core/ids.ts'
import { statusOfSeveral } from '../../../core/inventory/status.ts'
import type { TraceEdge, TraceGraph, TraceNode } from '../../../core/trace/graph.ts'
import type { ReadableDb } from '../../store/database.ts'
import {
  buildLinks,
  buildsOfLot,
  buildsOfRow,
  childrenInstalled,
  installedFrom,
  installedIn,
  lotsWithKeys,
  metAbove,
  metBelow,
  rowsWithKeys,
  stockRowsOfLots,
  type BuildLink,
  type InstalledLink
} from '../../store/genealogy.ts'
import type { InventoryRow } from '../../store/inventory.ts'
import { rowStatus } from '../inventory-view.ts'
import type { LotSubject, UnitSubject } from './subject.ts'

/** A graph with the key of the node that it is about. */
export interface RootedGraph {
  readonly root: string
  readonly graph: TraceGraph
}

/** What a unit is made of and what it is in. */
export function graphOfUnit(db: ReadableDb, { row }: UnitSubject): RootedGraph {
  return { root: rowKey(row.id), graph: graphAround(db, [row], buildsOfRow(db, row.id), []) }
}

/** What a unit is in, without what it is made of. */
export function graphAbove(db: ReadableDb, { row }: UnitSubject): RootedGraph {
  return { root: rowKey(row.id), graph: graphAround(db, [row], [], []) }
}

/** What a lot is made of, which units are of it, and what it and they are in. */
export function graphOfLot(db: ReadableDb, { lot, rows }: LotSubject): RootedGraph {
  const root = lotKey(lot.id)
  const units = rows
    .filter(({ serial }) => serial !== null)
    .map(({ id }): TraceEdge => ({ component: root, product: rowKey(id), quantity: ONE, run: null }))
  const graph = graphAround(db, rows, buildsOfLot(db, lot.id), units)
  if (graph.nodes.has(root)) return { root, graph }
  return { root, graph: { ...graph, nodes: new Map([...graph.nodes, ...lotNodes(db, [lot.id])]) } }
}

/** Reads what is below some builds and above some rows, and says what is in what. */
function graphAround(
  db: ReadableDb,
  rows: readonly InventoryRow[],
  builds: readonly BuildId[],
  more: readonly TraceEdge[]
): TraceGraph {
  const below = metBelow(db, builds)
  const above = metAbove(
    db,
    rows.map(({ id }) => id),
    builds
  )
  const links = buildLinks(db, [...new Set([...below.builds, ...above.builds])])
  const installed = [
    ...installedIn(db, below.builds),
    ...installedFrom(db, above.rows),
    ...childrenInstalled(db, above.builds)
  ]
  const wanted = new Set<RowId>(installed.map(({ row }) => row))
  for (const { row, tracking } of links) if (row !== null && tracking === 'serial') wanted.add(row)
  for (const { id } of rows) wanted.delete(id)
  const known = new Map([...rows, ...rowsWithKeys(db, [...wanted])].map((row) => [row.id, row]))
  const edges = [...more, ...edgesOf(links, installed, known)]
  return { edges, nodes: nodesOf(db, links, known, edges) }
}

function edgesOf(
  links: readonly BuildLink[],
  installed: readonly InstalledLink[],
  rows: ReadonlyMap<RowId, InventoryRow>
): readonly TraceEdge[] {
  const builds = new Map(links.map((link) => [link.id, link]))
  const edges = new Map<string, TraceEdge>()
  for (const { build, row: id, child: childId, quantity } of installed) {
    const product = builds.get(build)
    const row = rows.get(id)
    if (!product || !row) continue
    const child = childId === null ? undefined : builds.get(childId)
    // The untracked pieces of a child are told as that child, not as any pieces of the part.
    const component = child?.tracking === 'untracked' ? buildKey(child) : componentKey(row)
    edges.set(`${build} ${id} ${childId}`, edge(component, product, quantity))
  }
  for (const link of links) {
    const parent = link.parent === null ? undefined : builds.get(link.parent)
    if (parent) edges.set(`being made ${link.id}`, edge(buildKey(link), parent, link.quantity))
  }
  return [...edges.values()]
}

function edge(component: string, product: BuildLink, quantity: Quantity): TraceEdge {
  return { component, product: buildKey(product), quantity, run: product.run }
}

function nodesOf(
  db: ReadableDb,
  links: readonly BuildLink[],
  rows: ReadonlyMap<RowId, InventoryRow>,
  edges: readonly TraceEdge[]
): ReadonlyMap<string, TraceNode> {
  const wanted = new Set(edges.flatMap(({ component, product }) => [component, product]))
  const nodes = new Map<string, TraceNode>()
  const lots = new Set<LotId>()
  for (const row of rows.values()) {
    if (row.tracking === 'lot' && row.lotId !== null) lots.add(row.lotId)
    else nodes.set(componentKey(row), row.serial === null ? looseNode(row) : unitNode(row))
  }
  for (const link of links) {
    if (link.lot !== null && link.tracking === 'lot') lots.add(link.lot)
    else if (!nodes.has(buildKey(link)) && wanted.has(buildKey(link))) nodes.set(buildKey(link), buildNode(link))
  }
  for (const [key, node] of lotNodes(db, [...lots])) nodes.set(key, node)
  return nodes
}

function unitNode(row: InventoryRow): TraceNode {
  const status = rowStatus(row)
  return {
    ...partOf(row),
    key: rowKey(row.id),
    kind: 'serial',
    serial: row.serial,
    lot: row.lot,
    supplierLot: row.supplierLot,
    status,
    location: status === 'installed' ? null : row.location
  }
}

function looseNode(row: InventoryRow): TraceNode {
  return { ...partOf(row), ...NAMELESS, key: componentKey(row), kind: 'untracked' }
}

/** What is being built and bears no number yet, and untracked pieces that are made inside one parent. */
function buildNode(link: BuildLink): TraceNode {
  return {
    ...partOf(link),
    ...NAMELESS,
    key: buildKey(link),
    kind: link.tracking,
    status: link.isComplete === 0 ? 'being built' : null
  }
}

const NAMELESS = { serial: null, lot: null, supplierLot: null, status: null, location: null } as const

function partOf({
  partNumber,
  revision,
  description,
  unit
}: Pick<InventoryRow, 'partNumber' | 'revision' | 'description' | 'unit'>) {
  return { partNumber, revision: revision || null, description, unit }
}

function lotNodes(db: ReadableDb, lots: readonly LotId[]): ReadonlyMap<string, TraceNode> {
  const rows = new Map<LotId, InventoryRow[]>(lots.map((lot) => [lot, []]))
  for (const row of stockRowsOfLots(db, lots)) if (row.lotId !== null) rows.get(row.lotId)?.push(row)
  return new Map(
    lotsWithKeys(db, lots).map((lot) => {
      const own = rows.get(lot.id) ?? []
      const [first] = own
      const node: TraceNode = {
        key: lotKey(lot.id),
        kind: 'lot',
        partNumber: lot.partNumber,
        revision: first?.revision || null,
        description: first?.description ?? '',
        serial: null,
        lot: lot.lot,
        supplierLot: lot.supplierLot,
        unit: lot.unit,
        status: statusOfSeveral(own.map(rowStatus)),
        location: placesOf(own)
      }
      return [node.key, node]
    })
  )
}

/** The places where rows hold stock, each once; null for none. */
export function placesOf(rows: readonly InventoryRow[]): string | null {
  const places = [...new Set(rows.filter(({ quantity }) => quantity > 0).map(({ location }) => location))]
  return places.length === 0 ? null : places.join(', ')
}

function rowKey(row: RowId): string {
  return `unit ${row}`
}

function lotKey(lot: LotId): string {
  return `lot ${lot}`
}

function componentKey({ id, tracking, lotId, partId, revision }: InventoryRow): string {
  if (tracking === 'serial') return rowKey(id)
  return lotId === null ? `loose ${partId} ${revision}` : lotKey(lotId)
}

function buildKey({ id, tracking, row, lot, isChild, partId, revision }: BuildLink): string {
  if (tracking === 'serial' && row !== null) return rowKey(row)
  if (tracking === 'lot' && lot !== null) return lotKey(lot)
  return isChild === 0 && tracking === 'untracked' ? `loose ${partId} ${revision}` : `build ${id}`
}
