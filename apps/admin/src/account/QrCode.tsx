import { create } from 'qrcode';

const quiet = 4;

/** A QR code as one vector path, dark on white in both themes, since scanners expect it so. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, data } = create(text).modules;
  const path = Array.from(data, (dark, index) => (dark ? `M${(index % size) + quiet} ${Math.floor(index / size) + quiet}h1v1h-1z` : '')).join('');
  const width = size + 2 * quiet;
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${width}`} width={200} height={200} shapeRendering="crispEdges">
      <rect width={width} height={width} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}
