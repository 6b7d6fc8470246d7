import type { MeasureName } from '../domain/evaluation/quality-measures.ts';
import type { DirectionName } from '../rows/metric.ts';
import { nameOf } from './shown-version.ts';

/** What a figure is of, as the graph names it. */
export function shownMeasure({ name, dimension, direction }: MeasureName) {
  return {
    measure: measures[name],
    dimension: dimension && nameOf(dimension),
    direction: direction && (direction.toUpperCase() as DirectionName),
  };
}

const measures = {
  detectionF1: 'DETECTION_F1',
  directedF1: 'DIRECTED_F1',
  falseAlarmRate: 'FALSE_ALARM_RATE',
  precision: 'PRECISION',
  recall: 'RECALL',
  f1: 'F1',
} as const satisfies Record<MeasureName['name'], string>;
