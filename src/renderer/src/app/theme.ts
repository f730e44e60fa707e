import {
  Badge, Button, Checkbox, createTheme, defaultVariantColorsResolver, Drawer, HoverCard, Input, localStorageColorSchemeManager, mergeThemeOverrides, Modal, Popover,
  SegmentedControl, Table, Tooltip, type CSSVariablesResolver, type MantineColorsTuple, type VariantColorsResolver,
} from '@mantine/core'
import type { Text } from '../../../shared/text/index.ts'

/** Ink blue-green. Step 7 is what acts in the light, step 4 in the dark. */
const ink: MantineColorsTuple = [
  '#e2ecea', '#cfe0dd', '#b9d0cd', '#93bcb9', '#6fb3b0', '#4d8f8e', '#337476', '#1f5c60', '#184a4e', '#11383b',
]
const seal: MantineColorsTuple = [
  '#f8e8e4', '#f0d2cb', '#e6b9b2', '#e29387', '#e0685c', '#cf4a3f', '#bf372e', '#b02a22', '#8f211b', '#6d1813',
]

/** Steel greys, so that what Mantine draws without asking (inputs, menus, placeholders) is of our dark, too. */
const dark: MantineColorsTuple = [
  '#e9e7e0', '#c3c5bf', '#9aa29f', '#7d8784', '#3a4344', '#2b3233', '#22282a', '#1c2122', '#15191a', '#111516',
]
/** Warm greys of paper and card. */
const gray: MantineColorsTuple = [
  '#f6f5f1', '#eeece5', '#e3e0d6', '#cfcbbf', '#cfcbbf', '#b7b3a6', '#5d6968', '#3f4c4c', '#2b3636', '#1c2829',
]

const CONTROL_HEIGHT = { xs: '28px', sm: '32px', md: '36px' } as const
/** Controls are 32 high, small ones 28, in rows of inputs and buttons alike. */
const heightOf = (size: unknown): string => CONTROL_HEIGHT[size as keyof typeof CONTROL_HEIGHT] ?? CONTROL_HEIGHT.sm

const DIALOG_TITLE = { fontSize: 16, lineHeight: '24px', fontWeight: 600 } as const
const DIALOG_SURFACE = { background: 'var(--surface)' } as const
/** Mantine heads a dialog with <header>, which would count as a second banner of the page. */
const DIALOG_HEAD = { header: { role: 'presentation' } } as const

