import { AppError } from '../errors.ts';
import type { SettingName } from './config-table.ts';

/** A setting that is wrong or missing, and how to fix it. */
export interface SettingProblem {
  readonly setting: SettingName | 'environment';
  readonly remedy: string;
}

/** The configuration cannot be used. The message lists every invalid setting with its remedy, one per line. */
export class ConfigError extends AppError {
  readonly problems: readonly SettingProblem[];

  constructor(problems: readonly SettingProblem[]) {
    super('config.invalid', { settings: problems.map(({ setting }) => setting).join(',') });
    this.name = 'ConfigError';
    this.problems = problems;
    const lines = problems.map(({ setting, remedy }) => `  ${setting}: ${remedy}`);
    this.message = ['qmbot cannot start with these settings (see .env.example):', ...lines].join('\n');
  }
}
