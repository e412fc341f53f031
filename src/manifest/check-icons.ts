import { PNG } from 'pngjs';
import type { Sources } from './sources.ts';

/** What is wrong with the icons, as Teams wants them: 192×192 filled to its edges, and 32×32 in white on nothing. */
export function checkIcons({ color, outline }: Sources['icons']): readonly string[] {
  return [...checkIcon('color.png', color, 192, checkColor), ...checkIcon('outline.png', outline, 32, checkOutline)];
}

function checkIcon(file: string, bytes: Buffer, side: number, look: (picture: PNG) => string | null): readonly string[] {
  const picture = decoded(bytes);
  if (picture === null) return [`${file} is no PNG that can be read.`];
  const { width, height } = picture;
  if (width !== side || height !== side) return [`${file} must be ${side} by ${side} pixels; it is ${width} by ${height}.`];
  const wrong = look(picture);
  return wrong === null ? [] : [`${file} ${wrong}`];
}

function decoded(bytes: Buffer): PNG | null {
  try {
    return PNG.sync.read(bytes);
  } catch {
    // pngjs throws for whatever is no PNG; that is what is to be told.
    return null;
  }
}

/** Teams cuts the shape itself, so a corner that can be seen through would show. */
function checkColor(picture: PNG): string | null {
  return pixels(picture).every(({ alpha }) => alpha === 255) ? null : 'must be filled to its edges: it can be seen through in places.';
}

/** Teams colours it, by what is drawn and what is not. */
function checkOutline(picture: PNG): string | null {
  const drawn = pixels(picture).filter(({ alpha }) => alpha > 0);
  if (drawn.length === 0) return 'shows nothing.';
  if (drawn.length === picture.width * picture.height) return 'must be transparent around what is drawn.';
  return drawn.every(({ isWhite }) => isWhite) ? null : 'must be drawn in white only.';
}

function pixels({ data }: PNG): readonly { readonly alpha: number; readonly isWhite: boolean }[] {
  return Array.from({ length: data.length / 4 }, (_, pixel) => {
    const [red, green, blue, alpha = 0] = data.subarray(4 * pixel, 4 * pixel + 4);
    return { alpha, isWhite: red === 255 && green === 255 && blue === 255 };
  });
}
