import type { Page } from 'playwright-core';

/** What stands on the page and is too faint: its words, its colours, and the ratio that it has. */
export interface Faint {
  readonly text: string;
  readonly color: string;
  readonly ratio: number;
}

// What the function below uses of the browser; the rest of the tests has no DOM.
interface Styled {
  readonly parentElement: Styled | null;
  checkVisibility(options: object): boolean;
}
declare const document: {
  readonly body: unknown;
  createTreeWalker(root: unknown, what: number): { nextNode(): { readonly textContent: string; readonly parentElement: Styled | null } | null };
};
declare const getComputedStyle: (of: Styled) => {
  readonly color: string;
  readonly backgroundColor: string;
  readonly fontSize: string;
  readonly fontWeight: string;
  readonly clipPath: string;
};

/** Every visible text whose contrast is below WCAG 2 AA: 4.5, or 3 when it is large. */
export function faintTexts(page: Page): Promise<readonly Faint[]> {
  return page.evaluate(() => {
    type Color = readonly [red: number, green: number, blue: number, alpha: number];
    const parse = (color: string): Color => {
      const [red = 0, green = 0, blue = 0, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
      return [red, green, blue, alpha];
    };
    const over = (top: Color, below: Color): Color => {
      const mix = (index: 0 | 1 | 2) => top[index] * top[3] + below[index] * (1 - top[3]);
      return [mix(0), mix(1), mix(2), 1];
    };
    const groundOf = (of: Styled | null): Color => {
      if (of === null) return [255, 255, 255, 1];
      const own = parse(getComputedStyle(of).backgroundColor);
      return own[3] === 1 ? own : over(own, groundOf(of.parentElement));
    };
    const luminance = (color: Color): number => {
      const part = (index: 0 | 1 | 2) => {
        const value = color[index] / 255;
        return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      };
      return 0.2126 * part(0) + 0.7152 * part(1) + 0.0722 * part(2);
    };
    const found: Faint[] = [];
    const walker = document.createTreeWalker(document.body, 4);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const of = node.parentElement;
      const text = node.textContent.trim();
      if (of === null || text === '' || !of.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const style = getComputedStyle(of);
      if (style.clipPath !== 'none') continue;
      const ground = groundOf(of);
      const [one, other] = [luminance(over(parse(style.color), ground)), luminance(ground)];
      const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
      const size = Number.parseFloat(style.fontSize);
      const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      if (ratio < (isLarge ? 3 : 4.5)) found.push({ text, color: style.color, ratio });
    }
    return found;
  });
}
