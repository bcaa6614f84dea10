import type { FieldMeaning } from './label-field.ts'

/**
 * An application identifier of GS1, by the General Specifications and the syntax dictionary of January 2026.
 *
 * `format` lists the components of the value: `N` digits, `X` the 82 characters of table 7.11-1, `Y` the 39 of 7.11-2,
 * `Z` base64url; then a length (`14`, `..20`), then `*` for a check digit at the end. `D` is YYMMDD, `D0` the same with
 * a day that may be 00; components in brackets may be absent.
 */
export interface ApplicationIdentifier {
  readonly format: string
  readonly title: string
  readonly meaning: FieldMeaning
  readonly decimals: Decimals | null
}

/** The last digit of the identifier says how many decimals the value has. */
export interface Decimals {
  readonly places: number
  /** Empty for an amount of money. */
  readonly unit: string
  readonly currencyFirst: boolean
}

type Row = readonly [identifier: string, format: string, title: string, meaning?: FieldMeaning]

const ROWS: readonly Row[] = [
  ['00', 'N18*', 'SSCC', 'package'],
  ['01', 'N14*', 'GTIN', 'gtin'],
  ['02', 'N14*', 'CONTENT', 'gtin'],
  ['03', 'N14*', 'MTO GTIN', 'gtin'],
  ['10', 'X..20', 'BATCH/LOT', 'supplier-lot'],
  ['11', 'D0', 'PROD DATE', 'production-date'],
  ['12', 'D0', 'DUE DATE'],
  ['13', 'D0', 'PACK DATE'],
  ['15', 'D0', 'BEST BEFORE', 'best-before'],
  ['16', 'D0', 'SELL BY'],
  ['17', 'D0', 'EXPIRY', 'expiry'],
  ['20', 'N2', 'VARIANT'],
  ['21', 'X..20', 'SERIAL', 'serial'],
  ['22', 'X..20', 'CPV'],
  ['235', 'X..28', 'TPX'],
  ['240', 'X..30', 'ADDITIONAL ID', 'supplier-part-number'],
  ['241', 'X..30', 'CUST. PART No.', 'part-number'],
  ['242', 'N..6', 'MTO VARIANT'],
  ['243', 'X..20', 'PCN'],
  ['250', 'X..30', 'SECONDARY SERIAL'],
  ['251', 'X..30', 'REF. TO SOURCE'],
  ['253', 'N13* [X..17]', 'GDTI'],
  ['254', 'X..20', 'GLN EXTENSION COMPONENT'],
  ['255', 'N13* [N..12]', 'GCN'],
  ['30', 'N..8', 'VAR. COUNT', 'quantity'],
  ['37', 'N..8', 'COUNT', 'quantity'],
  ['400', 'X..30', 'ORDER NUMBER', 'order'],
  ['401', 'X..30', 'GINC'],
  ['402', 'N17*', 'GSIN'],
  ['403', 'X..30', 'ROUTE'],
  ['410', 'N13*', 'SHIP TO LOC'],
  ['411', 'N13*', 'BILL TO'],
  ['412', 'N13*', 'PURCHASE FROM', 'supplier'],
  ['413', 'N13*', 'SHIP FOR LOC'],
  ['414', 'N13*', 'LOC No.'],
  ['415', 'N13*', 'PAY TO'],
  ['416', 'N13*', 'PROD/SERV LOC'],
  ['417', 'N13*', 'PARTY'],
  ['420', 'X..20', 'SHIP TO POST'],
  ['421', 'N3 X..9', 'SHIP TO POST'],
  ['422', 'N3', 'ORIGIN', 'origin'],
  ['423', 'N3 [N3] [N3] [N3] [N3]', 'COUNTRY - INITIAL PROCESS'],
  ['424', 'N3', 'COUNTRY - PROCESS'],
  ['425', 'N3 [N3] [N3] [N3] [N3]', 'COUNTRY - DISASSEMBLY'],
  ['426', 'N3', 'COUNTRY - FULL PROCESS'],
  ['427', 'X..3', 'ORIGIN SUBDIVISION'],
  ['4300', 'X..35', 'SHIP TO COMP'],
  ['4301', 'X..35', 'SHIP TO NAME'],
  ['4302', 'X..70', 'SHIP TO ADD1'],
  ['4303', 'X..70', 'SHIP TO ADD2'],
  ['4304', 'X..70', 'SHIP TO SUB'],
  ['4305', 'X..70', 'SHIP TO LOC'],
  ['4306', 'X..70', 'SHIP TO REG'],
  ['4307', 'X2', 'SHIP TO COUNTRY'],
  ['4308', 'X..30', 'SHIP TO PHONE'],
  ['4309', 'N10 N10', 'SHIP TO GEO'],
  ['4310', 'X..35', 'RTN TO COMP'],
  ['4311', 'X..35', 'RTN TO NAME'],
  ['4312', 'X..70', 'RTN TO ADD1'],
  ['4313', 'X..70', 'RTN TO ADD2'],
  ['4314', 'X..70', 'RTN TO SUB'],
  ['4315', 'X..70', 'RTN TO LOC'],
  ['4316', 'X..70', 'RTN TO REG'],
  ['4317', 'X2', 'RTN TO COUNTRY'],
  ['4318', 'X..20', 'RTN TO POST'],
  ['4319', 'X..30', 'RTN TO PHONE'],
  ['4320', 'X..35', 'SRV DESCRIPTION'],
  ['4321', 'N1', 'DANGEROUS GOODS'],
  ['4322', 'N1', 'AUTH TO LEAVE'],
  ['4323', 'N1', 'SIG REQUIRED'],
  ['4324', 'D0 N4', 'NOT BEF DEL DT'],
  ['4325', 'D0 N4', 'NOT AFT DEL DT'],
  ['4326', 'D', 'REL DATE'],
  ['4330', 'N6 [X1]', 'MAX TEMP F.'],
  ['4331', 'N6 [X1]', 'MAX TEMP C.'],
  ['4332', 'N6 [X1]', 'MIN TEMP F.'],
  ['4333', 'N6 [X1]', 'MIN TEMP C.'],
  ['7001', 'N13', 'NSN'],
  ['7002', 'X..30', 'MEAT CUT'],
  ['7003', 'D N4', 'EXPIRY TIME', 'expiry'],
  ['7004', 'N..4', 'ACTIVE POTENCY'],
  ['7005', 'X..12', 'CATCH AREA'],
  ['7006', 'D', 'FIRST FREEZE DATE'],
  ['7007', 'D [D]', 'HARVEST DATE'],
  ['7008', 'X..3', 'AQUATIC SPECIES'],
  ['7009', 'X..10', 'FISHING GEAR TYPE'],
  ['7010', 'X..2', 'PROD METHOD'],
  ['7011', 'D [N4]', 'TEST BY DATE'],
  ['7020', 'X..20', 'REFURB LOT'],
  ['7021', 'X..20', 'FUNC STAT'],
  ['7022', 'X..20', 'REV STAT'],
  ['7023', 'X..30', 'GIAI - ASSEMBLY'],
  ['7030-7039', 'N3 X..27', 'PROCESSOR'],
  ['7040', 'N1 X1 X1 X1', 'UIC+EXT'],
  ['7041', 'X..4', 'UFRGT UNIT TYPE'],
  ['710', 'X..20', 'NHRN PZN'],
  ['711', 'X..20', 'NHRN CIP'],
  ['712', 'X..20', 'NHRN CN'],
  ['713', 'X..20', 'NHRN DRN'],
  ['714', 'X..20', 'NHRN AIM'],
  ['715', 'X..20', 'NHRN NDC'],
  ['716', 'X..20', 'NHRN AIC'],
  ['717', 'X..20', 'NHRN SRN'],
  ['7230-7239', 'X2 X..28', 'CERT'],
  ['7240', 'X..20', 'PROTOCOL'],
  ['7241', 'N2', 'AIDC MEDIA TYPE'],
  ['7242', 'X..25', 'VCN'],
  ['7250', 'N8', 'DOB'],
  ['7251', 'N8 N4', 'DOB TIME'],
  ['7252', 'N1', 'BIO SEX'],
  ['7253', 'X..40', 'FAMILY NAME'],
  ['7254', 'X..40', 'GIVEN NAME'],
  ['7255', 'X..10', 'SUFFIX'],
  ['7256', 'X..90', 'FULL NAME'],
  ['7257', 'X..70', 'PERSON ADDR'],
  ['7258', 'X3', 'BIRTH SEQUENCE'],
  ['7259', 'X..40', 'BABY'],
  ['8001', 'N4 N5 N3 N1 N1', 'DIMENSIONS'],
  ['8002', 'X..20', 'CMT No.'],
  ['8003', 'N14* [X..16]', 'GRAI'],
  ['8004', 'X..30', 'GIAI'],
  ['8005', 'N6', 'PRICE PER UNIT'],
  ['8006', 'N14* N4', 'ITIP'],
  ['8007', 'X..34', 'IBAN'],
  ['8008', 'D N2 [N2] [N2]', 'PROD TIME', 'production-date'],
  ['8009', 'X..50', 'OPTSEN'],
  ['8010', 'Y..30', 'CPID'],
  ['8011', 'N..12', 'CPID SERIAL'],
  ['8012', 'X..20', 'VERSION'],
  ['8013', 'X..25', 'GMN'],
  ['8014', 'X..25', 'MUDI'],
  ['8017', 'N18*', 'GSRN - PROVIDER'],
  ['8018', 'N18*', 'GSRN - RECIPIENT'],
  ['8019', 'N..10', 'SRIN'],
  ['8020', 'X..25', 'REF No.'],
  ['8026', 'N14* N4', 'ITIP CONTENT'],
  ['8030', 'Z..90', 'DIGSIG'],
  ['8040', 'N15', 'IMEI'],
  ['8041', 'N15', 'IMEI2'],
  ['8042', 'N32', 'ESIM'],
  ['8043', 'N18 [N..2]', 'PSIM'],
  ['8110', 'X..70', 'COUPON'],
  ['8111', 'N4', 'POINTS'],
  ['8112', 'X..70', 'COUPON'],
  ['8200', 'X..70', 'PRODUCT URL'],
  ['90', 'X..30', 'INTERNAL'],
  ['91-99', 'X..90', 'INTERNAL']
]

