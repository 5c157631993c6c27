import { Box } from '@mui/material';
import { alpha, useTheme } from '@mui/material/styles';
import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslate } from 'react-admin';
import { clusterPoints, type Cluster, type MapLine, type MapPoint } from './map-clusters';

/** What the API tells the console about its surroundings; without a tile server the map draws on a plain base. */
export interface ConsoleConfig {
  tileUrl?: string;
  tileAttribution?: string;
}

export interface MapViewProps {
  points: MapPoint[];
  /** Ways between them, below the points. */
  lines?: MapLine[];
  /** Opens the record behind a point. */
  onOpen: (id: string) => void;
  height?: number;
}

const cellPixels = 84;
const closest = 17;
const namesInPopup = 12;

const noLines: MapLine[] = [];

const positionOf = ({ latitude, longitude }: Pick<MapPoint, 'latitude' | 'longitude'>): L.LatLngTuple => [latitude, longitude];

function iconOf({ points, place }: Cluster): L.DivIcon {
  const size = points.length === 1 ? 14 : Math.min(26 + Math.round(Math.log2(points.length) * 4), 56);
  const dot = document.createElement('span');
  dot.className = 'mf-dot';
  dot.textContent = points.length === 1 ? '' : String(points.length);
  const name = document.createElement('span');
  name.className = 'mf-place';
  name.textContent = (points.length === 1 ? points[0]?.label : place) ?? '';
  const icon = document.createElement('div');
  // The space parts number and name for those who hear them.
  icon.append(dot, ' ', name);
  return L.divIcon({ html: icon, className: 'mf-marker', iconSize: [size, size] });
}

function popupOf(points: MapPoint[], onOpen: (id: string) => void): HTMLElement {
  const list = document.createElement('ul');
  list.className = 'mf-names';
  for (const { id, label } of points.slice(0, namesInPopup)) {
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: label, onclick: () => onOpen(id) });
    const item = document.createElement('li');
    item.append(button);
    list.append(item);
  }
  if (points.length > namesInPopup) list.append(Object.assign(document.createElement('li'), { textContent: `+${points.length - namesInPopup}` }));
  return list;
}

/** Ways as straight lines on one canvas, thin and pale for few, wide for many; they say nothing a click could ask for. */
function drawLines(lines: MapLine[], color: string): L.LayerGroup {
  const renderer = L.canvas();
  const heaviest = Math.max(1, ...lines.map(({ weight }) => weight));
  return L.layerGroup(lines.map(({ from, to, weight }) => {
    const part = Math.sqrt(weight / heaviest);
    return L.polyline([positionOf(from), positionOf(to)], { renderer, color, weight: 0.5 + 4 * part, opacity: 0.1 + 0.5 * part, interactive: false });
  }));
}

/** The leaflet map itself: clusters redrawn after every move, popups with the names, a scale, tiles where configured. */
export function MapCanvas({ points, lines = noLines, onOpen, height = 360, tileUrl, tileAttribution }: MapViewProps & ConsoleConfig) {
  const element = useRef<HTMLDivElement>(null);
  const translate = useTranslate();
  const { palette } = useTheme();
  const lineColour = palette.secondary.main;
  const open = useEffectEvent(onOpen);
  const words = useEffectEvent(translate);

  useEffect(() => {
    if (!element.current) return;
    const map = L.map(element.current, { zoomControl: false, attributionControl: false, maxZoom: closest });
    L.control.zoom({ position: 'topright', zoomInTitle: words('kit.map.zoom_in'), zoomOutTitle: words('kit.map.zoom_out') }).addTo(map);
    L.control.scale({ imperial: false }).addTo(map);
    if (tileUrl) {
      L.tileLayer(tileUrl, { maxZoom: closest }).addTo(map);
      L.control.attribution({ prefix: false }).addAttribution(tileAttribution ?? '').addTo(map);
    }
    drawLines(lines, lineColour).addTo(map);
    const markers = L.layerGroup().addTo(map);

    function show(cluster: Cluster): void {
      const bounds = L.latLngBounds(cluster.points.map(positionOf));
      const spread = bounds.getNorthEast().distanceTo(bounds.getSouthWest());
      if (cluster.points.length > namesInPopup && spread > 20 && map.getZoom() < closest) {
        map.fitBounds(bounds.pad(0.2));
        return;
      }
      const names = popupOf(cluster.points, open);
      L.popup({ offset: [0, -8] }).setLatLng([cluster.latitude, cluster.longitude]).setContent(names).openOn(map);
      names.querySelector('button')?.focus({ preventScroll: true });
    }

    function draw(): void {
      const view = map.getBounds().pad(0.2);
      const visible = points.filter((point) => view.contains(positionOf(point)));
      markers.clearLayers();
      for (const cluster of clusterPoints(visible, (point) => map.project(positionOf(point)), cellPixels)) {
        L.marker([cluster.latitude, cluster.longitude], { icon: iconOf(cluster) })
          .on('click', () => show(cluster))
          .on('keypress', ({ originalEvent }: L.LeafletKeyboardEvent) => originalEvent.key === 'Enter' && show(cluster))
          .addTo(markers);
      }
    }

    // Redrawing while a popup pans itself into view would close it again.
    map.on('zoomend dragend resize', draw);
    map.fitBounds(L.latLngBounds(points.map(positionOf)).pad(0.05), { maxZoom: 13 });
    draw();
    return () => void map.remove();
  }, [points, lines, lineColour, tileUrl, tileAttribution]);

  return (
    <Box
      ref={element}
      sx={{
        height,
        borderRadius: 1,
        isolation: 'isolate',
        '&.leaflet-container': { backgroundColor: alpha(palette.primary.main, 0.07), fontFamily: 'inherit' },
        '& .mf-marker > div': { display: 'flex', flexDirection: 'column', alignItems: 'center', width: '100%', height: '100%' },
        '& .mf-dot': { flex: '0 0 100%', width: '100%', display: 'grid', placeItems: 'center', borderRadius: '50%', fontWeight: 650, fontSize: 12, color: 'primary.contrastText', backgroundColor: 'primary.main', border: `2px solid ${palette.background.paper}` },
        '& .mf-place': { flexShrink: 0, whiteSpace: 'nowrap', maxWidth: cellPixels, overflow: 'hidden', textOverflow: 'ellipsis', fontSize: 11.5, color: 'text.primary', textShadow: `0 0 3px ${palette.background.paper}, 0 0 3px ${palette.background.paper}` },
        '& .mf-names': { listStyle: 'none', m: 0, p: 0, maxHeight: 220, overflowY: 'auto' },
        '& .mf-names button': { border: 0, p: 0.5, background: 'none', font: 'inherit', textAlign: 'left', color: 'primary.main', cursor: 'pointer', textDecoration: 'underline' },
        '& .leaflet-popup-content-wrapper, & .leaflet-popup-tip, & .leaflet-bar a': { backgroundColor: 'background.paper', color: 'text.primary' },
        '& .leaflet-bar a.leaflet-disabled': { color: 'text.disabled' },
        '& .leaflet-control-scale-line': { backgroundColor: 'transparent', color: 'text.secondary', borderColor: 'text.secondary', textShadow: 'none' },
      }}
    />
  );
}
