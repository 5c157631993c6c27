/** Stands at `app.common` in the console's texts: words of the pieces every area uses. */
export const commonTexts = {
  de: {
    acts: 'Auswahl und Aktionen', nothing_found: 'Nichts gefunden', pick_all: 'Alle Treffer wählen', pick_full: 'Mehr gehen nicht auf einmal', history: 'Verlauf',
    order: { up: '%{title} nach oben', down: '%{title} nach unten', remove: '%{title} entfernen', moved: '%{title} ist jetzt auf Platz %{rank}' },
  },
  en: {
    acts: 'Choice and actions', nothing_found: 'Nothing found', pick_all: 'Choose everything found', pick_full: 'No more at once', history: 'History',
    order: { up: 'Move %{title} up', down: 'Move %{title} down', remove: 'Remove %{title}', moved: '%{title} is now at place %{rank}' },
  },
};
