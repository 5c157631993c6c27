import { alpha, createTheme, type PaletteOptions, type Theme } from '@mui/material/styles';
import type { RaThemeOptions } from 'react-admin';
import { DesignedEmpty } from './DesignedEmpty';
import { DesignedListError, listErrorClass } from './DesignedError';
import { OpenableRow } from './OpenableRow';
import { darkPalette, ink, lightPalette } from './theme-palette';
import { wholeRecord } from './whole-record';

/** React-Admin labels the checkbox's wrapper; the label belongs on the input, in whatever language it came. */
const labelledInput = (ownerState: object) => ({ 'aria-label': (ownerState as { 'aria-label'?: string })['aria-label'] });

const muiComponents = ({ palette, spacing }: Theme): RaThemeOptions['components'] => ({
  MuiCssBaseline: {
    styleOverrides: {
      ':focus-visible': { outline: `2px solid ${palette.secondary.main}`, outlineOffset: 2 },
      '@media (prefers-reduced-motion: reduce)': { '*': { animationDuration: '0.01ms !important', transitionDuration: '0.01ms !important' } },
    },
  },
  MuiButton: { defaultProps: { disableElevation: true }, styleOverrides: { root: { textTransform: 'none', fontWeight: 600 } } },
  MuiCheckbox: { defaultProps: { slotProps: { input: labelledInput } } },
  MuiChip: { styleOverrides: { root: { borderRadius: 5, fontWeight: 500 }, sizeSmall: { height: 22 } } },
  // It turns beside words that say what goes on.
  MuiCircularProgress: { defaultProps: { 'aria-hidden': true } },
  MuiFormControl: { defaultProps: { variant: 'outlined', margin: 'dense', size: 'small', fullWidth: true } },
  MuiTextField: { defaultProps: { variant: 'outlined', margin: 'dense', size: 'small', fullWidth: true } },
  MuiAutocomplete: { defaultProps: { fullWidth: true } },
  MuiPaper: {
    styleOverrides: {
      root: { backgroundImage: 'none' },
      elevation1: { boxShadow: 'none', border: `1px solid ${palette.divider}` },
    },
  },
  MuiTableCell: {
    styleOverrides: {
      root: { borderColor: palette.divider, '&.MuiTableCell-sizeSmall': { padding: spacing(0.75, 1.5) }, '&.MuiTableCell-paddingCheckbox': { padding: spacing(0, 0.5) } },
      head: { fontWeight: 600, color: palette.text.secondary, backgroundColor: palette.background.paper },
    },
  },
  MuiTableRow: { styleOverrides: { root: { '&:last-child td': { borderBottom: 0 } } } },
  MuiTableSortLabel: { styleOverrides: { root: { minHeight: 24 } } },
  MuiTab: { styleOverrides: { root: { textTransform: 'none', fontWeight: 600 } } },
  MuiToggleButton: { styleOverrides: { root: { textTransform: 'none' } } },
  MuiTooltip: { defaultProps: { enterDelay: 300 } },
});

