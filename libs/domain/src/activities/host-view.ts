/** Days after the end of an occurrence on which its host may still see the list; a region may shorten them (RET-5; Girls'Day Radar: 7). */
export const mostHostViewDays = 7;
