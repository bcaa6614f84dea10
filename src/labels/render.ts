import { codeProblem } from '../core/code.ts'
import { arrange } from './arrange.ts'
import type { LabelContent } from './content.ts'
import type { PlacedSymbol, PlacedText } from './layout.ts'
import { mediaIsUsable } from './media.ts'
import type { Media } from './media.ts'
import type { LabelRefusal } from './refusal.ts'
import type { LabelDesign } from './template.ts'
import { commandDesign } from './templates/command.ts'
import { locationDesign } from './templates/location.ts'
import { lotDesign } from './templates/lot.ts'
import { unitDesign } from './templates/unit.ts'
import { code128Data, dataMatrixData, encodeFormat, textData } from './zpl.ts'
import type { ZplField } from './zpl.ts'

export type LabelRendering =
  | {
      readonly ok: true
      /** One format, ready for the printer. */
      readonly zpl: Uint8Array
      readonly symbols: readonly PlacedSymbol[]
      /** Each fact that has text, with what became of it. */
      readonly texts: readonly PlacedText[]
    }
  | { readonly ok: false; readonly refusal: LabelRefusal }

/** Lays a label out for the media and writes it as ZPL; refused when a symbol or a code cannot stand on it whole. */
export function renderLabel(content: LabelContent, media: Media): LabelRendering {
  const refusal = refusalOf(content, media)
  if (refusal !== undefined) return { ok: false, refusal }
  const arrangement = arrange(designOf(content), media)
  if (!arrangement.ok) return arrangement
  const { symbols, texts } = arrangement.layout
  const fields = [...symbols.map(symbolField), ...texts.flatMap(textFields)]
  const burn = content.kind === 'command' ? { ...media.burn, ...content.burn } : media.burn
  return { ok: true, zpl: encodeFormat({ ...media, ...(burn ? { burn } : {}) }, fields), symbols, texts }
}

function refusalOf(content: LabelContent, media: Media): LabelRefusal | undefined {
  if (!mediaIsUsable(media)) return { kind: 'media-unusable', media }
  for (const [field, text] of Object.entries(codesOf(content))) {
    const problem = codeProblem(text)
    const isLongCommand = content.kind === 'command' && problem === 'too-long'
    if (problem !== undefined && !isLongCommand) return { kind: 'code-unusable', field, text, problem }
  }
  return isLabelNumber(content) ? undefined : { kind: 'label-number-unusable', text: content.label, copy: content.copy }
}

/** The facts that a symbol holds. */
function codesOf(content: LabelContent): Readonly<Record<string, string>> {
  switch (content.kind) {
    case 'unit': {
      const { partNumber, serial, lot } = content
      return lot === null ? { partNumber, serial } : { partNumber, serial, lot }
    }
    case 'lot':
      return { partNumber: content.partNumber, lot: content.lot }
    case 'location':
    case 'command':
      return { code: content.code }
  }
}

function isLabelNumber({ label, copy }: LabelContent): boolean {
  return /^DS\d{8,14}$/.test(label) && Number.isInteger(copy) && copy >= 1 && copy <= 999_999_999
}

function designOf(content: LabelContent): LabelDesign {
  switch (content.kind) {
    case 'unit':
      return unitDesign(content)
    case 'lot':
      return lotDesign(content)
    case 'location':
      return locationDesign(content)
    case 'command':
      return commandDesign(content)
  }
}

function symbolField(symbol: PlacedSymbol): ZplField {
  const { xDots, yDots, heightDots } = symbol.box
  switch (symbol.kind) {
    case 'data-matrix': {
      const { modules, escape } = symbol.plan
      const data = dataMatrixData(symbol.plan)
      return { kind: 'data-matrix', xDots, yDots, moduleDots: symbol.moduleDots, modules, escape, data }
    }
    case 'code-128': {
      const data = code128Data(symbol.plan)
      return { kind: 'code-128', xDots, yDots, heightDots, moduleDots: symbol.moduleDots, mode: symbol.plan.mode, data }
    }
  }
}

function textFields({ runs }: PlacedText): readonly ZplField[] {
  return runs.flatMap(({ text, xDots, baselineDots, heightDots, reversed, box }): readonly ZplField[] => {
    const field: ZplField = { kind: 'text', xDots, baselineDots, heightDots, reversed, data: textData(text) }
    return reversed ? [{ kind: 'black-box', ...box }, field] : [field]
  })
}