const adminComponents = ({ palette, spacing }: Theme): RaThemeOptions['components'] => ({
  RaAppBar: {
    styleOverrides: {
      root: {
        '&.RaAppBar-appBar, & .RaAppBar-appBar': { backgroundColor: ink[palette.mode], color: ink.text, boxShadow: 'none', borderBottom: `3px solid ${palette.secondary.main}` },
      },
    },
  },
  RaBulkActionsToolbar: {
    styleOverrides: {
      root: { '& .RaBulkActionsToolbar-toolbar': { color: palette.text.primary, backgroundColor: `color-mix(in srgb, ${palette.primary.main} 9%, ${palette.background.paper})` } },
    },
  },
  RaBulkDeleteButton: { defaultProps: { mutationMode: 'pessimistic' } },
  RaDataTable: {
    styleOverrides: {
      root: {
        // A wide table scrolls in itself, so that the bars around it stay whole on a phone.
        '& .RaDataTable-tableWrapper': { overflowX: 'auto' },
        '& .RaDataTable-rowEven:hover, & .RaDataTable-rowOdd:hover': { backgroundColor: alpha(palette.primary.main, 0.06) },
      },
    },
  },
  RaDataTableBody: { defaultProps: { row: OpenableRow } },
  RaDeleteButton: { defaultProps: { mutationMode: 'pessimistic' } },
  RaEdit: { defaultProps: { mutationMode: 'pessimistic', redirect: 'show', queryOptions: wholeRecord, mutationOptions: wholeRecord } },
  RaCreate: { defaultProps: { redirect: 'show' } },
  RaLayout: {
    styleOverrides: {
      root: {
        minWidth: 0,
        '& .RaLayout-content': { minWidth: 0, padding: spacing(0, 2, 4), [`@media (max-width: 599px)`]: { padding: spacing(0, 1, 3) } },
      },
    },
  },
  RaList: {
    // Exports are made by the API, whole and safe for spreadsheets; React-Admin's would ask for a thousand rows at once.
    defaultProps: { perPage: 25, exporter: false, empty: <DesignedEmpty />, error: <DesignedListError /> },
    styleOverrides: {
      root: {
        '& .RaList-main': { minWidth: 0 },
        [`&:has(.${listErrorClass}) .MuiTablePagination-root`]: { display: 'none' },
      },
    },
  },
  RaMenuItemLink: {
    styleOverrides: {
      root: {
        color: palette.text.primary,
        borderLeft: '3px solid transparent',
        minHeight: 36,
        '&.RaMenuItemLink-active': { color: palette.primary.main, fontWeight: 600, borderLeftColor: palette.secondary.main, backgroundColor: alpha(palette.primary.main, 0.09) },
        '&.RaMenuItemLink-active .RaMenuItemLink-icon': { color: palette.primary.main },
      },
    },
  },
  RaSidebar: {
    styleOverrides: {
      root: {
        // As long as the page beside it, not as the window: a long list would scroll it away.
        '&.MuiDrawer-docked': { height: 'auto', minHeight: 'calc(100vh - 3em)' },
        '& .MuiPaper-root': { backgroundColor: palette.background.paper, borderRight: `1px solid ${palette.divider}`, height: '100%' },
      },
    },
  },
  // A card no wider than the page: what is wide in it scrolls or wraps in itself.
  RaShow: { defaultProps: { queryOptions: wholeRecord }, styleOverrides: { root: { '& .RaShow-main, & .RaShow-card': { minWidth: 0 } } } },
  // The labels on the upper edge of filters need room below the bar on top.
  RaListToolbar: { styleOverrides: { root: { backgroundColor: 'transparent', paddingTop: spacing(1) } } },
  RaTopToolbar: { styleOverrides: { root: { backgroundColor: 'transparent' } } },
  RaToolbar: { styleOverrides: { root: { backgroundColor: 'transparent', borderTop: `1px solid ${palette.divider}` } } },
});

function makeTheme(palette: PaletteOptions): RaThemeOptions {
  const options: RaThemeOptions = {
    palette,
    shape: { borderRadius: 6 },
    sidebar: { width: 232, closedWidth: 54 },
    typography: {
      fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif',
      fontSize: 13.5,
      h1: { fontSize: '1.9rem', fontWeight: 650, letterSpacing: '-0.01em' },
      h2: { fontSize: '1.15rem', fontWeight: 650 },
      h3: { fontSize: '1rem', fontWeight: 650 },
      h6: { fontSize: '1.1rem', fontWeight: 600 },
    },
  };
  const theme = createTheme(options);
  return { ...options, components: { ...muiComponents(theme), ...adminComponents(theme) } };
}

/** The console's own themes: calm, dense enough for lists of hundreds, no web fonts. */
export const lightTheme = makeTheme(lightPalette);
export const darkTheme = makeTheme(darkPalette);
