import type { PaletteOptions } from '@mui/material/styles';

/** Deep teal and ink with a warm rust accent; every text pair meets 4.5:1 on both papers. */
export const lightPalette: PaletteOptions = {
  mode: 'light',
  primary: { main: '#0b5c66', dark: '#07434b', light: '#2b7d87', contrastText: '#ffffff' },
  secondary: { main: '#9c4a12', dark: '#7a390d', light: '#c26a2e', contrastText: '#ffffff' },
  background: { default: '#f5f6f4', paper: '#ffffff' },
  text: { primary: '#16252b', secondary: '#4d5d64', disabled: '#6d7b81' },
  divider: '#dde2e1',
  error: { main: '#b3261e' },
  warning: { main: '#8a5300' },
  info: { main: '#1d5a94' },
  success: { main: '#23693a' },
};

export const darkPalette: PaletteOptions = {
  mode: 'dark',
  primary: { main: '#7cc5cd', dark: '#4fa3ac', light: '#a5dde3', contrastText: '#06272c' },
  secondary: { main: '#f0ae7c', dark: '#d28b55', light: '#f8cba8', contrastText: '#3a1a05' },
  background: { default: '#10181b', paper: '#182226' },
  text: { primary: '#e6eceb', secondary: '#a9b6b9', disabled: '#8b999d' },
  divider: '#2c393e',
  error: { main: '#f2a29b' },
  warning: { main: '#eebd71' },
  info: { main: '#94c3ee' },
  success: { main: '#8fd0a0' },
};

/** The bar on top stays ink in both modes: it is the frame, not the content. */
export const ink = { light: '#0f3a42', dark: '#0b1f24', text: '#f2f7f6' };

/** Series colours of charts, told apart by lightness as well as by hue. */
export const chartColours = {
  light: ['#0b5c66', '#c26a2e', '#7b8f3a', '#5a4b8a', '#d9a520', '#a03a52'],
  dark: ['#7cc5cd', '#f0ae7c', '#c3d37f', '#b3a6e0', '#f2d06b', '#e893a6'],
};
