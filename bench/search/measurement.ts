/** What one process finds out that builds an index and answers. */
export interface BuildMeasurement {
  title: string;
  settings: string;
  articles: number;
  /** Reading and parsing the files. */
  readMs: number;
  /** Making the index of the articles. */
  indexMs: number;
  /** By how much resident memory grew with the index, garbage collected. */
  indexMegabytes: number;
  residentMegabytes: number;
  /** In the order asked; `question` is a place in the list of questions. */
  answers: { question: number; milliseconds: number; rank: number | null }[];
}

/** What a fresh process finds out that opens the file form. */
export interface LoadMeasurement {
  loadMs: number;
  /** From the start of the process, everything in, to the first answer. */
  firstAnswerMs: number;
  residentMegabytes: number;
}

/** What a fresh process finds out that goes straight from articles to the file form. */
export interface FileMeasurement {
  buildFileMs: number;
  residentMegabytes: number;
}

/** One engine's part of a run. */
export interface EngineMeasurement extends BuildMeasurement {
  name: string;
  /** Null for an engine that has to be built in memory first. */
  buildFile: FileMeasurement | null;
  /** Bytes of the file form, null without one. */
  fileBytes: number | null;
  /** Just reading the bytes of the file form, null without one. */
  readFileMs: number | null;
  load: LoadMeasurement | null;
}
