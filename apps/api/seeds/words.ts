import type { ActivityFormat, Topic } from '@mintforge/domain/partners';

/** Invented names only: places, schools, firms and people of the demo region do not exist. */
export const towns = [
  { name: 'Warnhafen', postcodes: ['18900', '18901', '18903', '18905'], lat: 54.09, lon: 12.13, weight: 6 },
  { name: 'Bad Birkenau', postcodes: ['18911'], lat: 54.11, lon: 11.91, weight: 2 },
  { name: 'Krögenitz', postcodes: ['18921'], lat: 53.87, lon: 12.17, weight: 2 },
  { name: 'Tessenow', postcodes: ['18931'], lat: 54.02, lon: 12.46, weight: 2 },
  { name: 'Lüttendorf', postcodes: ['18941'], lat: 53.79, lon: 12.57, weight: 1 },
  { name: 'Sandhagen', postcodes: ['18951'], lat: 54.24, lon: 12.27, weight: 1 },
] as const;

export const streets = ['Am Fichtenweg', 'Hafenstraße', 'Lindenallee', 'Schulstraße', 'Birkenring', 'Am Wiesengrund', 'Werftstraße', 'Mühlenweg', 'Kastanienhof', 'Neue Reihe', 'Leuchtturmweg', 'Rosengarten', 'Ahornstraße', 'Am Bahndamm', 'Fischergang'];

export const schoolKinds = [
  { type: 'PRIMARY', label: 'Grundschule', grades: [3, 4], share: 0.3 },
  { type: 'LOWER_SECONDARY', label: 'Regionale Schule', grades: [7, 8, 9, 10], share: 0.32 },
  { type: 'GRAMMAR', label: 'Gymnasium', grades: [7, 8, 9, 10, 11, 12], share: 0.18 },
  { type: 'COMPREHENSIVE', label: 'Gesamtschule', grades: [7, 8, 9, 10, 11, 12], share: 0.1 },
  { type: 'SPECIAL_NEEDS', label: 'Förderschule', grades: [7, 8, 9], share: 0.05 },
  { type: 'VOCATIONAL', label: 'Berufliche Schule', grades: [11, 12], share: 0.05 },
] as const;

export const schoolNames = ['Am Fichtenwald', 'An der Warnmündung', 'Lise Seeberg', 'Am Kranichsee', 'Theodor Wendt', 'Am Leuchtturm', 'Käthe Sommerfeld', 'Am Moorgraben', 'Johann Küster', 'Am Apfelgarten', 'Ostseeblick', 'Am alten Hafen', 'Emma Vossberg', 'Am Stadtpark', 'Am Mühlenteich', 'Hanna Petersdorf', 'Am Bernsteinweg', 'Zwischen den Seen', 'Am Ziegelwerk', 'Karl Lindenau'];

export const firmStarts = ['Nordlicht', 'Warnow', 'Küsten', 'Hanse', 'Bernstein', 'Möwen', 'Ostwind', 'Kranich', 'Anker', 'Fjord', 'Leucht', 'Baltik', 'Dünen', 'Strand', 'Hafen', 'Salzwiesen', 'Kogge', 'Sturm', 'Boden', 'Segel'];
export const firmTrades: readonly { word: string; topics: readonly Topic[] }[] = [
  { word: 'Maschinenbau', topics: ['MECHANICAL_ENGINEERING', 'MATERIALS'] },
  { word: 'Windkraft', topics: ['ENERGY', 'ELECTRONICS'] },
  { word: 'Schiffstechnik', topics: ['MARINE_TECHNOLOGY', 'MECHANICAL_ENGINEERING'] },
  { word: 'Robotik', topics: ['ROBOTICS', 'PROGRAMMING'] },
  { word: 'Software', topics: ['PROGRAMMING', 'ARTIFICIAL_INTELLIGENCE'] },
  { word: 'Labortechnik', topics: ['CHEMISTRY', 'BIOLOGY'] },
  { word: 'Medizintechnik', topics: ['MEDICINE_AND_HEALTH', 'ELECTRONICS'] },
  { word: 'Bau', topics: ['CONSTRUCTION', 'CRAFTS'] },
  { word: 'Logistik', topics: ['MOBILITY_AND_LOGISTICS', 'STATISTICS_AND_DATA'] },
  { word: 'Umwelttechnik', topics: ['ENVIRONMENT_AND_CLIMATE', 'CHEMISTRY'] },
  { word: 'Elektronik', topics: ['ELECTRONICS', 'PHYSICS'] },
  { word: 'Agrartechnik', topics: ['AGRICULTURE_AND_FOOD', 'ROBOTICS'] },
  { word: 'Netzwerke', topics: ['NETWORKS_AND_SECURITY', 'PROGRAMMING'] },
  { word: 'Druckwerk', topics: ['ADDITIVE_MANUFACTURING', 'MEDIA_AND_DESIGN'] },
  { word: 'Flugtechnik', topics: ['AEROSPACE', 'PHYSICS'] },
];
export const legalForms = ['GmbH', 'GmbH & Co. KG', 'AG', 'e. K.', 'UG (haftungsbeschränkt)'];
export const centres = ['Schülerforschungszentrum Warnhafen', 'Schülerforschungszentrum Krögenitz', 'MINT-Werkstatt am Hafen', 'Lernlabor Meer und Technik', 'Offenes Schülerlabor Tessenow', 'Technikum Sandhagen'];

