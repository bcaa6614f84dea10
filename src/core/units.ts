/**
 * Names of one unit, as parts are kept in it and as labels print it: the codes of ANSI X12.3 (data element 355), which
 * ANSI MH10.8.2 asks for, and those of UN/ECE Recommendation 20.
 *
 * `ST` is left out: a set in the one, and a piece to whoever speaks German.
 */
const UNITS: readonly (readonly string[])[] = [
  ['pcs', 'pc', 'pce', 'piece', 'pieces', 'ea', 'each', 'un', 'unit', 'units', 'stk', 'c62', 'h87'],
  ['m', 'mr', 'mtr', 'metre', 'metres', 'meter', 'meters'],
  ['cm', 'cmt'],
  ['mm', 'mmt'],
  ['km', 'kmt'],
  ['in', 'inh', 'inch', 'inches'],
  ['ft', 'fot', 'foot', 'feet'],
  ['yd', 'yrd', 'yard', 'yards'],
  ['kg', 'kgm'],
  ['g', 'gr', 'grm'],
  ['mg', 'mgm'],
  ['lb', 'lbs', 'lbr'],
  ['oz', 'onz'],
  ['l', 'lt', 'ltr', 'litre', 'litres', 'liter', 'liters'],
  ['ml', 'mlt'],
  ['m²', 'm2', 'mtk'],
  ['m³', 'm3', 'mtq'],
  ['pair', 'pairs', 'pr']
]

/** Whether two names mean the same unit, as far as is known: capitals or not, and by each other's codes. */
export function isSameUnit(one: string, other: string): boolean {
  const first = one.trim().toLowerCase()
  const second = other.trim().toLowerCase()
  return first === second || UNITS.some((names) => names.includes(first) && names.includes(second))
}
