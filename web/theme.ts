import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const ours: MantineColorsTuple = [
  '#e2eff2',
  '#cfe4ea',
  '#a3cdd8',
  '#7fcadb',
  '#4da1b6',
  '#3190a8',
  '#1f7f98',
  '#136c83',
  '#0b5a6f',
  '#03475a',
];

/** Mantine wears our look: its inputs and overlays take colours, type and sizes from ui/tokens.css. */
export const theme = createTheme({
  primaryColor: 'ours',
  colors: { ours },
  primaryShade: { light: 8, dark: 3 },
  autoContrast: true,
  luminanceThreshold: 0.32,
  fontFamily: 'var(--sans)',
  headings: { fontFamily: 'var(--serif)', fontWeight: '600' },
  defaultRadius: 6,
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
    NativeSelect: { defaultProps: { size: 'md' } },
    Select: { defaultProps: { size: 'md' } },
    Checkbox: { defaultProps: { size: 'md' } },
    Radio: { defaultProps: { size: 'md' } },
    SegmentedControl: { defaultProps: { size: 'md' } },
  },
});

const both = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-faint)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--sunken)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-placeholder': 'var(--ink-faint)',
  '--mantine-color-error': 'var(--fault)',
  '--mantine-color-anchor': 'var(--ours)',
};

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--mantine-font-size-md': '1.0625rem',
    '--mantine-font-size-sm': '1rem',
    '--mantine-font-size-xs': '0.875rem',
    '--input-fz': '1.0625rem',
  },
  light: both,
  dark: both,
});
