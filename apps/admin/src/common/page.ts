/** One page of rows and how many there are in all. */
export interface Page<Row> {
  items: Row[];
  total: number;
}
