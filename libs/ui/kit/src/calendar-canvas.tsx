import Calendar from '@fullcalendar/react';
import dayGrid from '@fullcalendar/react/daygrid';
import list from '@fullcalendar/react/list';
import de from '@fullcalendar/react/locales/de';
import classicTheme from '@fullcalendar/react/themes/classic';
import timeGrid from '@fullcalendar/react/timegrid';
import '@fullcalendar/react/skeleton.css';
import '@fullcalendar/react/themes/classic/palette.css';
import '@fullcalendar/react/themes/classic/theme.css';
import { Box, useMediaQuery } from '@mui/material';
import { alpha, useTheme, type Theme } from '@mui/material/styles';
import { useLocale, useTranslate } from 'react-admin';
import type { Tone } from './StateChip';

export interface CalendarEvent {
  id: string;
  title: string;
  /** A UTC instant, or a day (`YYYY-MM-DD`) for whole days. */
  start: string;
  /** The end itself is not part of it: the day after the last day of whole days. */
  end?: string;
  tone?: Tone;
  /** Drawn behind the others and not opened: holidays. */
  background?: boolean;
}

export interface CalendarViewProps {
  events: CalendarEvent[];
  /** The stretch of time on screen, UTC instants, end excluded; called at first and after every turn of the page. */
  onRange: (range: { start: string; end: string }) => void;
  onOpen: (id: string) => void;
  /** `YYYY-MM-DD`; today when absent. */
  startDay?: string;
}

const plugins = [dayGrid, timeGrid, list, classicTheme];
const toolbar = { start: 'prev,next today', center: 'title', end: 'dayGridMonth,timeGridWeek,listMonth' };
const narrowToolbar = { start: 'prev,next', center: 'title', end: 'dayGridMonth,listMonth' };

const twoDigits = { hour: '2-digit', minute: '2-digit' } as const;

const coloursOf = ({ palette }: Theme) => ({
  '--fc-classic-button': palette.primary.main,
  '--fc-classic-button-border': palette.primary.main,
  '--fc-classic-button-strong': palette.primary.dark,
  '--fc-classic-button-strong-border': palette.primary.dark,
  '--fc-classic-button-foreground': palette.primary.contrastText,
  '--fc-classic-primary': palette.primary.main,
  '--fc-classic-primary-foreground': palette.primary.contrastText,
  '--fc-classic-background-event': palette.warning.main,
  '--fc-classic-today': alpha(palette.secondary.main, 0.12),
  '--fc-classic-now': palette.error.main,
  '--fc-classic-background': palette.background.paper,
  '--fc-classic-foreground': palette.text.primary,
  '--fc-classic-muted-foreground': palette.text.secondary,
  '--fc-classic-faint-foreground': palette.text.secondary,
  '--fc-classic-border': palette.divider,
});

function toInput({ background, tone = 'neutral', ...event }: CalendarEvent, { palette }: Theme) {
  const colour = tone === 'neutral' ? palette.primary : palette[tone];
  return { ...event, ...(background ? { display: 'background' as const } : { color: colour.main, contrastColor: colour.contrastText }) };
}

export function CalendarCanvas({ events, onRange, onOpen, startDay }: CalendarViewProps) {
  const theme = useTheme();
  const translate = useTranslate();
  const locale = useLocale();
  const narrow = useMediaQuery(theme.breakpoints.down('md'));
  return (
    <Box role="region" aria-label={translate('kit.calendar.label')} sx={{ ...coloursOf(theme), '& .mf-event': { minHeight: 24 }, '& .mf-background': { color: 'text.primary', opacity: 1, fontStyle: 'normal' } }}>
      <Calendar
        plugins={plugins}
        locales={[de]}
        locale={locale}
        timeZone="Europe/Berlin"
        initialView={narrow ? 'listMonth' : 'dayGridMonth'}
        initialDate={startDay}
        headerToolbar={narrow ? narrowToolbar : toolbar}
        height="auto"
        firstDay={1}
        nowIndicator
        eventTimeFormat={twoDigits}
        eventClass="mf-event"
        backgroundEventTitleClass="mf-background"
        viewHint="$0"
        todayHint={translate('kit.calendar.today')}
        dayMaxEvents={4}
        slotMinTime="07:00"
        slotMaxTime="20:00"
        events={events.map((event) => toInput(event, theme))}
        datesSet={({ start, end }) => onRange({ start: start.toISOString(), end: end.toISOString() })}
        eventClick={({ event }) => onOpen(event.id)}
      />
    </Box>
  );
}
