/** The languages of the interface, by their primary language subtags, BCP 47. */
export type Language = 'de' | 'en' | 'fr' | 'it';
