import {
  Badge, Button, createTheme, HoverCard, localStorageColorSchemeManager, Modal, Popover, SegmentedControl, Table, Tooltip,
  type CSSVariablesResolver, type MantineColorsTuple,
} from '@mantine/core'

/** Ink blue-green. Step 7 is what acts in the light, step 4 in the dark. */
const ink: MantineColorsTuple = [
  '#e2ecea', '#cfe0dd', '#b9d0cd', '#93bcb9', '#6fb3b0', '#4d8f8e', '#337476', '#1f5c60', '#184a4e', '#11383b',
]
const seal: MantineColorsTuple = [
  '#f8e8e4', '#f0d2cb', '#e6b9b2', '#e29387', '#e0685c', '#cf4a3f', '#bf372e', '#b02a22', '#8f211b', '#6d1813',
]

export const theme = createTheme({
  colors: { ink, seal },
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
    Button: Button.extend({ defaultProps: { variant: 'default', size: 'sm' }, styles: { root: { fontWeight: 500 } } }),
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    Badge: Badge.extend({ defaultProps: { variant: 'light', radius: 10 }, styles: { root: { textTransform: 'none', fontWeight: 500 } } }),
    Table: Table.extend({ defaultProps: { verticalSpacing: 9, horizontalSpacing: 12, fz: 'sm' } }),
    Popover: Popover.extend({ defaultProps: { radius: 8, arrowSize: 12, shadow: 'md' } }),
    HoverCard: HoverCard.extend({ defaultProps: { radius: 8, arrowSize: 12, shadow: 'md' } }),
    Menu: { defaultProps: { radius: 8, shadow: 'md' } },
    Modal: Modal.extend({ defaultProps: { radius: 8, centered: true, overlayProps: { backgroundOpacity: 0.35 } } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, fz: 12, withArrow: true } }),
    SegmentedControl: SegmentedControl.extend({ defaultProps: { size: 'sm' } }),
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

/** Light, dark or the workstation's own; kept on this workstation. */
export const colourSchemeManager = localStorageColorSchemeManager({ key: 'juanzong-colours' })