/** Filled with ink is written on in the ink's own counterpart, which is dark in the dark. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colours = defaultVariantColorsResolver(input)
  const isInk = (input.color ?? input.theme.primaryColor) === 'ink'
  if (input.variant === 'filled' && isInk) return { ...colours, background: 'var(--pri)', hover: 'var(--pri-hover)', color: 'var(--pri-on)' }
  return colours
}

const theme = createTheme({
  variantColorResolver,
  colors: { ink, seal, dark, gray },
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 4 },
  white: '#fdfcf9',
  black: '#1c2829',
  defaultRadius: 6,
  fontFamily: 'var(--font-ui)',
  fontFamilyMonospace: 'var(--font-mono)',
  fontSizes: { xs: '11px', sm: '12px', md: '13px', lg: '14px', xl: '16px' },
  lineHeights: { xs: '16px', sm: '18px', md: '20px', lg: '20px', xl: '24px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  headings: {
    fontFamily: 'var(--font-ui)',
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '28px' },
      h2: { fontSize: '16px', lineHeight: '24px' },
      h3: { fontSize: '14px', lineHeight: '20px' },
    },
  },
  cursorType: 'pointer',
  components: {
    Button: Button.extend({
      defaultProps: { variant: 'default', size: 'sm' },
      styles: { root: { fontWeight: 500 }, section: { marginInlineEnd: 6 } },
      vars: (_theme, { size }) => ({ root: { '--button-height': heightOf(size), '--button-fz': size === 'xs' ? '12px' : '13px' } }),
    }),
    Input: Input.extend({ vars: (_theme, { size }) => ({ wrapper: { '--input-height': heightOf(size), '--input-fz': '13px' } }) }),
    InputWrapper: {
      styles: {
        label: { marginBottom: 4, color: 'var(--ink2)', fontWeight: 500, fontSize: 12 },
        description: { fontSize: 11, lineHeight: '16px', color: 'var(--ink3)', marginBlock: '0 4px' },
        error: { fontSize: 11, lineHeight: '16px' },
      },
    },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    Badge: Badge.extend({ defaultProps: { variant: 'light', radius: 10 }, styles: { root: { textTransform: 'none', fontWeight: 500 } } }),
    Table: Table.extend({ defaultProps: { verticalSpacing: 9, horizontalSpacing: 12, fz: 'sm', borderColor: 'var(--line)' } }),
    Popover: Popover.extend({ defaultProps: { radius: 8, arrowSize: 12, shadow: 'md' } }),
    HoverCard: HoverCard.extend({ defaultProps: { radius: 8, arrowSize: 12, shadow: 'md' } }),
    // Without the placeholder a menu holds menu items only, as readers of the screen aloud expect of it.
    Menu: { defaultProps: { radius: 8, shadow: 'md', withInitialFocusPlaceholder: false }, styles: { item: { padding: '6px 10px', fontSize: 13 }, itemSection: { marginInlineEnd: 8 } } },
    Modal: Modal.extend({
      defaultProps: { radius: 8, centered: true, padding: 16, overlayProps: { backgroundOpacity: 0.35 }, attributes: DIALOG_HEAD },
      styles: { title: DIALOG_TITLE, content: DIALOG_SURFACE, header: DIALOG_SURFACE },
    }),
    Drawer: Drawer.extend({
      defaultProps: { padding: 16, overlayProps: { backgroundOpacity: 0.2 }, attributes: DIALOG_HEAD },
      styles: { title: DIALOG_TITLE, content: DIALOG_SURFACE, header: DIALOG_SURFACE },
    }),
    Alert: { styles: { icon: { marginInlineEnd: 8, width: 18 }, message: { fontSize: 13, lineHeight: '20px', color: 'var(--ink)' } } },
    Checkbox: Checkbox.extend({ defaultProps: { size: 'xs' }, styles: { label: { fontSize: 13, lineHeight: '16px' } } }),
    MultiSelect: { styles: { pill: { height: 20 } } },
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, fz: 12, withArrow: true } }),
    SegmentedControl: SegmentedControl.extend({
      defaultProps: { size: 'sm', withItemsBorders: false },
      styles: { root: { background: 'var(--sunken)', border: '1px solid var(--line2)', padding: 2 }, indicator: { background: 'var(--raise)' }, label: { padding: '4px 12px', lineHeight: '18px' } },
    }),
  },
})

const shared = {
  '--mantine-color-body': 'var(--bg)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink3)',
  '--mantine-color-placeholder': 'var(--ink3)',
  '--mantine-color-anchor': 'var(--pri)',
  '--mantine-color-error': 'var(--seal)',
  '--mantine-color-default': 'var(--raise)',
  '--mantine-color-default-hover': 'var(--sunken)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line2)',
  '--mantine-color-disabled': 'var(--sunken)',
  '--mantine-color-disabled-color': 'var(--ink3)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-primary-color-filled': 'var(--pri)',
  '--mantine-primary-color-filled-hover': 'var(--pri-hover)',
  '--mantine-primary-color-light': 'var(--pri-tint)',
  '--mantine-primary-color-light-hover': 'var(--pri-edge)',
  '--mantine-primary-color-light-color': 'var(--pri)',
  '--mantine-primary-color-contrast': 'var(--pri-on)',
  '--mantine-color-ink-filled': 'var(--pri)',
  '--mantine-color-ink-filled-hover': 'var(--pri-hover)',
  '--mantine-color-ink-light': 'var(--pri-tint)',
  '--mantine-color-ink-light-hover': 'var(--pri-edge)',
  '--mantine-color-ink-light-color': 'var(--pri)',
  '--mantine-color-ink-outline': 'var(--pri)',
  '--mantine-color-ink-outline-hover': 'var(--pri-tint)',
  '--mantine-color-ink-text': 'var(--pri)',
  '--mantine-color-seal-light': 'var(--seal-tint)',
  '--mantine-color-seal-light-hover': 'var(--seal-edge)',
  '--mantine-color-seal-light-color': 'var(--seal)',
  '--mantine-color-seal-outline': 'var(--seal)',
  '--mantine-color-seal-outline-hover': 'var(--seal-tint)',
  '--mantine-color-seal-text': 'var(--seal)',
  '--mantine-color-gray-light': 'var(--sunken)',
  '--mantine-color-gray-light-hover': 'var(--line)',
  '--mantine-color-gray-light-color': 'var(--ink2)',
  '--mantine-shadow-md': 'var(--shadow-raise)',
  '--table-border-color': 'var(--line)',
}

/** Mantine speaks in our tokens, which already differ by light, so both schemes resolve to the same names. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({ variables: {}, light: shared, dark: shared })

/** The theme with the few words that Mantine itself needs. */
export const themeIn = ({ common }: Text) =>
  mergeThemeOverrides(theme, {
    components: {
      Modal: { defaultProps: { closeButtonProps: { 'aria-label': common.close } } },
      Drawer: { defaultProps: { closeButtonProps: { 'aria-label': common.close } } },
      Notification: { defaultProps: { closeButtonProps: { 'aria-label': common.close } } },
      // No red for days of rest: red says overdue here, and theirs is too pale to read. So are the days of other months.
      DateInput: { defaultProps: { ariaLabels: common.calendar, monthLabelFormat: common.monthFormat, weekendDays: [], hideOutsideDates: true } },
    },
  })

/** Light, dark or the workstation's own; kept on this workstation. */
export const colourSchemeManager = localStorageColorSchemeManager({ key: 'juanzong-colours' })