type MeasureRow = readonly [stem: string, title: string, unit: string]

/** Measures: a stem of three digits, then the number of decimals, 0 to 5. */
const MEASURES: readonly MeasureRow[] = [
  ['310', 'NET WEIGHT', 'kg'],
  ['311', 'LENGTH', 'm'],
  ['312', 'WIDTH', 'm'],
  ['313', 'HEIGHT', 'm'],
  ['314', 'AREA', 'm²'],
  ['315', 'NET VOLUME', 'l'],
  ['316', 'NET VOLUME', 'm³'],
  ['320', 'NET WEIGHT', 'lb'],
  ['321', 'LENGTH', 'in'],
  ['322', 'LENGTH', 'ft'],
  ['323', 'LENGTH', 'yd'],
  ['324', 'WIDTH', 'in'],
  ['325', 'WIDTH', 'ft'],
  ['326', 'WIDTH', 'yd'],
  ['327', 'HEIGHT', 'in'],
  ['328', 'HEIGHT', 'ft'],
  ['329', 'HEIGHT', 'yd'],
  ['330', 'GROSS WEIGHT', 'kg'],
  ['331', 'LENGTH, log', 'm'],
  ['332', 'WIDTH, log', 'm'],
  ['333', 'HEIGHT, log', 'm'],
  ['334', 'AREA, log', 'm²'],
  ['335', 'VOLUME, log', 'l'],
  ['336', 'VOLUME, log', 'm³'],
  ['337', 'KG PER m²', 'kg/m²'],
  ['340', 'GROSS WEIGHT', 'lb'],
  ['341', 'LENGTH, log', 'in'],
  ['342', 'LENGTH, log', 'ft'],
  ['343', 'LENGTH, log', 'yd'],
  ['344', 'WIDTH, log', 'in'],
  ['345', 'WIDTH, log', 'ft'],
  ['346', 'WIDTH, log', 'yd'],
  ['347', 'HEIGHT, log', 'in'],
  ['348', 'HEIGHT, log', 'ft'],
  ['349', 'HEIGHT, log', 'yd'],
  ['350', 'AREA', 'in²'],
  ['351', 'AREA', 'ft²'],
  ['352', 'AREA', 'yd²'],
  ['353', 'AREA, log', 'in²'],
  ['354', 'AREA, log', 'ft²'],
  ['355', 'AREA, log', 'yd²'],
  ['356', 'NET WEIGHT', 'tr oz'],
  ['357', 'NET VOLUME', 'oz'],
  ['360', 'NET VOLUME', 'qt'],
  ['361', 'NET VOLUME', 'gal'],
  ['362', 'VOLUME, log', 'qt'],
  ['363', 'VOLUME, log', 'gal'],
  ['364', 'NET VOLUME', 'in³'],
  ['365', 'NET VOLUME', 'ft³'],
  ['366', 'NET VOLUME', 'yd³'],
  ['367', 'VOLUME, log', 'in³'],
  ['368', 'VOLUME, log', 'ft³'],
  ['369', 'VOLUME, log', 'yd³']
]