export const firstNames = ['Mila', 'Jonas', 'Emma', 'Finn', 'Lina', 'Ben', 'Mia', 'Paul', 'Ella', 'Noah', 'Ida', 'Leon', 'Frieda', 'Luis', 'Amira', 'Emil', 'Leni', 'Oskar', 'Nele', 'Karim', 'Zoe', 'Mats', 'Juna', 'Theo', 'Ayla', 'Henri', 'Romy', 'Till', 'Olena', 'Jannis', 'Fatma', 'Ole', 'Greta', 'Yusuf', 'Lotte', 'Danylo', 'Svea', 'Malte', 'Hedda', 'Arne'];
export const lastNames = ['Ahrens', 'Behrens', 'Claasen', 'Dierks', 'Ewert', 'Fründt', 'Gräfe', 'Harms', 'Ihde', 'Jessen', 'Köhn', 'Lüders', 'Möller', 'Niemann', 'Ohlsen', 'Pagel', 'Quade', 'Rathke', 'Schünemann', 'Thoms', 'Uhlig', 'Voß', 'Wulff', 'Zander', 'Bartels', 'Drews', 'Evers', 'Hagemann', 'Kröger', 'Lemke', 'Mahnke', 'Prüter', 'Stahl', 'Timm', 'Westphal', 'Öztürk', 'Nowak', 'Kovalenko', 'Hassan', 'Nguyen'];

interface ActivityText {
  title: string;
  description: string;
}

const text = (title: string, description: string): ActivityText => ({ title, description });

export const activityTexts: Record<ActivityFormat, readonly ActivityText[]> = {
  TECH_WORKSHOP: [
    text('Roboter bauen und steuern', 'Aus einem Bausatz entsteht ein fahrender Roboter, der am Ende eine Linie findet und Hindernissen ausweicht. Vorwissen ist nicht nötig.'),
    text('Löten für Einsteiger', 'Wir löten eine kleine Lampe mit Bewegungsmelder. Schutzbrillen sind da; lange Haare bitte zusammenbinden.'),
    text('3D-Druck vom Entwurf zum Teil', 'Vom Maß über die Zeichnung am Rechner bis zum gedruckten Teil, das alle mitnehmen.'),
    text('Windrad im Kleinen', 'Flügel schneiden, Generator wickeln, Leistung messen: Welches Windrad bringt die meiste Energie?'),
    text('App in einem Tag', 'Eine Idee, ein Bildschirm, eine App, die am Nachmittag auf dem Telefon läuft.'),
    text('Wasser untersuchen', 'Proben aus dem Hafen nehmen, filtern und messen. Feste Schuhe und wetterfeste Kleidung mitbringen.'),
  ],
  MENTORING: [
    text('Mentoring Technik', 'Ein Halbjahr lang alle zwei Wochen eine Stunde mit einer Person aus der Technik: Fragen, Ausprobieren, Mitlaufen.'),
    text('Mentoring Informatik', 'Gemeinsam an einem eigenen Programm arbeiten, in der Firma oder per Video.'),
    text('Mentoring Naturwissenschaft', 'Eine Forscherin oder ein Forscher begleitet die eigene Fragestellung über ein Halbjahr.'),
  ],
  JOB_SHADOWING: [
    text('Einen Tag in der Konstruktion', 'Zusehen, wie ein Bauteil entsteht, und eine kleine Änderung selbst zeichnen.'),
    text('Einen Tag im Labor', 'Mitlaufen bei Messungen und ihrer Auswertung. Kittel und Schutzbrille stellt der Betrieb.'),
    text('Einen Tag in der IT', 'Vom Fehlerbericht bis zur Lösung: ein Tag mit einem Team, das Software betreut.'),
    text('Einen Tag in der Werkhalle', 'Maschinen, Material, Menschen: ein Tag mit der Schichtleitung. Sicherheitsschuhe sind Pflicht und werden verliehen.'),
  ],
  RESEARCH_PROJECT: [
    text('Forschen: Mikroplastik an der Küste', 'Proben sammeln, sieben, zählen und mit anderen Stränden vergleichen; drei Nachmittage, ein gemeinsames Plakat.'),
    text('Forschen: Sensoren im Moor', 'Feuchte und Temperatur im Moor messen, Daten lesen und deuten.'),
    text('Forschen: Bilder verstehen mit KI', 'Ein kleines neuronales Netz lernt, Vögel zu unterscheiden; wir fragen auch, wann es irrt.'),
  ],
  COMPANY_VISIT: [
    text('Werksbesuch', 'Rundgang mit Gespräch: Wer arbeitet hier, und wie kommt man dazu?'),
    text('Blick hinter die Kulissen', 'Bereiche, die sonst verschlossen sind, gezeigt von Auszubildenden.'),
    text('Rundgang durch die Fertigung', 'Vom Rohteil zum Produkt, mit einer Aufgabe zum Mitdenken an jeder Station.'),
  ],
};
