import { foldName, tidy } from '../kernel';
import { topics, type Topic } from '../partners';

/** German and English words for each topic of the fixed vocabulary, as people write them into a column of interests. */
const words: Record<Topic, readonly string[]> = {
  MATHEMATICS: ['Mathematik', 'Mathe', 'maths', 'math'],
  STATISTICS_AND_DATA: ['Statistik und Daten', 'Statistik', 'Daten', 'Data Science', 'data'],
  PHYSICS: ['Physik'],
  CHEMISTRY: ['Chemie'],
  BIOLOGY: ['Biologie', 'Bio'],
  EARTH_AND_SPACE: ['Erde und Weltraum', 'Astronomie', 'Weltraum', 'Weltall', 'Geologie', 'Geowissenschaften', 'astronomy', 'space'],
  ENVIRONMENT_AND_CLIMATE: ['Umwelt und Klima', 'Umwelt', 'Klima', 'Umweltschutz', 'environment', 'climate'],
  MEDICINE_AND_HEALTH: ['Medizin und Gesundheit', 'Medizin', 'Gesundheit', 'medicine', 'health'],
  AGRICULTURE_AND_FOOD: ['Landwirtschaft und Ernährung', 'Landwirtschaft', 'Ernährung', 'Lebensmittel', 'agriculture', 'food'],
  MARINE_TECHNOLOGY: ['Meerestechnik', 'Maritime Technik', 'Schiffbau', 'Meeresforschung', 'marine'],
  PROGRAMMING: ['Programmieren', 'Programmierung', 'Informatik', 'Coding', 'Software', 'computer science'],
  ARTIFICIAL_INTELLIGENCE: ['Künstliche Intelligenz', 'KI', 'AI'],
  NETWORKS_AND_SECURITY: ['Netzwerke und Sicherheit', 'Netzwerke', 'IT-Sicherheit', 'Cybersicherheit', 'networks', 'security', 'cyber security'],
  MEDIA_AND_DESIGN: ['Medien und Gestaltung', 'Medien', 'Gestaltung', 'Design', 'Mediengestaltung', 'media'],
  ROBOTICS: ['Robotik', 'Roboter', 'robots'],
  ELECTRONICS: ['Elektronik', 'Elektrotechnik', 'Löten'],
  MECHANICAL_ENGINEERING: ['Maschinenbau', 'Mechanik', 'mechanics'],
  MATERIALS: ['Werkstoffe', 'Materialien', 'Werkstofftechnik', 'Materialwissenschaft'],
  ADDITIVE_MANUFACTURING: ['3D-Druck', 'Additive Fertigung', '3D printing'],
  ENERGY: ['Energie', 'Erneuerbare Energien', 'Energietechnik', 'renewable energy'],
  MOBILITY_AND_LOGISTICS: ['Mobilität und Logistik', 'Mobilität', 'Logistik', 'Verkehr', 'Fahrzeugtechnik', 'Autos', 'mobility', 'logistics'],
  AEROSPACE: ['Luft- und Raumfahrt', 'Luftfahrt', 'Raumfahrt', 'Flugzeuge'],
  CONSTRUCTION: ['Bauen', 'Bau', 'Bautechnik', 'Bauwesen', 'Architektur', 'building', 'architecture'],
  CRAFTS: ['Handwerk', 'Werken', 'Holz', 'Tischlern', 'craft'],
};

const topicOf = new Map(topics.flatMap((topic) => [topic, ...words[topic]].map((word): [string, Topic] => [foldName(word), topic])));

const pieces = (text: string, separator: RegExp) => text.split(separator).map(tidy).filter(Boolean);

/**
 * Reads a cell of interests: topics by key or by German or English word, separated by comma, semicolon, slash, bar, plus
 * or "und". Words that name no topic come back as they stand; the order is that of the vocabulary, each topic once.
 */
export function readInterests(cell: string): { topics: Topic[]; unknown: string[] } {
  const found = new Set<Topic>();
  const unknown: string[] = [];
  const take = (text: string) => {
    const topic = topicOf.get(foldName(text));
    if (topic) found.add(topic);
    return topic !== undefined;
  };
  for (const piece of pieces(cell, /[,;/|+&]/)) {
    if (take(piece)) continue;
    unknown.push(...pieces(piece, /\s(?:und|and)\s/i).filter((part) => !take(part)));
  }
  return { topics: topics.filter((topic) => found.has(topic)), unknown };
}