type MoneyRow = readonly [stem: string, mostPlaces: number, format: string, title: string]

/** Amounts of money, in the area's currency or after the number of one. */
const MONEY: readonly MoneyRow[] = [
  ['390', 9, 'N..15', 'AMOUNT'],
  ['391', 9, 'N3 N..15', 'AMOUNT'],
  ['392', 9, 'N..15', 'PRICE'],
  ['393', 9, 'N3 N..15', 'PRICE'],
  ['394', 3, 'N4', 'PRCNT OFF'],
  ['395', 5, 'N6', 'PRICE/UoM']
]

export const APPLICATION_IDENTIFIERS: ReadonlyMap<string, ApplicationIdentifier> = new Map([
  ...ROWS.flatMap(([range, format, title, meaning = 'other']) =>
    expand(range).map((identifier) => [identifier, { format, title, meaning, decimals: null }] as const)
  ),
  ...MEASURES.flatMap(([stem, title, unit]) => withPlaces(stem, 5, 'N6', title, unit)),
  ...MONEY.flatMap(([stem, mostPlaces, format, title]) => withPlaces(stem, mostPlaces, format, title, ''))
])

/** Lengths of identifier and value where the first two digits fix them, so that no separator follows (table 7.8.5-2). */
export const PREDEFINED_LENGTHS: ReadonlyMap<string, number> = new Map([
  ['00', 20],
  ['01', 16],
  ['02', 16],
  ['03', 16],
  ['04', 18],
  ...['11', '12', '13', '14', '15', '16', '17', '18', '19'].map((prefix) => [prefix, 8] as const),
  ['20', 4],
  ...['31', '32', '33', '34', '35', '36'].map((prefix) => [prefix, 10] as const),
  ['41', 16]
])

/** How many digits an identifier has that begins with two given ones, assigned or not. */
export const IDENTIFIER_LENGTHS: ReadonlyMap<string, number> = new Map([
  ...['04', '14', '18', '19'].map((prefix) => [prefix, 2] as const),
  ...[...APPLICATION_IDENTIFIERS.keys()].map((identifier) => [identifier.slice(0, 2), identifier.length] as const)
])

function expand(range: string): string[] {
  const [first = '', last = first] = range.split('-')
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) =>
    String(Number(first) + index).padStart(first.length, '0')
  )
}

function withPlaces(
  stem: string,
  mostPlaces: number,
  format: string,
  title: string,
  unit: string
): (readonly [string, ApplicationIdentifier])[] {
  return Array.from({ length: mostPlaces + 1 }, (_, places) => [
    `${stem}${places}`,
    { format, title, meaning: 'other', decimals: { places, unit, currencyFirst: format.startsWith('N3 ') } }
  ])
}
