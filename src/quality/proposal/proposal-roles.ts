import { office } from '../../records/declaration/office.ts';

/** 质量效能部 */
export const quality = office('qed', 'qedManager');

/** 管理者代表 */
export const representative = office('mr');
