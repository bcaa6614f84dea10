import { assertNever } from '../assert.ts'
import { subtract, withUnit, ZERO, type Quantity } from '../quantity.ts'
import type { VarianceLine } from './variance.ts'

/** What a line of the variance means, and what posting does about it. */
export function lineWords(
  line: Pick<VarianceLine, 'finding' | 'goods' | 'location' | 'adjusted' | 'from' | 'became'>
): string {
  const { finding, goods, location, adjusted, from, became } = line
  const amount = (quantity: Quantity) => withUnit(quantity, goods)
  switch (finding) {
    case 'agrees':
      return 'As expected.'
    case 'found':
      if (became !== '') return `Posting brings it back into stock here, with its serial. It was ${became}.`
      return `The inventory has none of it here. Posting adds ${amount(adjusted)}.`
    case 'more':
      return `Posting adds ${amount(adjusted)}.`
    case 'missing':
      return goods.serial === null
        ? `Nothing of it was counted. Posting takes ${amount(subtract(ZERO, adjusted))} out as missing.`
        : 'Posting makes it missing; its serial stays taken.'
    case 'less':
      return `Posting takes ${amount(subtract(ZERO, adjusted))} out.`
    case 'misplaced':
      return goods.serial === null
        ? `The inventory has ${amount(adjusted)} of it at ${from?.location ?? ''}. Posting moves them here.`
        : `The inventory has it at ${from?.location ?? ''}. Posting moves it here.`
    case 'changed':
      return `Stock of it has moved since it was counted. Scan DS:LOC:${location} and count it again.`
    case 'came':
      return 'It came after counting began here and was not counted. Posting leaves it as it is.'
    case 'installed':
      return `Posting leaves it in its product: a lead takes it out in its run. It was ${became}.`
    case 'being built':
      return 'It is still being built. Posting leaves it as it is: its run has to be completed.'
    default:
      return assertNever(finding)
  }
}
