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

export const activityTitles: Record<ActivityFormat, readonly string[]> = {
  TECH_WORKSHOP: ['Roboter bauen und steuern', 'Löten für Einsteiger', '3D-Druck vom Entwurf zum Teil', 'Windrad im Kleinen', 'App in einem Tag', 'Wasser untersuchen'],
  MENTORING: ['Mentoring Technik', 'Mentoring Informatik', 'Mentoring Naturwissenschaft'],
  JOB_SHADOWING: ['Einen Tag in der Konstruktion', 'Einen Tag im Labor', 'Einen Tag in der IT', 'Einen Tag in der Werkhalle'],
  RESEARCH_PROJECT: ['Forschen: Mikroplastik an der Küste', 'Forschen: Sensoren im Moor', 'Forschen: Bilder verstehen mit KI'],
  COMPANY_VISIT: ['Werksbesuch', 'Blick hinter die Kulissen', 'Rundgang durch die Fertigung'],
};
