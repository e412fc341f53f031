interface Paint {
  readonly text: string;
  readonly soft: string;
  readonly accent: string;
  readonly good: string;
  readonly warning: string;
  readonly attention: string;
}

const light: Paint = { text: '#242424', soft: '#5c5c5c', accent: '#4f52b2', good: '#0e700e', warning: '#835b00', attention: '#b10e1c' };
const dark: Paint = { text: '#ffffff', soft: '#b8b8b8', accent: '#a4a8fa', good: '#8ed08e', warning: '#f5c869', attention: '#f1929c' };

// The page's own font, which follows the language.
const FONT = 'inherit';
const MONO = '"Cascadia Mono", Consolas, "DejaVu Sans Mono", "Noto Sans Mono CJK JP", monospace';
const SIZES = { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 };
const WEIGHTS = { lighter: 400, default: 400, bolder: 600 };

/** How Teams draws cards: sizes, spacings, six actions, and the colours of its light or dark look. */
export function hostConfig(isDark: boolean): Record<string, unknown> {
  const paint = isDark ? dark : light;
  const style = (backgroundColor: string, borderColor: string) => ({ backgroundColor, borderColor, foregroundColors: colors(paint) });
  const plain = isDark ? '#292929' : '#ffffff';
  return {
    supportsInteractivity: true,
    fontTypes: {
      default: { fontFamily: FONT, fontSizes: SIZES, fontWeights: WEIGHTS },
      monospace: { fontFamily: MONO, fontSizes: { ...SIZES, default: 13, medium: 13 }, fontWeights: WEIGHTS },
    },
    lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: isDark ? '#4d4d4d' : '#d6d6d6' },
    textStyles: { heading: { size: 'default', weight: 'bolder' }, columnHeader: { weight: 'bolder' } },
    textBlock: { headingLevel: 3 },
    containerStyles: {
      default: style(plain, plain),
      emphasis: style(isDark ? '#1f1f1f' : '#f0f0f0', isDark ? '#4d4d4d' : '#d6d6d6'),
      accent: style(isDark ? '#2f2f4a' : '#e8ebfa', isDark ? '#5b5fc7' : '#b6bbf0'),
      good: style(isDark ? '#13301a' : '#e7f2da', isDark ? '#428000' : '#bdda9b'),
      warning: style(isDark ? '#3a2d0c' : '#fbf6d9', isDark ? '#8f6a00' : '#e6cf7a'),
      attention: style(isDark ? '#3f1a1d' : '#fcf0f2', isDark ? '#a33a45' : '#eeb5bc'),
    },
    imageSizes: { small: 32, medium: 52, large: 100 },
    actions: {
      maxActions: 6,
      spacing: 'default',
      // The gap is in the style sheet, so that wrapped rows begin at the edge.
      buttonSpacing: 0,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
      showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
      preExpandSingleShowCardAction: false,
    },
    adaptiveCard: { allowCustomStyle: false },
    factSet: {
      title: { weight: 'bolder', size: 'default', color: 'default', wrap: true, maxWidth: 150 },
      value: { weight: 'default', size: 'default', color: 'default', wrap: true },
      spacing: 12,
    },
    inputs: {
      label: {
        inputSpacing: 'small',
        requiredInputs: { weight: 'bolder', color: 'default', suffix: ' *', suffixColor: 'attention' },
        optionalInputs: { weight: 'bolder', color: 'default' },
      },
      errorMessage: { color: 'attention', size: 'small', spacing: 'small' },
    },
  };
}

function colors(paint: Paint): Record<string, unknown> {
  const both = (color: string) => ({ default: color, subtle: color });
  return {
    default: { default: paint.text, subtle: paint.soft },
    dark: both(paint.text),
    light: both(paint.soft),
    accent: both(paint.accent),
    good: both(paint.good),
    warning: both(paint.warning),
    attention: both(paint.attention),
  };
}
